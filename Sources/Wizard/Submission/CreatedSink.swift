import CloudflareAPI
import Screen
import SinkDraft
import SinkExport
import SinkSpec

/// The display of the created sink, on the screen and in output.
extension Wizard {
  /// Returns the details of the created sink, the pipeline to create next, and the sink as JSON, line
  /// by line.
  package func resultLines(width: Int) -> [ResultLine] {
    guard let sink = submission.created else { return [] }
    let facts: [ResultLine] = [
      ResultLine(.id, "ID        \(sink.id)"),
      ResultLine(.fact, "Created   \(sink.createdAt ?? "unknown")"),
      ResultLine(.fact, "Modified  \(sink.modifiedAt ?? "unknown")"),
    ]
    let stored = Self.lines(of: submission.createdText ?? "", width: width).map {
      ResultLine(.stored, $0)
    }
    return facts + pipelineLines(width: width)
      + [.empty, ResultLine(.heading, "The sink as stored (c copies it)")] + stored
  }

  private func pipelineLines(width: Int) -> [ResultLine] {
    guard let pipeline = nextPipeline else { return [] }
    let width = width - ResultLine.indentation.count
    var lines: [ResultLine] = [
      .empty, ResultLine(.heading, "Next: a pipeline that writes a stream into this sink"),
    ]
    if settings.endpoint == SavedDraft.sandbox {
      let note = "The sandbox has no pipelines: the commands go to \(settings.base.host)."
      lines += TextWrap.lines(note, width: width).map { ResultLine(.fact, $0) }
    }
    lines.append(.empty)
    for (step, text) in zip(PipelineStep.allCases, pipeline.texts) {
      lines.append(ResultLine(.step(step), "\(step.rawValue) \(step.title)"))
      guard step == .sql else {
        lines += Self.lines(of: text, width: width).map { ResultLine(.text, indented: $0) }
        continue
      }
      lines += statementLines(pipeline.statement, width: width)
    }
    return lines
  }

  /// Returns the lines of a text, wrapped only if they are too long, so that the others keep their
  /// indentation.
  private static func lines(of text: String, width: Int) -> [String] {
    text.split(separator: "\n").flatMap { line in
      TerminalText.width(of: String(line)) > width
        ? TextWrap.lines(String(line), width: width) : [String(line)]
    }
  }

  /// Returns the statement with marks below the positions of its errors, and its status.
  private func statementLines(_ statement: String, width: Int) -> [ResultLine] {
    var lines: [ResultLine] = []
    var start = 0
    for text in TextWrap.lines(statement, width: width) {
      lines.append(ResultLine(.text, indented: text))
      let marks = errorColumns.filter { (start..<start + text.count).contains($0) }
      if let last = marks.max() {
        let line = (start...last).map { marks.contains($0) ? "^" : " " }.joined()
        lines.append(ResultLine(.failed, indented: line))
      }
      start += text.count
      if statement.dropFirst(start).first == " " { start += 1 }
    }
    let (kind, sign): (ResultLine.Kind, String) =
      switch statementStatus {
      case .valid: (.passed, "\(display.signs.success) ")
      case .invalid: (.failed, "\(display.signs.error) ")
      case .placeholder, .notChecked, .checking, .unknown: (.fact, "")
      }
    return lines
      + statementStatus.sentences.flatMap { sentence in
        TextWrap.lines(sign + sentence, width: width).map { ResultLine(kind, indented: $0) }
      }
  }

  /// The 0-based columns of errors in the statement, which is one line.
  private var errorColumns: Set<Int> {
    guard case .invalid(let diagnostics) = statementStatus else { return [] }
    return Set(diagnostics.compactMap { $0.line == 1 ? $0.column.map { $0 - 1 } : nil })
  }
}

extension SubmissionState {
  /// The created sink as JSON, without secrets.
  var createdText: String? {
    created.map { InvisibleCharacters.escapedInJSON($0.stored.text(secrets: .masked)) }
  }
}

/// A text to copy for the pipeline that comes next; its number is the key that copies it.
package enum PipelineStep: Int, CaseIterable, Sendable {
  case sql = 1
  case wrangler, curl

  package var title: String {
    switch self {
    case .sql: "SQL"
    case .wrangler: "Create it with wrangler"
    case .curl: "Create it with curl"
    }
  }

  var copied: CopiedText {
    switch self {
    case .sql: .pipelineSQL
    case .wrangler: .pipelineCommand("wrangler")
    case .curl: .pipelineCommand("curl")
    }
  }
}

extension PipelineExport {
  /// The text of each step.
  fileprivate var texts: [String] { PipelineStep.allCases.map { text(of: $0) } }

  func text(of step: PipelineStep) -> String {
    switch step {
    case .sql: statement
    case .wrangler: wrangler
    case .curl: curl
    }
  }
}

/// A line of the created sink's display.
package struct ResultLine: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case id, fact, heading
    /// The heading of a text to copy.
    case step(PipelineStep)
    /// A line of a text to copy.
    case text
    case passed, failed
    /// A line of the sink's JSON as the API stored it.
    case stored
  }

  package let kind: Kind
  package let text: String

  fileprivate static let indentation = "  "
  fileprivate static let empty = ResultLine(.fact, "")

  fileprivate init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  fileprivate init(_ kind: Kind, indented text: String) {
    self.init(kind, Self.indentation + text)
  }
}
