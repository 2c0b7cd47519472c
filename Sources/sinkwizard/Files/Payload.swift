import ArgumentParser
import Glibc
import Screen
import SinkSpec
import System
import Wizard

/// Payload files: reading and writing them, and the sentences for what goes wrong.
enum Payload {
  /// The most bytes that are taken for a payload.
  static let limit = 16 << 20

  /// Reads a payload's text, or says in one sentence why not and throws the exit status.
  static func read(_ name: String) throws -> (name: String, bytes: [UInt8]) {
    let shown = name == "-" ? "standard input" : name
    switch contents(of: name) {
    case .success(let bytes): return (shown, bytes)
    case .failure(let problem):
      if case .failed(let sentence) = problem { Console.say("\(shown) \(sentence)") }
      throw ExitStatus.unreadable.code
    }
  }

  /// Reads a payload as JSON, or says where it is none and throws the exit status.
  static func parse(_ bytes: [UInt8], _ name: String) throws -> JSONDocument {
    do throws(JSONSyntaxError) {
      return try JSONDocument(parsing: bytes)
    } catch {
      let place = "\(name):\(error.position.line):\(error.position.column)"
      let sentence = TerminalText.printable("\(place): error: \(error.message) [json-syntax]")
      FileContents.writeAll(Array((sentence + "\n").utf8), to: 2)
      throw ExitStatus.invalid.code
    }
  }

  /// The path that a name typed in the wizard means: `~/` is the home folder, as in a shell.
  static func path(_ name: String) -> String {
    guard name.hasPrefix("~/"), let home = Environment.current["HOME"] else { return name }
    return home + name.dropFirst()
  }

  /// The text of a payload file; its problem is a sentence that goes on from the file's name.
  static func contents(of name: String) -> Result<[UInt8], FileProblem> {
    bytes(of: name, limit: limit).flatMap { bytes in
      if bytes.isEmpty { return .failure(.failed("is empty; a payload is a JSON object")) }
      if let offset = UTF8Validity.firstInvalidOffset(in: bytes) {
        return .failure(.failed("is not UTF-8 text: byte \(offset + 1) cannot stand there"))
      }
      if let offset = bytes.firstIndex(of: 0) {
        return .failure(.failed("is not text: byte \(offset + 1) is zero"))
      }
      return .success(bytes)
    }
  }

