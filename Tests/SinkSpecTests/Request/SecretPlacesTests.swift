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
}
