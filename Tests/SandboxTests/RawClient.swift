import Foundation
import Glibc
import SinkSpec

/// A raw TCP connection to a sandbox.
struct RawClient: Sendable {
  private let descriptor: CInt

  /// Connects with a timeout of 30 s for all operations.
  init(_ base: BaseURL) throws {
    struct NoPort: Error {}
    guard let port = base.authority.split(separator: ":").last.flatMap({ UInt16($0) }) else {
      throw NoPort()
    }
    descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: 30, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(
        descriptor, SOL_SOCKET, option, &timeout, socklen_t(MemoryLayout<timeval>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        connect(descriptor, place, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else {
      close()
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }

  /// Returns the next bytes, or `nil` at the end of the connection; throws on timeout.
  func receive() throws -> String? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return count == 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Returns all remaining bytes.
  func rest() throws -> String {
    var all = ""
    while let text = try receive() { all += text }
    return all
  }

  func close() { Glibc.close(descriptor) }

  /// Runs a function with a new connection on a separate thread, off the cooperative pool.
  static func use<Value: Sendable>(
    _ base: BaseURL, _ work: @escaping @Sendable (RawClient) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread {
        continuation.resume(
          with: Result {
            let client = try RawClient(base)
            defer { client.close() }
            return try work(client)
          })
      }.start()
    }
  }
}
