internal import SinkSpec

extension Export {
  /// The request as an HTTP/1.1 message with LF line endings and a reference in place of the token.
  var http: String {
    let body = json
    var lines = [
      "POST \(base.path)\(Self.pathStart)\(accountInPath)\(Self.pathEnd) HTTP/1.1",
      "Host: \(base.authority)",
      "Authorization: Bearer ${\(Self.tokenVariable)}",
      "Content-Type: application/json",
      "Accept: application/json",
      "User-Agent: \(userAgent)",
    ]
    // With secrets still to be filled in, the length of the body is unknown.
    if value.variables.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
    return lines.joined(separator: "\n") + "\n\n" + body
  }

  /// The account ID as a path segment, or a reference if it is unknown.
  private var accountInPath: String {
    account.map(PercentEncoding.encoded) ?? "${\(Self.accountVariable)}"
  }
}
