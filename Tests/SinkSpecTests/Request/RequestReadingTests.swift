import SinkSpec
import TestSupport
import Testing

/// Tests the lossless conversion of a payload to a request.
struct RequestReadingTests {
  private static func text(of payload: String, _ secrets: SecretStyle = .shown) throws -> String {
    let document = try JSONDocument(parsing: Array(payload.utf8))
    let text = RequestNode(reading: document).text(secrets: secrets)
    return try PayloadTree(parsing: text).text
  }

  @Test(
    arguments: [
      // Reference order; unknown members follow in the order of the file.
      (
        #"{"z":1,"schema":{},"a":{"y":1,"b":2},"type":"r2","name":"n"}"#,
        #"{"name":"n","type":"r2","schema":{},"z":1,"a":{"y":1,"b":2}}"#
      ),
      (
        #"{"schema":{"fields":[{"name":"a","items":{"name":"b","type":"int32"},"type":"list"}]}}"#,
        #"{"schema":{"fields":[{"type":"list","name":"a","items":{"type":"int32","name":"b"}}]}}"#
      ),
      // The last of duplicate members.
      (#"{"name":"a","x":1,"name":"b","x":2}"#, #"{"name":"b","x":2}"#),
      // Canonically equivalent names.
      (#"{"\u00e9":1,"e\u0301":2}"#, "{\"\u{E9}\":1,\"e\u{301}\":2}"),
      // Nothing is added, removed or moved, including members of other types and accounts.
      (
        #"{"account_id":"x","type":"r2","config":{"token":"t","namespace":"n"}}"#,
        #"{"type":"r2","config":{"token":"t","namespace":"n"},"account_id":"x"}"#
      ),
      (
        #"{"config":{},"format":{},"schema":{"fields":[],"inferred":null}}"#,
        #"{"config":{},"format":{},"schema":{"fields":[],"inferred":null}}"#
      ),
      // All digits and all shapes.
      (
        #"{"name":1.50e+3,"type":-0,"config":[18446744073709551616],"format":null,"schema":"x"}"#,
        #"{"name":1.50e+3,"type":-0,"config":[18446744073709551616],"format":null,"schema":"x"}"#
      ),
      ("[1,[]]", "[1,[]]"), ("5", "5"), ("null", "null"), ("\"x\"", "\"x\""), ("{}", "{}"),
    ] as [(String, String)])
  func `converts a payload`(payload: String, request: String) throws {
    #expect(try Array(Self.text(of: payload).utf8) == Array(request.utf8))
  }

  /// Escapes are kept as written, including unpaired surrogates.
  @Test func `keeps a lone surrogate`() throws {
    let document = try JSONDocument(parsing: Array(#"{"name":"a\ud800\/"}"#.utf8))
    let text = RequestNode(reading: document).text(secrets: .referenced)
    #expect(text == "{\n  \"name\": \"a\\ud800\\/\"\n}\n")
  }

  @Test(
    arguments: [
      #"{"config":{"credentials":{"access_key_id":"s3cret"}}}"#,
      #"{"config":{"credentials":{"secret_access_key":["s3cret"]}}}"#,
      #"{"config":{"credentials":{"key":"s3cret"}}}"#, #"{"config":{"credentials":"s3cret"}}"#,
      #"{"config":["s3cret"]}"#, #"{"Token":"s3cret"}"#, #"{"secretAccessKey":{"a":"s3cret"}}"#,
      #"{"x":{"y":{"token":"s3cret"}}}"#, #"{"x":[{"tokens":"s3cret"}]}"#,
      #"{"schema":{"fields":[{"token":"s3cret"}]}}"#, #"{"name":{"token":"s3cret"}}"#,
      #"[{"token":"s3cret"}]"#,
    ])
  func `marks possible secrets`(payload: String) throws {
    #expect(try !Self.text(of: payload, .referenced).contains("s3cret"))
    #expect(try !Self.text(of: payload, .masked).contains("s3cret"))
    #expect(try Self.text(of: payload).contains("s3cret"))
  }

  @Test(arguments: [
    #"{"config":null}"#, #"{"config":[1]}"#, #"{"config":{"credentials":[]}}"#,
    #"{"config":{"credentials":7}}"#,
  ])
  func `keeps secret members without text`(payload: String) throws {
    let document = try JSONDocument(parsing: Array(payload.utf8))
    let text = RequestNode(reading: document).text(secrets: .referenced)
    #expect(text.filter { !$0.isWhitespace } == payload)
  }
}
