import CloudflareAPI
import Glibc

/// A connection: one request, one answer, and then it is closed.
struct Connection {
  enum Stage {
    /// The request comes in.
    case reading
    /// The answer goes out.
    case answering
    /// The answer is out; what the client still sends is read, as it could lose the answer if not.
    case draining
    /// The request is never answered.
    case held
    /// Nothing is left to do but to close.
    case over
  }

  let descriptor: CInt
  private(set) var stage = Stage.reading
  /// When patience ends; nil for never.
  private(set) var deadline: ContinuousClock.Instant?
  private let patience: Duration
  private var reader = HTTPRequestReader()
  private var output: ArraySlice<UInt8> = []

  init(_ descriptor: CInt, patience: Duration) {
    self.descriptor = descriptor
    self.patience = patience
    deadline = .now + patience
  }

  /// What is waited for, in the words of `poll`.
  var interest: CInt {
    (stage == .answering ? 0 : POLLIN) | (output.isEmpty ? 0 : POLLOUT)
  }

  /// Goes on after something happened on the connection.
  ///
  /// - Returns: the request, once it is whole.
  mutating func proceed() -> HTTPRequest? {
    send()
    guard stage != .answering, let bytes = receive() else { return nil }
    guard stage == .reading else { return nil }
    do {
      switch try reader.take(bytes) {
      case .incomplete: return nil
      case .expectsContinue:
        output += Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
        send()
        return nil
      case .whole(let request): return request
      }
    } catch {
      refuse(error)
      return nil
    }
  }

  /// Gives the answer to the request.
  mutating func answer(_ answer: Answer, withBody: Bool = true) {
    output += answer.httpBytes(withBody: withBody)
    stage = .answering
    deadline = .now + patience
    send()
  }

  /// Leaves the request without an answer for as long as the client stays.
  mutating func hold() {
    stage = .held
    deadline = nil
  }

  /// Leaves the request without an answer, and the connection too.
  mutating func drop() { stage = .over }

  /// Ends the patience with a client that is too slow.
  mutating func expire() {
    if stage == .reading {
      refuse(HTTPRefusal(408, "The request did not come in time"))
    } else {
      stage = .over
    }
  }

  func close() { Glibc.close(descriptor) }

  private mutating func refuse(_ refusal: HTTPRefusal) {
    answer(Envelope.failure(refusal.status, [APIError(message: refusal.message)]))
  }

  /// Receives what has come; nil when that is nothing, or the client is gone.
  private mutating func receive() -> [UInt8]? {
    let limit = 1 << 16
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      count = recv(descriptor, buffer.baseAddress, limit, 0)
      filled = max(count, 0)
    }
    if count > 0 { return bytes }
    if count == 0 || errno != EAGAIN { stage = .over }
    return nil
  }

  /// Sends what can be sent without waiting.
  private mutating func send() {
    while !output.isEmpty {
      let count = output.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else {
        if errno != EAGAIN { stage = .over }
        return
      }
      output.removeFirst(count)
    }
    guard stage == .answering else { return }
    stage = shutdown(descriptor, CInt(SHUT_WR)) == 0 ? .draining : .over
  }
}
