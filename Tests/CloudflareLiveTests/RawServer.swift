import Foundation
import Glibc
import Synchronization

/// A loopback server with scripted behaviour at the byte level.
final class RawServer: Sendable {
  /// The reaction to a POST; a GET is answered with a list.
  enum Behaviour: Sendable {
    /// Reads the request, sends these bytes and closes.
    case answer(String)
    /// Like `answer`, but with one byte per packet.
    case bytewise(String)
    /// Reads the request, then sends an endless response slowly.
    case drip
    /// Reads the request, then sends a response of the given size until the client stops reading.
    case flood(Int)
    /// Closes without reading.
    case closeAtOnce
    /// Reads only the headers, then closes.
    case closeAfterHeaders
    /// Reads the request, then resets the connection.
    case reset
    /// Reads the request, then waits until the client closes.
    case stall
  }

  struct Seen: Sendable {
    /// The heads of all complete requests.
    var heads: [String] = []
    /// The number of bytes of a flood that were sent.
    var flooded = 0
    var connections = 0
  }

  let port: UInt16
  private let listener: CInt
  private let behaviour: Behaviour
  private let response: String
  private let seen = Mutex(Seen())

  /// Starts listening.
  ///
  /// - Parameters:
  ///   - behaviour: The reaction to a POST.
  ///   - response: The response to a GET or HEAD; by default an empty list.
  init(
    _ behaviour: Behaviour,
    response: String = "HTTP/1.1 200 OK\r\nContent-Length: 28\r\nConnection: close\r\n\r\n"
      + #"{"success":true,"result":[]}"#
  ) {
    self.behaviour = behaviour
    self.response = response
    (listener, port) = Self.listen(backlog: 16)
    Thread { [self] in serve() }.start()
  }

  var heads: [String] { seen.withLock(\.heads) }
  var posts: Int { heads.count { $0.hasPrefix("POST ") } }
  var connections: Int { seen.withLock(\.connections) }
  var flooded: Int { seen.withLock(\.flooded) }

  /// Stops listening; open connections run to their end.
  func stop() { shutdown(listener, CInt(SHUT_RDWR)) }

  static func listen(backlog: CInt) -> (listener: CInt, port: UInt16) {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        precondition(bind(listener, place, length) == 0)
        precondition(Glibc.listen(listener, backlog) == 0)
        precondition(getsockname(listener, place, &length) == 0)
      }
    }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// Starts a connection without waiting for it to be accepted.
  static func connect(to port: UInt16) -> CInt {
    let connection = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    _ = fcntl(connection, F_SETFL, O_NONBLOCK)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        _ = Glibc.connect(connection, place, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return connection
  }

  // MARK: Serving

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      seen.withLock { $0.connections += 1 }
      // One thread per connection, so that a stalled one does not block the next.
      Thread { [self] in
        handle(connection)
        close(connection)
      }.start()
    }
    close(listener)
  }

  private func handle(_ connection: CInt) {
    if case .closeAtOnce = behaviour { return }
    guard let head = readHead(connection) else { return }
    guard head.hasPrefix("POST ") else {
      note(head)
      send(response, connection)
      return
    }
    if case .closeAfterHeaders = behaviour { return resetOnClose(connection) }
    guard readBody(connection, head: head) else { return }
    note(head)
    react(connection)
  }

  private func react(_ connection: CInt) {
    switch behaviour {
    case .answer(let text): send(text, connection)
    case .bytewise(let text):
      var noDelay: CInt = 1
      setsockopt(
        connection, CInt(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<CInt>.size))
      for byte in text.utf8 { send([byte], connection) }
    case .drip:
      send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", connection)
      while send([0x20], connection) { usleep(20_000) }
    case .flood(let count):
      send("HTTP/1.1 200 OK\r\nContent-Length: \(count)\r\n\r\n", connection)
      let block = [UInt8](repeating: 0x20, count: 1 << 16)
      for _ in 0..<count / block.count where send(block, connection) {
        seen.withLock { $0.flooded += block.count }
      }
    case .reset: resetOnClose(connection)
    case .stall:
      var byte: UInt8 = 0
      _ = recv(connection, &byte, 1, 0)
    case .closeAtOnce, .closeAfterHeaders: break
    }
  }

  private func note(_ head: String) { seen.withLock { $0.heads.append(head) } }

  private func readHead(_ connection: CInt) -> String? {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard head.count < 65_536, recv(connection, &byte, 1, 0) == 1 else { return nil }
      head.append(byte)
    }
    return String(decoding: head, as: UTF8.self)
  }

  private func readBody(_ connection: CInt, head: String) -> Bool {
    let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
    var left = line.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while left > 0 {
      let count = recv(connection, &bytes, min(left, bytes.count), 0)
      guard count > 0 else { return false }
      left -= count
    }
    return true
  }

  @discardableResult
  private func send(_ text: String, _ connection: CInt) -> Bool {
    send(Array(text.utf8), connection)
  }

  @discardableResult
  private func send(_ bytes: [UInt8], _ connection: CInt) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private func resetOnClose(_ connection: CInt) {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }
}
