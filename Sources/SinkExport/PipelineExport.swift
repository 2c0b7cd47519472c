package import SinkSpec

/// A pipeline that writes a stream into a sink: its SQL statement, and commands that create it.
///
/// The lines of a command are short, so that they can be read and copied from a narrow terminal.
package struct PipelineExport: Hashable, Sendable {
  /// The placeholder for the name of a stream that is not known.
  package static let placeholder = "your_stream"

  /// The name of the pipeline.
  package let name: String
  package let statement: String
  private let account: String
  private let base: BaseURL

  /// Creates the export of a pipeline, or `nil` if SQL cannot use the name of the sink or of the
  /// stream.
  ///
  /// - Parameters:
  ///   - sink: The name of the sink.
  ///   - stream: The name of the stream.
  ///   - account: The account ID.
  ///   - base: The base URL of the API.
  package init?(sink: String, stream: String, account: String, base: BaseURL) {
    guard Self.isUsable(sink), Self.isUsable(stream) else { return nil }
    let ending = "_pipeline"
    name = sink.prefix(Self.longestName - ending.count) + ending
    statement = "INSERT INTO \(sink) SELECT * FROM \(stream);"
    self.account = account
    self.base = base
  }

  private static let longestName = 128

  /// Returns whether SQL can refer to a sink or stream with the given name.
  ///
  /// Names are never quoted, because the engine treats the quotes as part of the name.
  package static func isUsable(_ name: String) -> Bool {
    (1...longestName).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  /// A bash command that creates the pipeline with wrangler.
  package var wrangler: String {
    let address =
      base == .standard ? "" : "CLOUDFLARE_API_BASE_URL=\(ShellText.word(base.text)) \\\n  "
    return """
      \(Export.accountVariable)=\(ShellText.word(account)) \\
        \(address)npx wrangler pipelines create \(name) \\
        --sql=\(ShellText.quoted(statement))
      """
  }

  /// A bash command that creates the pipeline with curl.
  ///
  /// The token comes from a process substitution, because other users of the machine could read it in
  /// an argument. The first line fails if the token is not set.
  package var curl: String {
    let path = ShellText.word(PercentEncoding.encoded(account) + "/pipelines/v1/pipelines")
    return """
      : "${\(Export.tokenVariable):?}" &&
      curl -sS --fail-with-body --request POST \\
        \(ShellText.word(base.text + Export.pathStart))\\
      \(path) \\
        --header @<(printf 'Authorization: Bearer %s\\n' "$\(Export.tokenVariable)") \\
        --header 'Content-Type: application/json' \\
        --data-binary '{
          "name": \(JSONText.string(name)),
          "sql": \(JSONText.string(statement))}'
      """
  }
}
