package import SinkSpec

/// The summary of a saved draft, stored on the first line of its record.
package struct DraftSummary: Hashable, Sendable {
  /// The version of the draft format; earlier versions are still read.
  static let version = 5

  /// The beginning of the line, in every version.
  static let start = "{\"sinkwizard_draft\":"

  /// The number that identifies the saved draft.
  package let number: Int
  package let name: String
  package let type: String
  package let columnCount: Int
  package let savedAt: Timestamp
  /// The account in the URL; empty if there is none.
  package let account: String
  /// The endpoint that the draft was made for; empty if unknown.
  package let endpoint: String

  /// Summarizes a draft.
  ///
  /// - Parameters:
  ///   - savedDraft: The draft.
  ///   - number: The number that identifies the saved draft.
  ///   - savedAt: The time of saving.
  package init(of savedDraft: SavedDraft, number: Int = 0, savedAt: Timestamp) {
    self.number = number
    name = Self.short(savedDraft.draft["/name"])
    type = Self.short(savedDraft.draft["/type"])
    columnCount = savedDraft.draft.columns == .listed ? savedDraft.draft.fields.count : 0
    self.savedAt = savedAt
    account = Self.short(savedDraft.draft["/account_id"])
    endpoint = savedDraft.endpoint
  }

  /// The length of the longest value in the summary line, in scalars.
  private static let longest = 128

  /// Returns a value shortened for the summary line.
  private static func short(_ entry: Entry) -> String {
    let text = entry.text
    return text.utf8.count <= longest
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest)))
  }

  /// Reads the summary of the last state in a draft's file.
  ///
  /// - Parameters:
  ///   - text: The file, or as much of it as a file with several records may have.
  ///   - number: The number of the draft.
  /// - Throws: `SavedDraftProblem` if there is no valid summary.
  package init(reading text: [UInt8], number: Int) throws(SavedDraftProblem) {
    try self.init(ofRecord: DraftJournal.lastRecord(in: text), number: number)
  }

  /// Parses the first line of a record.
  init(ofRecord record: ArraySlice<UInt8>, number: Int) throws(SavedDraftProblem) {
    let line = record.prefix { $0 != UInt8(ascii: "\n") }
    guard let document = try? JSONDocument(parsing: Array(line)),
      let version = document.value(at: "/sinkwizard_draft")
    else { throw .damaged("its first line is not a draft summary") }
    guard (1...Self.version).contains(where: { document.literal(version) == String($0) }) else {
      throw .newer
    }
    guard let name = document.text(at: "/name"), let type = document.text(at: "/type"),
      let columns = document.value(at: "/columns").flatMap({ Int(document.literal($0)) }),
      let savedAt = document.text(at: "/saved_at").flatMap({ Timestamp(rfc3339: $0) })
    else { throw .damaged("its first line is incomplete") }
    self.number = number
    self.name = name
    self.type = type
    columnCount = columns
    self.savedAt = savedAt
    account = document.text(at: "/account") ?? ""
    endpoint = document.text(at: "/endpoint") ?? ""
  }

  /// The first line of a record, without its line break.
  var line: String {
    """
    \(Self.start)\(Self.version),"name":\(JSONText.string(name)),\
    "type":\(JSONText.string(type)),"columns":\(columnCount),\
    "saved_at":\(JSONText.string(savedAt.rfc3339)),"account":\(JSONText.string(account)),\
    "endpoint":\(JSONText.string(endpoint))}
    """
  }
}
