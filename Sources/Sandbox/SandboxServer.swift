import CloudflareAPI
import Dispatch
import Glibc
package import SinkSpec
import Synchronization
import System

/// A stand-in for the API on loopback, in which sinks can be created without an account.
///
/// It serves each connection by a thread that blocks; stopping shuts down all sockets, which wakes
/// these threads up.
package final class SandboxServer: Sendable {
  /// The most connections at once; others wait until one of them is closed.
  static let connectionLimit = 64

  private struct State {
    var connections: Set<CInt> = []
    var isStopped = false
  }

  private let listener: Listener
  private let api: Mutex<SandboxAPI>
  private let timeout: Duration
  private let state = Mutex(State())
  private let slots = DispatchSemaphore(value: connectionLimit)
  private let threads = DispatchGroup()

  private init(_ api: SandboxAPI, listener: Listener, timeout: Duration) {
    self.api = Mutex(api)
    self.listener = listener
    self.timeout = timeout
  }

  /// Serves until the task is cancelled; what was stored is forgotten then, and the port is free.
  ///
  /// - Parameters:
  ///   - port: where on 127.0.0.1; 0 picks a free one.
  ///   - failing: how creating a sink goes wrong; nil for not at all.
  ///   - timeout: how long a client may take to send its request, and again for the answer.
  ///   - onReady: called with the API's base URL once it can be used.
  /// - Throws: ``SandboxProblem`` when the port cannot be had.
  package static func run(
    port: UInt16 = 0, failing: FailureMode? = nil, timeout: Duration = .seconds(30),
    onReady: @escaping @Sendable (BaseURL) async -> Void
  ) async throws {
    let listener = try Listener(port: port)
    defer { listener.close() }
    let base = try BaseURL("http://127.0.0.1:\(listener.port)/client/v4")
    let server = SandboxServer(SandboxAPI(failing: failing), listener: listener, timeout: timeout)
    async let serving: Void = server.serveUntilCancelled()
    await onReady(base)
    await serving
  }

  private func serveUntilCancelled() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        detachThread {
          self.serve()
          continuation.resume()
        }
      }
    } onCancel: {
      stop()
    }
  }

  /// Serves until ``stop()`` is called; no connection is open and no thread runs after that.
  private func serve() {
    slots.wait()
    while let connection = accept() {
      threads.enter()
      detachThread { [self] in
        serve(Connection(descriptor: connection, timeout: timeout))
        close(connection)
        slots.signal()
        threads.leave()
      }
      slots.wait()
    }
    slots.signal()
    threads.wait()
  }

  private func stop() {
    state.withLock { state in
      state.isStopped = true
      for connection in state.connections { shutdown(connection, CInt(SHUT_RDWR)) }
    }
    shutdown(listener.descriptor, CInt(SHUT_RDWR))
  }

  /// The next connection; nil once the server is stopped.
  private func accept() -> CInt? {
    while true {
      let connection = listener.accept()
      let isStopped = state.withLock { state in
        if let connection { state.connections.insert(connection) }
        return state.isStopped
      }
      if isStopped {
        if let connection { close(connection) }
        return nil
      }
      if let connection { return connection }
      // A process that is out of descriptors would fail again at once, without end.
      usleep(100_000)
    }
  }

  /// Closes a connection, with the lock held: its number may be that of the next one.
  private func close(_ connection: CInt) {
    state.withLock { state in
      state.connections.remove(connection)
      _ = Glibc.close(connection)
    }
  }

  private func serve(_ connection: Connection) {
    do throws(HTTPRefusal) {
      guard let request = try connection.receiveRequest() else { return }
      let reaction = api.withLock {
        $0.react(to: SandboxRequest(request), at: Timestamp(sinceEpoch: WallClock.sinceEpoch))
      }
      switch reaction {
      case .answer(let answer): connection.send(answer, withBody: request.method != "HEAD")
      case .close: break
      case .stall: connection.waitForEnd()
      }
    } catch {
      connection.send(Envelope.failure(error.status, [APIError(message: error.message)]))
    }
  }
}
