import ArgumentParser
import Glibc
import SchemaImport
import Screen
import SinkSpec
import System
import Wizard

/// Reads and writes payload files.
enum Payload {
  /// The maximum size in bytes of a payload to send or to print.
  static let limit = 16 << 20
  /// The maximum size in bytes of a file to open in the wizard.
  static let wizardLimit = 100 << 20

  /// Returns a payload's text, or prints the error and throws the exit status.
  static func read(_ name: String, limit: Int = limit) throws -> (name: String, bytes: [UInt8]) {
    let shown = name == "-" ? "standard input" : name
    switch contents(of: name, limit: limit, reportingTo: { _, _ in }) {
    case .success(let bytes): return (shown, bytes)
    case .failure(let problem):
      if case .failed(let sentence) = problem { Console.say("\(shown) \(sentence)") }
      throw ExitStatus.unreadable.code
    }
  }

  /// The file that the wizard starts with.
  struct Start {
    let name: String
    /// Its contents; nil for a large file, which is read while the wizard shows the progress.
    let bytes: [UInt8]?
  }

  /// Returns the file that the wizard starts with, or prints the error and throws the exit status.
  static func start(_ name: String) throws -> Start {
    var status = stat()
    if name != "-", stat(name, &status) == 0, status.isRegularFile, access(name, R_OK) == 0,
      (limit + 1...wizardLimit).contains(Int(status.st_size))
    {
      return Start(name: name, bytes: nil)
    }
    let (shown, bytes) = try read(name, limit: wizardLimit)
    return Start(name: shown, bytes: bytes)
  }

  /// Parses a payload as JSON, or prints the syntax error and throws the exit status.
  static func parse(_ bytes: [UInt8], _ name: String) throws -> JSONDocument {
    do throws(JSONSyntaxError) {
      return try JSONDocument(parsing: bytes)
    } catch {
      let location = "\(name):\(error.position.line):\(error.position.column)"
      let sentence = TerminalText.printable("\(location): error: \(error.message) [json-syntax]")
      FileContents.writeAll(Array((sentence + "\n").utf8), to: 2)
      throw ExitStatus.invalid.code
    }
  }

  /// Returns the path for a name typed in the wizard; expands `~/` to the home folder.
  static func path(_ name: String) -> String {
    guard name.hasPrefix("~/"), let home = Environment.current["HOME"] else { return name }
    return home + name.dropFirst()
  }

  /// Returns the text of a payload file, or the error, phrased to follow the file name.
  ///
  /// - Parameters:
  ///   - name: The file name; `-` is standard input.
  ///   - limit: The maximum size in bytes.
  ///   - report: Called with the number of bytes read and the size, if known; throws to stop.
  /// - Returns: The text without a byte order mark, or the error.
  /// - Throws: Any error thrown by `report`.
  static func contents<Stop: Error>(
    of name: String, limit: Int,
    reportingTo report: (Int, Int?) throws(Stop) -> Void
  ) throws(Stop) -> Result<[UInt8], FileProblem> {
    let read = try bytes(of: name, limit: limit, reportingTo: report)
    guard case .success(let bytes) = read else { return read }
    if bytes.isEmpty { return .failure(.failed("is empty; a payload is a JSON object")) }
    if let encoding = FileEncoding(of: bytes) { return .failure(.failed(encoding.sentence)) }
    if let offset = UTF8Validity.firstInvalidOffset(in: bytes) {
      return .failure(.failed("is not UTF-8 text: byte \(offset + 1) is invalid"))
    }
    if let offset = bytes.firstIndex(of: 0) {
      return .failure(.failed("is not text: byte \(offset + 1) is NUL"))
    }
    return .success(FileEncoding.withoutByteOrderMark(bytes))
  }

