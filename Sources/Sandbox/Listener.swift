import Glibc
import System

/// A listening socket on 127.0.0.1.
struct Listener: Sendable {
  let descriptor: CInt
  /// The actual port.
  let port: UInt16

  /// Opens a socket and listens.
  ///
  /// - Parameter wanted: The port; 0 for any free port.
  /// - Throws: ``SandboxProblem`` if the port is unavailable.
  init(port wanted: UInt16) throws(SandboxProblem) {
    descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else {
      throw SandboxProblem(port: wanted, reason: SystemError.last.message)
    }
    // Recently closed connections would block the port for a minute (TIME_WAIT).
    var yes: CInt = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = wanted.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    guard Self.listen(descriptor, at: &address) else {
      let reason = SystemError.last.message
      Glibc.close(descriptor)
      throw SandboxProblem(port: wanted, reason: reason)
    }
    port = UInt16(bigEndian: address.sin_port)
  }

  /// Waits for a connection; returns nil on failure or after shutdown.
  func accept() -> CInt? {
    let connection = Glibc.accept(descriptor, nil, nil)
    guard connection >= 0 else { return nil }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    return connection
  }

  func close() { Glibc.close(descriptor) }

  /// Binds and listens, and updates the address with the actual port.
  private static func listen(_ descriptor: CInt, at address: inout sockaddr_in) -> Bool {
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && Glibc.listen(descriptor, SOMAXCONN) == 0
          && getsockname(descriptor, generic, &length) == 0
      }
    }
  }
}

/// The error if the sandbox cannot listen.
package struct SandboxProblem: Error, Sendable, CustomStringConvertible {
  let port: UInt16
  let reason: String

  /// The error, in one sentence.
  package var description: String { "the sandbox could not listen on port \(port): \(reason)" }
}
