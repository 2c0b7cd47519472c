import SinkExport
import SinkSpec
import Testing

/// Tests how single values are quoted, and which ones are omitted.
struct ValueTests {
  @Test(
    arguments: [
      ("a", #""a""#), ("\"\\\n\r\t", #""\"\\\n\r\t""#), ("${x}", #""$${x}""#),
      ("%{ if x }", #""%%{ if x }""#), ("$${x}", #""\u0024$${x}""#), ("$$$", #""\u0024\u0024$""#),
      ("%%{x", #""\u0025\u0025{x""#), ("${x}${", #""$${x}\u0024{""#), ("$ { $", #""$ { $""#),
      ("a$", #""a$""#),
      ("\0\u{1B}\u{202E}é日\u{E0001}", #""\u0000\u001b\u202eé日\U000e0001""#),
    ] as [(String, String)])
  func `escapes strings for terraform`(text: String, literal: String) throws {
    let export = try Sample.text(Sample.payload(path: text), as: .terraform)
    #expect(export.contains("    path = \(literal)\n"), "\(export)")
  }

  @Test(
    arguments: [
      ("a", #""a""#), ("'\"\\\n\r\t", #""'\"\\\n\r\t""#), ("{x}$", #""{x}$""#),
      ("\0\u{7F}\u{202E}é日\u{E0001}", #""\x00\x7f\u202eé日\U000e0001""#),
    ] as [(String, String)])
  func `escapes strings for python`(text: String, literal: String) throws {
    let export = try Sample.text(Sample.payload(path: text), as: .python)
    #expect(export.contains("\"path\": \(literal),\n"), "\(export)")
  }

  @Test(
    arguments: [
      ("a/b", "a/b"), ("-x", "-x"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#),
      ("$(x)`y`!", "'$(x)`y`!'"), ("é", "'é'"), ("a\n'!\\", #"$'a\x0a\x27\x21\x5c'"#),
      ("\u{202E}", #"$'\xe2\x80\xae'"#),
    ] as [(String, String)])
  func `quotes shell words for wrangler`(text: String, word: String) throws {
    let export = try Sample.text(Sample.payload(path: text), as: .wrangler)
    #expect(export.contains("  --path=\(word) \\\n") || export.contains("  --path=\(word)\n"))
  }

  @Test(
    arguments: [
      ("", "empty text"), ("a\0b", "cannot contain NUL"), ("'a'", "strips the enclosing quotes"),
      ("\"\"", "strips the enclosing quotes"),
    ] as [(String, String)])
  func `omits text that a wrangler option cannot hold`(text: String, reason: String) throws {
    let export = try Sample.text(Sample.payload(path: text), as: .wrangler)
    #expect(export.contains("# omitted /config/path ("))
    #expect(export.contains(reason))
    #expect(!export.contains("--path"))
  }

  @Test(
    arguments: [
      ("1048576", "1"), ("9007199254740992", "8589934592"), ("0", nil),
      ("1", "0.00000095367431640625"), ("1000000", "0.95367431640625"),
      ("5242881", "5.00000095367431640625"),
      ("9007199254740991", "8589934591.99999904632568359375"),
      ("9007199255789568", nil), ("-1048576", nil), ("1048576.0", nil),
      ("\"1\"", nil), ("18446744073708503040", nil),
    ] as [(String, String?)])
  func `converts sizes to wrangler's MiB`(size: String, count: String?) throws {
    let payload = #"{"type":"r2","config":{"rolling_policy":{"file_size_bytes":\#(size)}}}"#
    let export = try Sample.text(payload, as: .wrangler)
    if let count {
      #expect(export.contains("  --roll-size=\(count)\n"))
    } else {
      #expect(!export.contains("--roll-size"))
      #expect(export.contains("# omitted /config/rolling_policy/file_size_bytes "))
    }
  }

  /// wrangler takes this size as text: it sends 0, but accepts only whole MiB.
  @Test(
    arguments: [
      ("0", "0"), ("1048576", "1"), ("1048575", nil), ("1048577", nil), ("9007199255789568", nil),
    ] as [(String, String?)])
  func `converts row group sizes to wrangler's MiB`(size: String, count: String?) throws {
    let payload = #"{"format":{"type":"parquet","row_group_bytes":\#(size)}}"#
    let export = try Sample.text(payload, as: .wrangler)
    #expect(export.contains("  --target-row-group-size=\(count ?? "")\n") == (count != nil))
    #expect(export.contains("# omitted /format/row_group_bytes ") == (count == nil))
  }

  @Test(
    arguments: [
      ("9223372036854775807", true), ("9223372036854775808", false), ("-1", true), ("1.5", false),
      ("\"1\"", false), ("null", false), ("[]", false),
    ] as [(String, Bool)])
  func `writes integers that terraform accepts`(number: String, isGiven: Bool) throws {
    let payload = #"{"type":"r2","config":{"rolling_policy":{"file_size_bytes":\#(number)}}}"#
    let export = try Sample.text(payload, as: .terraform)
    #expect(export.contains("      file_size_bytes = \(number)\n") == isGiven)
    #expect(export.contains("# omitted /config/rolling_policy/file_size_bytes ") != isGiven)
  }

  @Test(arguments: ExportForm.allCases, [true, false])
  func `prints secrets only on request`(form: ExportForm, isShown: Bool) throws {
    let payload = """
      {"type":"r2","config":{"credentials":{"access_key_id":"s3cretA","secret_access_key":["s3cretB"]},
      "token":"s3cretC","secretAccessKey":"s3cretD"},"format":{"token":"s3cretE"}}
      """
    let text = try Sample.text(payload, as: form, secrets: isShown ? .shown : .referenced)
    #expect(text.contains("s3cretA") == isShown, "\(text)")
    for letter in "BCDE" where !isShown { #expect(!text.contains("s3cret\(letter)"), "\(text)") }
  }

  /// A reference is not a secret, so it is kept even when secrets are shown.
  @Test func `keeps references when secrets are shown`() throws {
    let payload = #"{"config":{"token":"${MINE}"}}"#
    let text = try Sample.text(payload, as: .python, secrets: .shown)
    #expect(text.contains(#""token": os.environ["MINE"],"#))
  }

  /// Outside secret fields, text that looks like a reference is sent literally.
  @Test func `does not expand references outside secrets`() throws {
    let payload = Sample.payload(path: "${HOME}")
    #expect(try Sample.text(payload, as: .python).contains(#""path": "${HOME}","#))
    #expect(try Sample.text(payload, as: .curl).contains(#""path": "${HOME}""#))
    #expect(try Sample.text(payload, as: .terraform).contains(#"path = "$${HOME}""#))
    #expect(try Sample.text(payload, as: .wrangler).contains("--path='${HOME}'"))
  }

  @Test(arguments: ExportForm.allCases)
  func `exports any payload without invisible characters`(form: ExportForm) throws {
    let hostile = "\u{202E}\u{1B}\u{7F}\u{85}\u{2028}\u{FEFF}\u{3000}\n# x"
    let name = JSONText.string(hostile)
    for payload in [
      "{}", "[]", "null", "5", "\"x\"", "[1,{\(name):\(name)}]", "{\(name):\(name)}",
      #"{"name":\#(name),"type":\#(name),"config":{\#(name):[\#(name)]},"schema":{"fields":[5]}}"#,
      #"{"name":[],"type":{},"config":5,"format":"x","schema":[]}"#,
      #"{"schema":{"fields":[{"type":"list","name":\#(name)},{"name":{}},[]]}}"#,
    ] {
      let text = try Sample.text(payload, as: form, account: hostile)
      #expect(!text.isEmpty)
      let unseen = text.unicodeScalars.filter {
        $0 != "\n" && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
      }
      #expect(unseen.isEmpty, "\(payload) \(text)")
      #expect(!text.contains("\n# x"), "\(payload) \(text)")
    }
  }
}
