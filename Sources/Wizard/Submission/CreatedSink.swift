import CloudflareAPI
import SinkSpec

/// The display of the created sink, on the screen and in output.
extension SubmissionState {
  /// The details of the created sink, then the sink as JSON, line by line.
  package var resultLines: [ResultLine] {
    guard let sink = created else { return [] }
    let facts: [(ResultLine.Kind, String)] = [
      (.id, "ID        \(sink.id)"), (.fact, "Created   \(sink.createdAt ?? "unknown")"),
      (.fact, "Modified  \(sink.modifiedAt ?? "unknown")"), (.fact, ""),
      (.fact, "A pipeline writes to it with"), (.sql, "  \(insertion ?? "")"), (.fact, ""),
    ]
    let stored = (createdText ?? "").split(separator: "\n").map {
      (ResultLine.Kind.stored, String($0))
    }
    return (facts + stored).map { ResultLine(kind: $0, text: $1) }
  }

  /// The created sink as JSON, without secrets.
  var createdText: String? {
    created.map { InvisibleCharacters.escapedInJSON($0.stored.text(secrets: .masked)) }
  }

  /// The SQL statement that writes into the created sink from a pipeline.
  var insertion: String? {
    // Never in quotes: the engine would look for a sink whose name includes them.
    created.map { "INSERT INTO \($0.name) SELECT * FROM your_stream;" }
  }
}

/// A line of the created sink's display.
package struct ResultLine: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case id, fact, sql
    /// A line of the sink's JSON as the API stored it.
    case stored
  }

  package let kind: Kind
  package let text: String
}