  /// The bytes of a file, whatever they are; its problem is a sentence that goes on from its name.
  ///
  /// - Parameters:
  ///   - name: `-` is standard input.
  ///   - limit: the most bytes that are taken.
  /// - Returns: the bytes, or the problem.
  static func bytes(of name: String, limit: Int) -> Result<[UInt8], FileProblem> {
    guard name != "-" else {
      guard isatty(0) == 0 else {
        return .failure(.failed("is the terminal; redirect a payload into it"))
      }
      return everything(from: 0, limit: limit)
    }
    // Without waiting, so that a pipe that nobody writes to does not hold the program up.
    let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(.failed(unreadableReason())) }
    defer { close(descriptor) }
    return everything(from: descriptor, limit: limit)
  }

  private static func everything(
    from descriptor: CInt, limit: Int
  ) -> Result<[UInt8], FileProblem> {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.failed(unreadableReason())) }
    if status.isDirectory { return .failure(.failed("is a directory, not a payload")) }
    if status.isRegularFile, status.st_size > limit {
      return .failure(.failed(tooLong("\(status.st_size)", limit)))
    }
    var beginning: [UInt8] = []
    if status.isPipe, descriptor != 0 {
      guard let first = FileContents.firstByte(ofPipe: descriptor) else {
        return .failure(.failed("is a pipe that nobody writes to"))
      }
      beginning = first
    }
    if descriptor != 0 { _ = fcntl(descriptor, F_SETFL, 0) }
    let expected = status.isRegularFile ? Int(status.st_size) : 0
    let contents = FileContents.readAll(
      descriptor, limit: limit, expected: expected, after: beginning)
    guard let bytes = contents else { return .failure(.failed(unreadableReason())) }
    return bytes.count > limit
      ? .failure(.failed(tooLong("more than \(limit)", limit))) : .success(bytes)
  }

  private static func tooLong(_ count: String, _ limit: Int) -> String {
    "has \(count) bytes; a payload has at most \(limit)"
  }

  /// Why the last attempt to read failed, as words that go on from the name.
  static func unreadableReason() -> String {
    switch errno {
    case ENOENT: "does not exist"
    case EACCES: "may not be read by this user"
    default: "cannot be read: \(SystemError.last.message)"
    }
  }

  // MARK: Writing

  /// Says at once when a file could not be written, before anything has been typed.
  static func checkWritable(_ name: String) throws {
    var status = stat()
    let isPassedOn = stat(name, &status) == 0 && !status.isRegularFile
    if isPassedOn, status.isDirectory {
      Console.say("\(name) is a directory; --output names a file")
    } else if isPassedOn ? access(name, W_OK) != 0 : access(folder(of: name), W_OK | X_OK) != 0 {
      Console.say("\(name) could not be written: \(SystemError.last.message)")
    } else {
      return
    }
    throw ExitStatus.unwritable.code
  }

  private static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? "."
  }

  /// Writes a payload to a file of mode 0600; when that fails the payload goes to standard output.
  static func write(_ text: String, to name: String) throws {
    if let problem = save(text, to: name, overwriting: true) {
      if case .failed(let sentence) = problem {
        Console.say("\(name) \(sentence); the payload follows on standard output")
      }
      FileContents.writeAll(Array(text.utf8), to: 1)
      throw ExitStatus.unwritable.code
    }
  }

  static func print(_ text: String) throws {
    guard FileContents.writeAll(Array(text.utf8), to: 1) else {
      Console.say("standard output could not be written: \(SystemError.last.message)")
      throw ExitStatus.unwritable.code
    }
  }

  /// Saves a payload whole or not at all: into a new file of mode 0600 that then takes the name.
  ///
  /// A link goes on leading to the file it names. A device or a pipe has no contents to replace,
  /// so it is written to as it is.
  ///
  /// - Returns: the problem, as a sentence that goes on from the file's name; nil when saved.
  static func save(_ text: String, to name: String, overwriting: Bool) -> FileProblem? {
    let bytes = Array(text.utf8)
    var status = stat()
    guard stat(name, &status) == 0 else { return replace(name, with: bytes) }
    if status.isDirectory { return .failed("is a directory, not a file") }
    guard status.isRegularFile else { return pass(bytes, to: name) }
    guard overwriting else { return .exists }
    guard let place = realpath(name, nil) else { return unwritable() }
    defer { free(place) }
    return replace(String(cString: place), with: bytes)
  }

  /// Writes a file whole or not at all: into a new file of mode 0600 that then takes the name.
  ///
  /// - Parameters:
  ///   - name: the file's name.
  ///   - bytes: its contents.
  ///   - isLasting: whether it must be on the disk before this returns, so that it also survives
  ///     the machine.
  /// - Returns: the problem, as a sentence that goes on from the file's name; nil when written.
  static func replace(
    _ name: String, with bytes: [UInt8], isLasting: Bool = true
  ) -> FileProblem? {
    let draft = "\(name).\(getpid()).new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return unwritable() }
    let isWritten =
      FileContents.writeAll(bytes, to: descriptor) && (!isLasting || fsync(descriptor) == 0)
    let problem = isWritten ? nil : unwritable()
    close(descriptor)
    if problem == nil, rename(draft, name) == 0 { return nil }
    let failure = problem ?? unwritable()
    unlink(draft)
    return failure
  }

  private static func pass(_ bytes: [UInt8], to name: String) -> FileProblem? {
    // Without waiting, so that a pipe that nobody reads from does not hold the program up.
    let descriptor = open(name, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return unwritable() }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFL, 0)
    return FileContents.writeAll(bytes, to: descriptor) ? nil : unwritable()
  }

  private static func unwritable() -> FileProblem {
    .failed("could not be written: \(SystemError.last.message)")
  }
}

extension stat {
  fileprivate var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  fileprivate var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  fileprivate var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
}
