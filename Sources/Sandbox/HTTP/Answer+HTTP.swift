import CloudflareAPI

extension Answer {
  /// The answer as the bytes of HTTP/1.1, after which the connection is closed.
  ///
  /// - Parameter withBody: whether the body is sent: not to a `HEAD`, RFC 9110 section 9.3.2.
  /// - Returns: all bytes of the answer.
  func httpBytes(withBody: Bool = true) -> [UInt8] {
    let ending = [Header("Content-Length", "\(body.count)"), Header("Connection", "close")]
    let lines = (headers + ending).map { "\($0.name): \($0.value)\r\n" }.joined()
    return Array("HTTP/1.1 \(status) Sandbox\r\n\(lines)\r\n".utf8) + (withBody ? body : [])
  }
}