  /// Returns the bytes of a file, or the error, phrased to follow the file name.
  ///
  /// - Parameters:
  ///   - name: The file name; `-` is standard input.
  ///   - limit: The maximum size in bytes.
  ///   - report: Called with the number of bytes read and the size, if known; throws to stop.
  /// - Returns: The bytes, or the error.
  /// - Throws: Any error thrown by `report`.
  static func bytes<Stop: Error>(
    of name: String, limit: Int,
    reportingTo report: (Int, Int?) throws(Stop) -> Void
  ) throws(Stop) -> Result<[UInt8], FileProblem> {
    guard name != "-" else {
      guard isatty(0) == 0 else {
        return .failure(
          .failed("is the terminal; name a file or pipe a payload in, e.g. < sink.json"))
      }
      return try everything(from: 0, limit: limit, reportingTo: report)
    }
    // Open without blocking, so that a pipe without a writer does not hang the program.
    let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(.failed(unreadableReason())) }
    defer { close(descriptor) }
    return try everything(from: descriptor, limit: limit, reportingTo: report)
  }

  private static func everything<Stop: Error>(
    from descriptor: CInt, limit: Int, reportingTo report: (Int, Int?) throws(Stop) -> Void
  ) throws(Stop) -> Result<[UInt8], FileProblem> {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.failed(unreadableReason())) }
    if status.isDirectory { return .failure(.failed("is a directory, not a payload")) }
    if status.isRegularFile, status.st_size > limit {
      return .failure(.failed(tooLong("\(status.st_size)", limit)))
    }
    var beginning: [UInt8] = []
    if status.isPipe, descriptor != 0 {
      guard let first = FileContents.firstByte(ofPipe: descriptor) else {
        return .failure(.failed("is a pipe without a writer"))
      }
      beginning = first
    }
    if descriptor != 0 { _ = fcntl(descriptor, F_SETFL, 0) }
    let size = status.isRegularFile ? Int(status.st_size) : nil
    let contents = try FileContents.readAll(
      descriptor, limit: limit, expected: size ?? 0, after: beginning
    ) { count throws(Stop) in try report(count, size) }
    guard let bytes = contents else { return .failure(.failed(unreadableReason())) }
    return bytes.count > limit
      ? .failure(.failed(tooLong("more than \(limit)", limit))) : .success(bytes)
  }

  private static func tooLong(_ count: String, _ limit: Int) -> String {
    "has \(count) bytes; payloads are limited to \(limit)"
  }

  /// Returns why the last read failed, phrased to follow the file name.
  static func unreadableReason() -> String {
    switch errno {
    case ENOENT: "does not exist"
    case EACCES: "is not readable; check its permissions"
    default: "cannot be read: \(SystemError.last.message)"
    }
  }

  // MARK: Writing

  /// Fails early if the output file cannot be written.
  static func checkWritable(_ name: String) throws {
    var status = stat()
    let isPassedOn = stat(name, &status) == 0 && !status.isRegularFile
    if isPassedOn, status.isDirectory {
      Console.say("\(name) is a directory; --output needs a file")
    } else if isPassedOn ? access(name, W_OK) != 0 : access(folder(of: name), W_OK | X_OK) != 0 {
      Console.say("\(name) could not be written: \(SystemError.last.message)")
    } else {
      return
    }
    throw ExitStatus.unwritable.code
  }

  /// Returns whether a file can be read again, unlike a pipe or a device.
  static func isFile(_ name: String) -> Bool {
    var status = stat()
    return stat(name, &status) == 0 && status.isRegularFile
  }

  private static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? "."
  }

  /// Writes a payload to a file with mode 0600; on failure, prints it to standard output instead.
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
      throw Console.outputFailure(SystemError.last.message)
    }
  }

  /// Saves a payload atomically: writes a new file with mode 0600, then renames it.
  ///
  /// Symbolic links are followed. Devices and pipes have no contents to replace, so they are
  /// written in place.
  ///
  /// - Parameters:
  ///   - text: The payload.
  ///   - name: The file name.
  ///   - overwriting: Whether an existing file may be replaced.
  /// - Returns: The error, phrased to follow the file name; nil on success.
  static func save(_ text: String, to name: String, overwriting: Bool) -> FileProblem? {
    let bytes = Array(text.utf8)
    var status = stat()
    guard stat(name, &status) == 0 else { return replace(name, with: bytes) }
    if status.isDirectory { return .failed("is a directory, not a file") }
    guard status.isRegularFile else { return pass(bytes, to: name) }
    guard overwriting else { return .exists }
    guard let path = realpath(name, nil) else { return unwritable() }
    defer { free(path) }
    return replace(String(cString: path), with: bytes)
  }

  private static func replace(_ name: String, with bytes: [UInt8]) -> FileProblem? {
    switch replaceAndKeepOpen(name, with: bytes, isLasting: true) {
    case .success(let descriptor):
      close(descriptor)
      return nil
    case .failure(let problem): return problem
    }
  }

  /// Writes a file atomically: writes a new file with mode 0600, then renames it.
  ///
  /// - Parameters:
  ///   - name: The file name.
  ///   - bytes: The contents.
  ///   - isLasting: Whether to sync the file to disk first, so that it survives a power failure.
  /// - Returns: The descriptor, which the caller closes, or the error, phrased to follow the file
  ///   name.
  static func replaceAndKeepOpen(
    _ name: String, with bytes: [UInt8], isLasting: Bool
  ) -> Result<CInt, FileProblem> {
    // Not the process ID: in a container, the next run may have the same.
    let draft = "\(name).\(String(UInt64.random(in: .min ... .max), radix: 36)).new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return .failure(unwritable()) }
    let isWritten =
      FileContents.writeAll(bytes, to: descriptor) && (!isLasting || fsync(descriptor) == 0)
    if isWritten, rename(draft, name) == 0 { return .success(descriptor) }
    let problem = unwritable()
    close(descriptor)
    unlink(draft)
    return .failure(problem)
  }

  private static func pass(_ bytes: [UInt8], to name: String) -> FileProblem? {
    // Open without blocking, so that a pipe without a reader does not hang the program.
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
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  fileprivate var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
}
