import CSystem
import Glibc

/// A child process that filters data from one descriptor to another, such as gzip.
///
/// The process is killed when the value is destroyed.
package struct ChildProcess: ~Copyable {
  /// The descriptor of the program's output.
  package let output: CInt
  /// The process ID; nil after the process has been waited for.
  private var process: pid_t?
  private var hasSucceeded = false

  /// Starts a program from the PATH with a minimal environment, without secrets.
  ///
  /// - Parameters:
  ///   - program: The program's name.
  ///   - argument: Its only argument.
  ///   - input: The descriptor of its standard input.
  /// - Throws: ``SystemError``, with ENOENT if the program does not exist.
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

  /// Waits for the program to exit and returns whether it succeeded.
  package mutating func waitForSuccess() -> Bool {
    if let process { hasSucceeded = cs_wait(process) == 0 }
    process = nil
    return hasSucceeded
  }
}
