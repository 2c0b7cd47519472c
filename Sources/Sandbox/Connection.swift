import CloudflareAPI
import Glibc

/// A connection that is waited for by blocking: one request, one answer, and then it is closed.
struct Connection {
  let descriptor: CInt
  /// How long the client may take to send its request, and again for the answer.
  let timeout: Duration

  /// Waits for the whole request.
  ///
  /// - Returns: the request; nil when the client has gone.
  /// - Throws: why the request is refused.
  func receiveRequest() throws(HTTPRefusal) -> HTTPRequest? {
    let deadline = ContinuousClock.now + timeout
    var reader = HTTPRequestReader()
    while true {
      guard let bytes = receive(until: deadline) else {
        throw HTTPRefusal(408, "The request did not come in time")
      }
      guard !bytes.isEmpty else { return nil }
      switch try reader.take(bytes) {
      case .incomplete: break
      case .expectsContinue: send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), until: deadline)
      case .whole(let request): return request
      }
    }
  }

  /// Sends the answer, and reads what the client still sends, as it could lose the answer if not.
  func send(_ answer: HTTPResponse, withBody: Bool = true) {
    let deadline = ContinuousClock.now + timeout
    guard send(answer.httpBytes(withBody: withBody), until: deadline),
      shutdown(descriptor, CInt(SHUT_WR)) == 0
    else { return }
    while let bytes = receive(until: deadline), !bytes.isEmpty {}
  }

  /// Leaves the request without an answer for as long as the client stays.
  func waitForEnd() {
    while let bytes = receive(until: nil), !bytes.isEmpty {}
  }

  /// Waits for bytes: none when there will be no more, nil when none came by the deadline.
  private func receive(until deadline: ContinuousClock.Instant?) -> [UInt8]? {
    guard setTimeout(SO_RCVTIMEO, until: deadline) else { return nil }
    let limit = 1 << 16
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      count = recv(descriptor, buffer.baseAddress, limit, 0)
      filled = max(count, 0)
    }
    return count < 0 && errno == EAGAIN ? nil : bytes
  }

  /// Sends all bytes; false if the client does not take them by the deadline.
  @discardableResult
  private func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard setTimeout(SO_SNDTIMEO, until: deadline) else { return false }
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest.removeFirst(count)
    }
    return true
  }

  /// Limits how long the next call blocks, nil for no limit; false once the deadline has passed.
  private func setTimeout(_ option: CInt, until deadline: ContinuousClock.Instant?) -> Bool {
    var time = timeval()
    if let deadline {
      let left = (deadline - .now).components
      time.tv_sec = Int(left.seconds)
      time.tv_usec = Int(left.attoseconds / 1_000_000_000_000)
      // No time at all would mean no limit.
      guard time.tv_sec > 0 || time.tv_usec > 0 else { return false }
    }
    return setsockopt(
      descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size)) == 0
  }
}

extension HTTPResponse {
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
