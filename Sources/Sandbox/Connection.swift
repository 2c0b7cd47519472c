import CloudflareAPI
import Glibc

/// A blocking connection for a single request and response.
struct Connection {
  let descriptor: CInt
  /// The time limit for receiving the request, and for sending the response.
  let timeout: Duration

  /// Waits for the complete request.
  ///
  /// - Returns: The request; nil if the client has disconnected.
  /// - Throws: ``HTTPRefusal`` if the request is malformed or arrives too late.
  func receiveRequest() throws(HTTPRefusal) -> HTTPRequest? {
    let deadline = ContinuousClock.now + timeout
    var reader = HTTPRequestReader()
    while true {
      guard let bytes = receive(until: deadline) else {
        throw HTTPRefusal(408, "The request timed out")
      }
      guard !bytes.isEmpty else { return nil }
      switch try reader.take(bytes) {
      case .incomplete: break
      case .expectsContinue: send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), until: deadline)
      case .whole(let request): return request
      }
    }
  }

  /// Sends the response and drains the connection: closing it with unread data could reset it
  /// before the client has read the response.
  func send(_ answer: HTTPResponse, withBody: Bool = true) {
    let deadline = ContinuousClock.now + timeout
    guard send(answer.httpBytes(withBody: withBody), until: deadline),
      shutdown(descriptor, CInt(SHUT_WR)) == 0
    else { return }
    while let bytes = receive(until: deadline), !bytes.isEmpty {}
  }

  /// Waits until the client disconnects, without responding.
  func waitForEnd() {
    while let bytes = receive(until: nil), !bytes.isEmpty {}
  }

  /// Waits for bytes; returns an empty array at the end of the stream, and nil after the deadline.
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

  /// Sends all bytes; returns false if the client does not accept them before the deadline.
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

  /// Sets the timeout of the next blocking call, nil for none; returns false after the deadline.
  private func setTimeout(_ option: CInt, until deadline: ContinuousClock.Instant?) -> Bool {
    var time = timeval()
    if let deadline {
      let left = (deadline - .now).components
      time.tv_sec = Int(left.seconds)
      time.tv_usec = Int(left.attoseconds / 1_000_000_000_000)
      // A timeout of zero would mean no timeout.
      guard time.tv_sec > 0 || time.tv_usec > 0 else { return false }
    }
    return setsockopt(
      descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size)) == 0
  }
}

extension HTTPResponse {
  /// Returns the response as HTTP/1.1 with `Connection: close`.
  ///
  /// - Parameter withBody: Whether to include the body: not for `HEAD` (RFC 9110, section 9.3.2).
  /// - Returns: The bytes of the response.
  func httpBytes(withBody: Bool = true) -> [UInt8] {
    let ending = [Header("Content-Length", "\(body.count)"), Header("Connection", "close")]
    let lines = (headers + ending).map { "\($0.name): \($0.value)\r\n" }.joined()
    return Array("HTTP/1.1 \(status) Sandbox\r\n\(lines)\r\n".utf8) + (withBody ? body : [])
  }
}
