import Glibc

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Runs a blocking closure on a new thread, off the cooperative thread pool.
///
/// Signals are blocked on that thread, so that the thread that owns the terminal receives them.
/// If no thread can be started, the process exits with a message: the closure may block forever, so
/// the caller cannot run it.
package func detachThread(_ body: @escaping @Sendable () -> Void) {
  do throws(SystemError) {
    try startThread(body)
  } catch {
    let sentence = "sinkwizard: cannot start a thread: \(error.message)\n"
    Array(sentence.utf8).withUnsafeBytes { _ = write(2, $0.baseAddress, $0.count) }
    exit(Surroundings.exitStatus)
  }
}

/// Runs a closure on a new thread; throws if no thread can be started.
///
/// Signals are blocked on that thread, except those of a crash: their handlers restore the terminal.
package func startThread(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
  var blocked = sigset_t()
  var before = sigset_t()
  sigfillset(&blocked)
  for signal in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { sigdelset(&blocked, signal) }
  pthread_sigmask(SIG_SETMASK, &blocked, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  let box = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let error = pthread_create(
    &thread, nil,
    { context in
      if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run() }
      return nil
    }, box.toOpaque())
  guard error == 0 else {
    box.release()
    throw SystemError(number: error)
  }
  pthread_detach(thread)
}
