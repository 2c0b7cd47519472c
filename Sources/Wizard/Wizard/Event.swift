package import CloudflareAPI
package import Screen
package import SinkDraft
package import SinkExport
package import SinkSpec

/// An event that the wizard handles by returning effects.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// A command given by name, in line mode.
  case command(Command)
  /// A mouse action and its target; nil if there is none.
  case pointed(Mouse.Action, MouseTarget?)
  case resized(rows: Int, columns: Int)
  /// The program resumed after being suspended.
  case continued
  /// The progress of opening a file that takes a while.
  case opening(FileProgress)
  /// The result of opening a file, or the reason that it cannot be read.
  case opened(name: String, Result<OpenedFile, FileProblem>)
  /// The names in the folder of a path that start with its last part; folders end in a slash.
  case completions(of: String, [String])
  /// The result of saving to a file.
  case saved(name: String, ExportForm, FileProblem?)
  /// The terminal does not support a clipboard.
  case notCopied
  /// The progress of reading sample events.
  case sampling(SampleProgress)
  /// The proposed columns from sample events, or the reason that they cannot be read.
  case sampled(name: String, Result<SchemaProposal, FileProblem>)
  /// A saved draft, or the reason that it cannot be read.
  case resumed(Result<SavedDraft, FileProblem>)
  /// Drafts can no longer be saved; the sentence says why.
  case draftNotKept(String)
  /// A draft has been saved again.
  case draftKeptAgain
  /// The progress of a request in flight.
  case progress(Progress)
  case submitted(Submission)
  /// A request was not sent; the sentence says why.
  case notSent(String)
  /// The result of looking up each unconfirmed request.
  case lookedUp([UnconfirmedLookup])
  /// The result of reading a list of the account.
  case answered(id: Int, Result<AccountAnswer, ReadProblem>)
  /// All results of the checks so far.
  case checked(id: Int, [AccountCheck], isLast: Bool)
  /// The API's validation of a SQL statement, or the reason that it failed.
  case validated(id: Int, Result<SQLValidation, ReadProblem>)
  /// Time passed while a request is in flight.
  case tick
}

/// The reason that a file cannot be read or written, phrased to follow the file's name.
package enum FileProblem: Error, Hashable, Sendable {
  /// The file already exists and must not be overwritten.
  case exists
  case failed(String)
}
