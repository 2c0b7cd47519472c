import Testing

@testable import SinkSpec

/// Tests the printed parameter reference, whole and filtered.
struct FieldReferenceTests {
  private static let parameters =
    [SinkDescription.account] + SinkDescription.all().dropFirst() + SchemaFieldDescription.members

  /// Returns the pointers in a text, one for each parameter.
  private static func pointers(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("/") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func `contains every parameter once`() {
    let listed = Self.pointers(in: FieldReference.text)
    #expect(listed.count == 49)
    #expect(listed.sorted() == Self.parameters.map(\.pointer.text).sorted())
  }

  @Test func `fits 80 columns without trailing blanks or control characters`() {
    for line in FieldReference.text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.unicodeScalars.count <= 80, "\(line)")
      #expect(line.last != " ", "\(line)")
      #expect(
        line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(line)")
    }
  }

  /// Returns text without line breaks, for searching.
  private static func unwrapped(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func `contains everything in the description of a parameter`() throws {
    for parameter in Self.parameters {
      let text = Self.unwrapped(
        try FieldReference.text(matching: [parameter.pointer.text]))
      var wanted = [parameter.help, parameter.example] + parameter.choices.map(\.help)
      wanted += parameter.choices.map(\.value)
      wanted += parameter.rules.map { "\($0.severity) \($0.name): \($0.summary)" }
      if !parameter.isRequired { wanted.append("default \(parameter.whenOmitted)") }
      for sentence in wanted {
        #expect(text.contains(Self.unwrapped(sentence)), "\(parameter.pointer) \(sentence)")
      }
    }
  }

  @Test func `formats an entry`() throws {
    #expect(
      try FieldReference.text(matching: ["roll-idle-pointless", "/schema/fields/0/unit"]) == """
        Rolling
        =======

        /config/rolling_policy/inactivity_seconds  seconds, optional
          Closes a file after this many seconds without new events.
          bounds    1 to 18446744073709551615
          example   60
          default   never
          note      roll-idle-pointless: less than interval_seconds (default 300)


        Schema and its fields
        =====================

        /schema/fields/*/unit  choice, only for timestamp
          The unit of numeric timestamps, counted from the Unix epoch (1970).
          values    second       10 digits today
                    millisecond  13 digits today
                    microsecond  16 digits today
                    nanosecond   19 digits today
          example   millisecond
          default   millisecond

        """)
  }

  @Test func `lists the rules of lists`() throws {
    let top = try FieldReference.text(matching: ["/schema/fields"])
    for rule in Rules.topFieldList {
      #expect(Self.unwrapped(top).contains("\(rule.severity) \(rule.name): \(rule.summary)"))
    }
    let nested = try FieldReference.text(matching: ["/schema/fields/*/fields"])
    #expect(nested.contains("field-name-duplicate"))
    #expect(!nested.contains("field-name-reserved"))
  }

  @Test(
    arguments: [
      ("/config/credentials", 3), ("/config/rolling_policy/interval_seconds", 1),
      ("/schema/fields/12/fields/3/items/unit", 1), ("/schema/fields/0", 8),
      ("/schema/fields/*", 8), ("/schema/fields", 9), ("/schema/fields/0/fields/1", 8),
      ("/account_id", 1), ("rolling", 4), ("ROLLING", 4), ("Rolling policy", 1),
      ("bucket-name", 1), ("zstd", 2), ("field-name-reserved", 1), ("iceberg", 2), ("/", 49),
      ("/config/roll", 4), ("format-missing", 1), ("unknown-member", 0),
    ] as [(String, Int)])
  func `filters by a word`(word: String, count: Int) throws {
    let text = try FieldReference.text(matching: [word])
    #expect(Self.pointers(in: text).count == count, "\(Self.pointers(in: text))")
    #expect(text.hasSuffix("\n"))
  }

  @Test func `filters by several words and keeps its order`() throws {
    let text = try FieldReference.text(matching: ["/type", "/name", "/name"])
    #expect(Self.pointers(in: text) == ["/name", "/type"])
  }

  @Test(
    arguments: [
      ("/config/bukcet", "/config/bucket"), ("rollling", nil),
      ("intervalSeconds", "interval_seconds"),
      ("bukcet", "bucket"), ("jurisdicton", "jurisdiction"), ("", nil), ("xyzzy-plugh", nil),
      ("\u{1B}[2J", nil),
    ] as [(String, String?)])
  func `suggests the nearest word if nothing matches`(word: String, nearest: String?) throws {
    #expect(throws: FieldReference.UnknownWord(word: word, nearest: nearest)) {
      try FieldReference.text(matching: ["name", word])
    }
  }
}
