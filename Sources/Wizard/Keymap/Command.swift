/// An action of a key.
package enum Command: Hashable, Sendable {
  case nextItem, previousItem, accept
  case nextStep, previousStep
  case goTo(Step)
  case undo, redo
  case finish, leave, suspend, submit
  /// Paints the whole screen again, in case something else wrote to it.
  case repaint
  /// A command of the request pane.
  case inRequest(RequestMove)
  case help, togglePreview, toggleSample, toggleMouse, previewUp, previewDown
  case save, open, copy, export
  /// Opens the account's list for the focused item; reloads the open list, or in the review the
  /// checks of the account.
  case pick, refresh
  /// Checks the account and the sink's own secrets.
  case checkAccount
  /// Asks the API whether the SQL of a pipeline is valid.
  case checkStatement
  /// Completes a file name, or lists the names that match.
  case completeName
  case reveal, useReference, chooseVariable, setEmpty, useSuggestion
  case repair, choosePreset
  case lineStart, lineEnd, wordLeft, wordRight, left, right
  case deleteBackward, deleteForward, deleteWord, deleteToStart, deleteToEnd, yank
  case nextChoice, previousChoice, chooseFromList
  case addField, duplicateField, deleteField, moveFieldUp, moveFieldDown, nestField, unnestField
  case fieldAbove, fieldBelow, fieldDetails
  case removeUnknownMember
  case importSchema, sample
  case search, keepSearch, endSearch, fold, foldAll, nextIssue, previousIssue
  /// Closes an overlay without an answer, or cancels the operation it waits for.
  case cancel
  /// Answers a confirmation.
  case answer(Bool)
  case askAccount, takeTimes, onlyAdd, deleteDraft
  case mark, markAll, changeMarked, pageUp, pageDown
}
