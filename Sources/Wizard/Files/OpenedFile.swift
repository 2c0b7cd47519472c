import CloudflareAPI
import SchemaImport
import SinkDraft
import SinkSpec

/// The contents of a file, ready for the wizard: parsed, recognized and validated.
///
/// For a large file this takes seconds, so the program creates it in the background. A class, so that
/// events are cheap to pass and to compare.
package final class OpenedFile: Sendable {
  enum Content: Sendable {
    case payload(OpenedPayload)
    /// Columns to review before they are accepted.
    case columns(ProposalReview)
    /// The reason nothing was loaded.
    case report(FileReport)
    /// Why the file cannot be opened, phrased to follow its name.
    case problem(String)
  }

  let opening: FileOpening
  let content: Content

  /// Reads the contents of a file.
  ///
  /// - Parameters:
  ///   - bytes: The contents.
  ///   - opening: The file, and the input that its contents are combined with.
  ///   - enter: Called before each phase; throws to give up.
  /// - Throws: Any error thrown by `enter`.
  package init<Stop: Error>(
    _ bytes: [UInt8], for opening: FileOpening,
    entering enter: (FileProgress.Phase) throws(Stop) -> Void
  ) throws(Stop) {
    self.opening = opening
    try enter(.parsing)
    let kind = FileKind(of: bytes)
    switch kind {
    case .malformed(let error): content = .report(FileReport(on: error, for: opening))
    case .payload(let document, _) where opening.purpose == .open,
      .unknown(let document) where opening.purpose == .open:
      content = try OpenedPayload.content(of: document, for: opening, entering: enter)
    case .sink(let document, let index, _) where opening.purpose == .open:
      let payload = SinkRecord(document, at: index)?.payload.text(secrets: .shown)
      let text = payload ?? document.literal(index)
      guard let converted = try? JSONDocument(parsing: Array(text.utf8)) else {
        content = .problem("contains a sink that cannot be read")
        return
      }
      content = try OpenedPayload.content(
        of: converted, for: opening, isConverted: true, entering: enter)
    case .payload, .unknown, .sink, .schema, .events, .unusable:
      try enter(.validating)
      content = Self.columns(of: kind, for: opening)
    }
  }

  private static func columns(of kind: FileKind, for opening: FileOpening) -> Content {
    do throws(SchemaFileProblem) {
      let proposal = try kind.proposal()
      return .columns(ProposalReview(name: opening.name, proposal, replacing: opening.columns))
    } catch {
      return .problem(error.message)
    }
  }
}

extension OpenedFile: Hashable {
  package static func == (one: OpenedFile, other: OpenedFile) -> Bool { one === other }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
