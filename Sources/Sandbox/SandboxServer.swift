package import SinkSpec
import System

/// A stand-in for the API on loopback, in which sinks can be created without an account.
package enum SandboxServer {
  /// Serves until the task is cancelled; what was stored is forgotten then, and the port is free.
  ///
  /// - Parameters:
  ///   - port: where on 127.0.0.1; 0 picks a free one.
  ///   - failing: how creating a sink goes wrong; nil for not at all.
  ///   - patience: how long a client may take to send its request, and again for the answer.
  ///   - onReady: is told where the API is, once it can be asked.
  /// - Throws: ``SandboxProblem`` when the port cannot be had.
  package static func run(
    port: UInt16 = 0, failing: FailureMode? = nil, patience: Duration = .seconds(30),
    onReady: @escaping @Sendable (BaseURL) async -> Void
  ) async throws {
    let listener = try Listener(port: port)
    defer { listener.close() }
    guard let bell = Bell() else {
      throw SandboxProblem(port: port, reason: Descriptor.lastError)
    }
    defer { bell.close() }
    let base = try BaseURL("http://127.0.0.1:\(listener.port)/client/v4")
    let api = SandboxAPI(failing: failing)
    async let serving: Void = serve(until: bell) {
      var loop = ServerLoop(api, listener: listener, bell: bell, patience: patience)
      loop.run()
    }
    await onReady(base)
    await serving
  }

  /// Runs a loop that ends when the bell rings, which it does when the task is cancelled.
  private static func serve(until bell: Bell, _ loop: @escaping @Sendable () -> Void) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // Sockets are waited for where the thread stands, so it cannot be one that tasks share.
        detachThread {
          loop()
          continuation.resume()
        }
      }
    } onCancel: {
      bell.ring()
    }
  }
}
