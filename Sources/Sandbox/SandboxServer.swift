import CloudflareAPI
import Dispatch
import Glibc
package import SinkSpec
import Synchronization
import System

/// A local mock of the API, which creates sinks without an account.
///
/// Each connection is served on its own blocking thread. Stopping the server shuts down all
/// sockets, which unblocks the threads.
package final class SandboxServer: Sendable {
  /// The maximum number of concurrent connections; others wait until one is closed.
  static let connectionLimit = 64

  private struct State {
    var connections: Set<CInt> = []
    /// The connections that are still waiting for their request, oldest first.
    var waiting: [CInt] = []
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

  /// Serves requests until the task is cancelled, then discards all data and releases the port.
  ///
  /// - Parameters:
  ///   - port: The port on 127.0.0.1; 0 picks a free port.
  ///   - failing: The failures to simulate.
  ///   - timeout: The time limit for receiving a request, and for sending the response.
  ///   - onReady: A closure that receives the base URL once the server accepts connections.
  /// - Throws: ``SandboxProblem`` if the port is unavailable.
  package static func run(
    port: UInt16 = 0, failing: [SimulatedFailure] = [], timeout: Duration = .seconds(30),
    onReady: @escaping @Sendable (BaseURL) async -> Void
  ) async throws {
    let listener = try Listener(port: port)
    defer { listener.close() }
    let base = try BaseURL("http://127.0.0.1:\(listener.port)/client/v4")
    let server = SandboxServer(SandboxAPI(failures: failing), listener: listener, timeout: timeout)
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

  /// Serves until ``stop()`` is called, and returns after all connections and threads have ended.
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
      waitForSlot()
    }
    slots.signal()
    threads.wait()
  }

  /// Waits until another connection is allowed.
  ///
  /// Idle connections must not keep others waiting: once the limit is reached, the oldest one
  /// without a request is closed.
  private func waitForSlot() {
    while slots.wait(timeout: .now() + .milliseconds(200)) == .timedOut {
      state.withLock { state in
        if !state.waiting.isEmpty { shutdown(state.waiting.removeFirst(), CInt(SHUT_RDWR)) }
      }
    }
  }

  private func stop() {
    state.withLock { state in
      state.isStopped = true
      for connection in state.connections { shutdown(connection, CInt(SHUT_RDWR)) }
    }
    shutdown(listener.descriptor, CInt(SHUT_RDWR))
  }

  /// Returns the next connection; nil once the server is stopped.
  private func accept() -> CInt? {
    while true {
      let connection = listener.accept()
      let isStopped = state.withLock { state in
        if let connection {
          state.connections.insert(connection)
          state.waiting.append(connection)
        }
        return state.isStopped
      }
      if isStopped {
        if let connection { close(connection) }
        return nil
      }
      if let connection { return connection }
      // Back off: without free descriptors, accept would fail in a busy loop.
      usleep(100_000)
    }
  }

  /// Closes a connection under the lock, because its descriptor may be reused immediately.
  private func close(_ connection: CInt) {
    state.withLock { state in
      state.connections.remove(connection)
      state.waiting.removeAll { $0 == connection }
      _ = Glibc.close(connection)
    }
  }

  private func serve(_ connection: Connection) {
    do throws(HTTPRefusal) {
      let received = try connection.receiveRequest()
      state.withLock { $0.waiting.removeAll { $0 == connection.descriptor } }
      guard let request = received else { return }
      guard request.isForThisMachine else {
        throw HTTPRefusal(421, "The sandbox serves only this machine: 127.0.0.1 or localhost")
      }
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
