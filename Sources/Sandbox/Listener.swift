import Glibc
import System

/// A socket that connections to 127.0.0.1 come in at.
struct Listener: Sendable {
  let descriptor: CInt
  /// Where it listens, also when any port would do.
  let port: UInt16

  /// Begins to listen.
  ///
  /// - Parameter wanted: the port; 0 for any.
  /// - Throws: ``SandboxProblem`` when the port cannot be had.
  init(port wanted: UInt16) throws(SandboxProblem) {
    descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else {
      throw SandboxProblem(port: wanted, reason: SystemError.last.message)
    }
    // Connections that were closed a moment ago would hold the port for a minute.
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

  /// Waits for a connection; nil when that fails, or the socket is shut down.
  func accept() -> CInt? {
    let connection = Glibc.accept(descriptor, nil, nil)
    guard connection >= 0 else { return nil }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    return connection
  }

  func close() { Glibc.close(descriptor) }

  /// Binds and listens, and puts in the port that was given.
  private static func listen(_ descriptor: CInt, at address: inout sockaddr_in) -> Bool {
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(descriptor, place, length) == 0 && Glibc.listen(descriptor, SOMAXCONN) == 0
          && getsockname(descriptor, place, &length) == 0
      }
    }
  }
}

/// Why the sandbox could not be served.
package struct SandboxProblem: Error, Sendable {
  let port: UInt16
  let reason: String

  /// The problem as one sentence.
  package var sentence: String { "the sandbox could not listen on port \(port): \(reason)" }
}
