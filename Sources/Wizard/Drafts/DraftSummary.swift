package import SinkSpec

/// What a draft is, in short: the first line of its text.
package struct DraftSummary: Hashable, Sendable {
  /// The version of the text that follows.
  static let version = 1

  /// Its number among the drafts that are kept.
  package let number: Int
  package let name: String
  package let type: String
  package let columnCount: Int
  package let savedAt: Timestamp

  /// - Parameters:
  ///   - kept: the draft.
  ///   - number: its number among the drafts that are kept.
  ///   - savedAt: the time.
  init(of kept: SavedDraft, number: Int = 0, savedAt: Timestamp) {
    self.number = number
    name = Self.short(kept.draft["/name"])
    type = Self.short(kept.draft["/type"])
    columnCount = kept.draft.columns == .listed ? kept.draft.fields.count : 0
    self.savedAt = savedAt
  }

  /// A value as it is told in short: the line that it stands in stays short too.
  private static func short(_ entry: Entry) -> String {
    String(String.UnicodeScalarView(entry.text.unicodeScalars.prefix(128)))
  }

  /// Reads the first line of a draft's text.
  ///
  /// - Parameters:
  ///   - line: the line, without its end.
  ///   - number: the draft's number.
  /// - Throws: why it is none.
  package init(reading line: [UInt8], number: Int) throws(SavedDraftProblem) {
    guard let document = try? JSONDocument(parsing: line),
      let version = document.value(at: "/sinkwizard_draft")
    else { throw .damaged("it does not begin as a draft does") }
    guard document.literal(version) == String(Self.version) else { throw .newer }
    func text(_ pointer: Pointer) -> String? {
      document.value(at: pointer).flatMap { document.string($0) }
    }
    guard let name = text("/name"), let type = text("/type"),
      let columns = document.value(at: "/columns").flatMap({ Int(document.literal($0)) }),
      let savedAt = text("/saved_at").flatMap({ Timestamp(rfc3339: $0) })
    else { throw .damaged("its first line is not complete") }
    self.number = number
    self.name = name
    self.type = type
    columnCount = columns
    self.savedAt = savedAt
  }

  /// The first line of a draft's text, without its end.
  var line: String {
    """
    {"sinkwizard_draft":\(Self.version),"name":\(JSONText.string(name)),\
    "type":\(JSONText.string(type)),"columns":\(columnCount),\
    "saved_at":\(JSONText.string(savedAt.rfc3339))}
    """
  }
}
