import SinkDraft
import SinkSpec

/// A payload that was read from a file or from the account, valid or not.
struct OpenedPayload: Sendable {
  let draft: Draft
  let validation: DraftValidation
  /// The size of the payload in bytes.
  let size: Int
  /// The report on its issues; nil if there are none.
  let report: FileReport?

  /// Reads a payload, or reports why nothing can be loaded.
  ///
  /// - Parameters:
  ///   - document: The payload.
  ///   - opening: The file, and the input that its contents are combined with.
  ///   - isConverted: Whether the document was converted, so that positions do not match the file.
  ///   - enter: Called before each phase; throws to give up.
  /// - Returns: The payload, or a report.
  /// - Throws: Any error thrown by `enter`.
  static func content<Stop: Error>(
    of document: JSONDocument, for opening: FileOpening, isConverted: Bool = false,
    entering enter: (FileProgress.Phase) throws(Stop) -> Void
  ) throws(Stop) -> OpenedFile.Content {
    try enter(.validating)
    let issues = Validator.issues(of: document, account: opening.account.setText)
    guard document.kind(.root) == .object else {
      let summary = "It is not a JSON object, so nothing was loaded. The file is unchanged."
      return .report(FileReport(on: issues, in: document, for: opening, summary))
    }
    try enter(.preparing)
    var draft = Draft(reading: document, account: opening.account)
    if !draft["/account_id"].isSet { draft["/account_id"] = Entry(opening.fallbackAccount) }
    return .payload(
      OpenedPayload(
        draft: draft, validation: DraftValidation(of: draft), size: document.bytes.count,
        report: issues.isEmpty
          ? nil
          : FileReport(
            on: issues, in: document, for: opening, summary(of: issues, for: opening),
            includesPositions: !isConverted)))
  }

  private static func summary(of issues: [Issue], for opening: FileOpening) -> String {
    let twice =
      issues.contains { $0.rule == "duplicate-member" }
      ? " Of duplicate members, only the last one was loaded." : ""
    let undo = opening.replacesInput ? " Undo restores your input." : ""
    return """
      The whole file was loaded, errors included.\(twice) Members that belong to another type are \
      kept and return if you switch to it.\(undo)
      """
  }
}

extension FileReport {
  /// Creates a report on a file that is not JSON.
  init(on error: JSONSyntaxError, for opening: FileOpening) {
    let location = "\(error.position.line):\(error.position.column)"
    self.init(
      name: opening.name,
      summary: "It could not be parsed, so nothing was loaded. The file is unchanged.",
      lines: [.init(severity: .error, text: "\(location): \(error.message) [json-syntax]")],
      width: opening.width)
  }

  /// Creates a report on the issues of a payload.
  init(
    on issues: [Issue], in document: JSONDocument, for opening: FileOpening, _ summary: String,
    includesPositions: Bool = true
  ) {
    var positions = SourcePlaces(in: document.bytes)
    self.init(
      name: opening.name, summary: summary,
      lines: issues.map { issue in
        let position = positions.position(at: issue.offset)
        let location = includesPositions ? "\(position.line):\(position.column): " : ""
        let value = issue.pointer == .root ? "the payload" : issue.pointer.text
        return .init(
          severity: issue.severity, text: "\(location)\(value): \(issue.message) [\(issue.rule)]")
      }, width: opening.width)
  }
}
