/// Reads one request from bytes that come in pieces of any size.
struct HTTPRequestReader: Sendable {
  /// The most bytes of a request line and headers.
  static let headLimit = 1 << 16
  /// The most bytes of a body.
  static let bodyLimit = 1 << 20

  /// How far the reading has come.
  enum Progress: Equatable, Sendable {
    case incomplete
    /// The client waits to be told to go on; said once.
    case expectsContinue
    case whole(HTTPRequest)
  }

  private var bytes: [UInt8] = []
  private var lines: [Range<Int>] = []
  private var lineStart = 0
  /// Up to where ends of lines were looked for.
  private var seen = 0
  private var head: RequestHead?

  /// Takes the bytes that came next; what follows a whole request is left alone.
  ///
  /// - Parameter more: any number of bytes.
  /// - Returns: the request, when it is whole.
  /// - Throws: why it is refused; nothing is to be read any more then.
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

  /// Looks for lines, up to and with the empty one that ends the head.
  private mutating func hasWholeHead() throws(HTTPRefusal) -> Bool {
    while let end = bytes[seen...].firstIndex(of: UInt8(ascii: "\n")) {
      seen = end + 1
      guard seen <= Self.headLimit else { break }
      guard end > lineStart, bytes[end - 1] == UInt8(ascii: "\r") else {
        throw .malformed("A line does not end with CR and LF")
      }
      let line = lineStart..<end - 1
      lineStart = seen
      if line.isEmpty { return true }
      lines.append(line)
    }
    seen = bytes.count
    guard bytes.count <= Self.headLimit else {
      throw HTTPRefusal(431, "The headers have more than \(Self.headLimit) bytes")
    }
    return false
  }
}
