import Foundation
import SinkSpec
import Testing

extension EndToEnd {
  /// Tests file names and values with terminal escapes in everything the commands print.
  @Suite struct HostileNameTests {
    /// Every kind of escape or invisible character, without a slash, NUL or line break.
    private static let hostile =
      "\u{1B}]0;pwned\u{7}\u{1B}[31m\u{202E}gpj\u{200B}\u{2028}\u{9B}1m\u{7F}\r\u{FEFF}e\u{301}"

    private static let payload = """
      {"name":@,"type":"r2","config":{"account_id":@,"bucket":@,"credentials":{\
      "access_key_id":"${A}","secret_access_key":"${B}"},"path":@,@:1,"file_naming":{"prefix":@,\
      "strategy":@}},"format":{"type":"json","x":@},"schema":{"fields":[{"name":@,\
      "type":"string"},{"name":"t","type":@}]}}
      """.replacing("@", with: "\"\(JSONText.escapedForTest(hostile))\"")

    private static let commands = [
      "check $f", "check --format json $f", "check bad$f", "check no$f", "preview $f",
      "preview bad$f", "preview no$f", "preview --as http $f", "preview --as curl $f",
      "preview --as terraform $f", "preview --as python $f", "preview --as wrangler $f",
      "infer ev$f", "infer --explain ev$f", "infer no$f", "submit --dry-run $f", "submit $f",
      "submit no$f", "fields $h", "fields /config/$h", "sinks get $h", "sinks list --account-id $h",
      "sinks list --base-url $h", "$h", "--$h", "check --format $h $f", "sandbox --port $h",
      "new --plain --from $f", "new --plain --from no$f", "new --plain --from bad$f",
      "new --plain --output /nonexistent/$h", "preview --base-url $h --as curl $f",
    ]

    @Test(arguments: commands)
    func `prints no terminal escapes from input`(command: String) throws {
      let folder = Folder()
      let name = Self.hostile + ".json"
      try folder.write(Self.payload, to: name)
      try folder.write("{\"a\":" + Self.hostile, to: "bad" + name)
      try folder.write(
        "{\"\(JSONText.escapedForTest(Self.hostile))\":1}\n\(Self.hostile)\n", to: "ev" + name)
      try folder.write(Self.hostile, to: ".hostile")
      // Quoted, because the shell would split the name at blanks.
      let quoted = command.split(separator: " ").map { word in
        word.contains("$") ? "\"\(word)\"" : String(word)
      }.joined(separator: " ")
      let outcome = try Program.runWithoutTerminal(
        """
        h=$(cat .hostile); f=$h.json; [ -f "$f" ] || exit 99; \
        CLOUDFLARE_API_BASE_URL="http://127.0.0.1:1/$h" CLOUDFLARE_ACCOUNT_ID="$h" \
        CLOUDFLARE_API_TOKEN="x$h" sinkwizard \(quoted)
        """, in: folder)
      #expect(outcome.status != 99)
      for text in [outcome.output, outcome.errors] {
        let acted = text.unicodeScalars.filter { scalar in
          scalar != "\n"
            && [.control, .format, .lineSeparator, .paragraphSeparator].contains(
              scalar.properties.generalCategory)
        }
        #expect(acted.isEmpty, "\(acted.map { String($0.value, radix: 16) })")
      }
      #expect(!(outcome.output + outcome.errors).isEmpty)
    }
  }
}

extension JSONText {
  /// Returns text for the inside of a JSON string, escaping only what JSON requires.
  fileprivate static func escapedForTest(_ text: String) -> String {
    String(string(text).dropFirst().dropLast())
  }
}
