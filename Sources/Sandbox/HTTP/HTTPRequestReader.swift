/// An incremental parser for one HTTP request.
struct HTTPRequestReader: Sendable {
  /// The maximum size of the request line and headers, in bytes.
  static let headLimit = 1 << 16
  /// The maximum size of the body, in bytes.
  static let bodyLimit = 1 << 20

  /// The state of the parser.
  enum Progress: Equatable, Sendable {
    case incomplete
    /// The client expects `100 Continue`. Reported once.
    case expectsContinue
    case whole(HTTPRequest)
  }

  private var bytes: [UInt8] = []
  private var lines: [Range<Int>] = []
  private var lineStart = 0
  /// The offset up to which the input has been searched for line ends.
  private var seen = 0
  private var head: RequestHead?

  /// Parses more bytes.
  ///
  /// Bytes after the request are ignored.
  ///
  /// - Parameter more: The bytes.
  /// - Returns: The progress, with the request once it is complete.
  /// - Throws: ``HTTPRefusal`` if the request is invalid; do not call the method again afterwards.
  mutating func take(_ more: some Sequence<UInt8>) throws(HTTPRefusal) -> Progress {
    bytes += more
    if let head { return progress(head) }
    guard try hasWholeHead() else { return .incomplete }
    let head = try RequestHead(lines: lines.map { bytes[$0] }, bodyLimit: Self.bodyLimit)
    self.head = head
    let progress = progress(head)
    return progress == .incomplete && head.expectsContinue ? .expectsContinue : progress
  }

  private func progress(_ head: RequestHead) -> Progress {
    guard bytes.count - seen >= head.bodyLength else { return .incomplete }
    var request = head.request
    request.body = Array(bytes[seen..<seen + head.bodyLength])
    return .whole(request)
  }

  /// Splits the head into lines; returns whether its final empty line has been reached.
  private mutating func hasWholeHead() throws(HTTPRefusal) -> Bool {
    while let end = bytes[seen...].firstIndex(of: UInt8(ascii: "\n")) {
      seen = end + 1
      guard seen <= Self.headLimit else { break }
      guard end > lineStart, bytes[end - 1] == UInt8(ascii: "\r") else {
        throw .malformed("A line does not end with CRLF")
      }
      let line = lineStart..<end - 1
      lineStart = seen
      if line.isEmpty { return true }
      lines.append(line)
    }
    seen = bytes.count
    guard bytes.count <= Self.headLimit else {
      throw HTTPRefusal(431, "The headers exceed \(Self.headLimit) bytes")
    }
    return false
  }
}
