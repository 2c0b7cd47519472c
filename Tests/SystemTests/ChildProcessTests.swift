import Glibc
import System
import Testing

@Suite struct `A child process` {
  /// Returns the output of a program that reads a text, and whether it succeeded.
  private static func run(
    _ program: String, _ argument: String, on text: String = ""
  ) throws -> (output: String, hasSucceeded: Bool) {
    let input = try Pipe()
    Array(text.utf8).withUnsafeBytes { _ = write(input.writeEnd, $0.baseAddress, $0.count) }
    close(input.writeEnd)
    defer { close(input.readEnd) }
    var child = try ChildProcess(program, argument, input: input.readEnd)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1024)
    while case let count = read(child.output, &buffer, buffer.count), count > 0 {
      bytes += buffer.prefix(count)
    }
    return (String(decoding: bytes, as: UTF8.self), child.waitForSuccess())
  }

  @Test func `filters its input`() throws {
    let (output, hasSucceeded) = try Self.run("cat", "-", on: "events")
    #expect(output == "events")
    #expect(hasSucceeded)
  }

  @Test func `tells a failure`() throws {
    #expect(try !Self.run("gzip", "-dc", on: "not compressed").hasSucceeded)
  }

  @Test func `inherits the PATH and no secrets`() throws {
    #expect(try Self.run("printenv", "PATH").hasSucceeded)
    #expect(try !Self.run("printenv", "HOME").hasSucceeded)
  }

  @Test func `is not started if there is no such program`() {
    let error = #expect(throws: SystemError.self) {
      try Self.run("sinkwizard-no-such-program", "-")
    }
    #expect(error?.number == ENOENT)
    #expect(error?.message == "No such file or directory")
  }
}
