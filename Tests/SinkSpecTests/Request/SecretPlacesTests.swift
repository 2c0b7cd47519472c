import SinkSpec
import Testing

struct SecretPlacesTests {
  /// Returns the parts of a text that must not be shown.
  private static func hidden(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let document = try? JSONDocument(parsing: bytes)
    return SecretPlaces.ranges(in: document, bytes).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      (#"{"config":{"token":"abc","bucket":"b"}}"#, [#""abc""#]),
      (#"{"config":{"token":"${NAME}"}}"#, []),
      (
        #"{"config":{"credentials":{"access_key_id":"a","secret_access_key":7}}}"#,
        [#""a""#, "7"]
      ),
      (#"{"config":{"credentials":"a"}}"#, [#""a""#]),
      (#"{"config":{"tokn":["a"]},"Token":"b"}"#, [#"["a"]"#, #""b""#]),
      (#"{"config":{"x":{"secretAccessKey":"a"}}}"#, [#""a""#]),
      (#"{"schema":{"fields":[{"type":"string","name":"token"}],"token":"x"}}"#, [#""x""#]),
      (
        #"{"schema":{"fields":[{"name":"a","credentials":{"b":"c"},"auth":"d"}]}}"#,
        [#"{"b":"c"}"#, #""d""#]
      ),
      (#"{"schema":{"fields":[{"name":"a","token":"${NAME}","items":{"token":"b"}}]}}"#, [#""b""#]),
      (#"{"config":{"list":[{"token":"a"},["b"]]}}"#, [#"[{"token":"a"},["b"]]"#]),
      (#"{"config":{"list":[{"apiKey":"a"},["b"]]}}"#, [#""a""#]),
      (#"{"config":{"token":"a"},"config":{"token":"b"}}"#, [#""a""#, #""b""#]),
    ] as [(String, [String])])
  func `finds possible secrets`(text: String, expected: [String]) {
    #expect(Self.hidden(in: text) == expected)
  }

  @Test(arguments: [
    "api_key", "API-Key", "password", "db.passwd", "private_key", "PrivateKey", "auth", "basicAuth",
    "Authorization", "auth_key", "accessKeyId",
  ])
  func `finds typical names of secrets`(name: String) {
    #expect(Self.hidden(in: #"{"config":{"\#(name)":"a"}}"#) == [#""a""#])
    #expect(Self.hidden(in: #"{"config":{"\#(name)":"a"},}"#).joined().contains(#""a""#))
  }

  @Test(arguments: ["author", "auth_method", "authority", "key", "path"])
  func `leaves other names alone`(name: String) {
    #expect(Self.hidden(in: #"{"config":{"\#(name)":"a"}}"#) == [])
    #expect(Self.hidden(in: #"{"config":{"\#(name)":"a"},}"#) == [])
  }

  @Test func `finds secrets near their names in invalid JSON`() {
    #expect(Self.hidden(in: #"{"token": "abc", }"#) == [#"": "abc", }"#])
    #expect(Self.hidden(in: #"{"secretAccessKey": "abc"#).joined() == #"AccessKey": "abc"#)
    #expect(Self.hidden(in: #"{"name": "abc", }"#) == [])
    #expect(Self.hidden(in: #"{"Auth": "abc", }"#) == [#"": "abc", }"#])
    #expect(Self.hidden(in: #"{"author": "abc", }"#) == [])
    let far = #"{"token": "abc""# + String(repeating: " ", count: 5000) + "x"
    #expect(!Self.hidden(in: far).joined().contains("x"))
  }

  /// The ranges of secrets, with a count of accesses.
  private final class CountingRanges: RandomAccessCollection {
    private let ranges: [Range<Int>]
    private(set) var uses = 0

    init(_ ranges: [Range<Int>]) { self.ranges = ranges }

    var startIndex: Int { 0 }
    var endIndex: Int { ranges.count }

    subscript(index: Int) -> Range<Int> {
      uses += 1
      return ranges[index]
    }
  }

  /// Returns how often ranges are accessed to find the secrets near each of `count` issues.
  private static func uses(forMembers count: Int) throws -> Int {
    let members = (0..<count).map { "\"token_\($0)\":\"s\"" }.joined(separator: ",")
    let bytes = Array("{\(members)}".utf8)
    let document = try JSONDocument(parsing: bytes)
    let secrets = CountingRanges(SecretPlaces.ranges(in: document, bytes))
    #expect(secrets.count == count)
    for place in secrets.indices {
      let offset = secrets[place].lowerBound
      #expect(secrets.overlapping(max(0, offset - 100)..<offset + 100).contains { _ in true })
    }
    return secrets.uses
  }

  @Test func `finds the secrets near an issue in logarithmic time`() throws {
    let uses = try [1_000, 2_000, 4_000].map(Self.uses)
    for (one, two) in zip(uses, uses.dropFirst()) {
      // Twice as many issues, each with one more step of a binary search.
      #expect(two < one * 5 / 2, "\(uses)")
    }
  }
}
