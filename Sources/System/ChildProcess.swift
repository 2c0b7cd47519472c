import CSystem
import Glibc

/// A filter such as gzip: a program that reads one descriptor and whose output is another.
///
/// It is killed when the value goes away.
package struct ChildProcess: ~Copyable {
  /// Where the program's output is read.
  package let output: CInt
  /// The process until it has been waited for.
  private var process: pid_t?
  private var hasSucceeded = false

  /// Starts a program from the PATH, without the secrets of the environment.
  ///
  /// - Parameters:
  ///   - program: the program's name.
  ///   - argument: its only argument.
  ///   - input: its standard input.
  /// - Throws: the system's error, ENOENT if there is no such program.
  package init(_ program: String, _ argument: String, input: CInt) throws(SystemError) {
    var output: CInt = -1
    var process: pid_t = 0
    let error = cs_start_filter(program, argument, input, &output, &process)
    guard error == 0 else { throw SystemError(number: error) }
    (self.output, self.process) = (output, process)
  }

  deinit {
    if let process {
      kill(process, SIGKILL)
      _ = cs_wait(process)
    }
    close(output)
  }

  /// Waits for the end of the program; whether it succeeded.
  package mutating func waitForSuccess() -> Bool {
    if let process { hasSucceeded = cs_wait(process) == 0 }
    process = nil
    return hasSucceeded
  }
}
