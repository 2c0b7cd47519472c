import Glibc
import SchemaImport
import System
import Wizard

/// Sample events from a file or standard input, decompressed if necessary.
final class SampleSource {
  /// The descriptor to read: the file, or the decompressor's output.
  private var descriptor: CInt
  /// The file itself.
  private let file: CInt
  private let isOwn: Bool
  private var process: ChildProcess?
  private var program = ""
  /// The bytes read to detect the compression.
  private var beginning: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  private var consumed = 0
  /// The size of the file; nil if unknown.
  let total: Int?

  /// Opens a file, and starts its decompressor if necessary.
  ///
  /// - Parameters:
  ///   - name: The file name; `-` is standard input.
  ///   - cancellation: Cancels the wait for the first bytes.
  /// - Throws: The reason the file cannot be read.
  init(_ name: String, unless cancellation: CancellationFlag) throws(FileProblem) {
    isOwn = name != "-"
    if name == "-", isatty(0) != 0 {
      throw .failed("is the terminal; name a file or pipe events in, e.g. < events.ndjson")
    }
    // Open without blocking, so that a pipe without a writer does not hang the program.
    file = isOwn ? open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) : 0
    descriptor = file
    guard file >= 0 else { throw Self.problem }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.problem }
    if status.st_mode & S_IFMT == S_IFDIR { throw .failed("is a directory, not a file of events") }
    total = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    if isOwn, status.st_mode & S_IFMT == S_IFIFO {
      guard let first = FileContents.firstByte(ofPipe: file) else {
        throw .failed("is a pipe without a writer")
      }
      beginning = first
    }
    if isOwn { _ = fcntl(file, F_SETFL, 0) }
    enlargePipe()
    try readBeginning(unless: cancellation)
    guard let encoding = FileEncoding(of: beginning) else { return }
    guard let program = encoding.filter else { throw .failed(Self.sentence(for: encoding)) }
    try decompress(with: program)
    try readBeginning(unless: cancellation)
    if let inside = FileEncoding(of: beginning) {
      throw .failed(
        "is \(encoding.title), and its contents are \(inside.title); "
          + "decompress the outer layer first: \(program) -dc FILE | sinkwizard infer -")
    }
  }

  private static func sentence(for encoding: FileEncoding) -> String {
    encoding.sentence(before: "sinkwizard infer -")
  }

  deinit {
    if isOwn, file >= 0 { close(file) }
  }

  /// The number of bytes read from the file.
  var position: Int {
    guard process != nil, total != nil else { return consumed }
    return max(0, Int(lseek(file, 0, SEEK_CUR)))
  }

  /// Reads the next block.
  ///
  /// - Parameter cancellation: Cancels the wait.
  /// - Returns: Up to 1 MiB; empty if nothing arrived within 0.1 s, nil at the end.
  /// - Throws: The reason reading failed.
  func next(unless cancellation: CancellationFlag) throws(FileProblem) -> ArraySlice<UInt8>? {
    if !beginning.isEmpty {
      defer { beginning = [] }
      return beginning[...]
    }
    while true {
      let hasCome = Self.wait(for: descriptor)
      if cancellation.isCancelled { return nil }
      guard hasCome else { return [] }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count >= 0 else { throw Self.problem }
      consumed += count
      if count > 0 { return buffer[..<count] }
      try checkEnd()
      return nil
    }
  }

  /// Throws if the decompressor reported damaged or truncated input.
  private func checkEnd() throws(FileProblem) {
    guard process != nil, process?.waitForSuccess() == false else { return }
    throw .failed("is damaged or truncated: \(program) could not decompress it")
  }

  /// Enlarges the pipe's buffer, if the descriptor is a pipe; fewer, larger reads are twice as fast.
  private func enlargePipe() {
    _ = fcntl(descriptor, Self.setPipeSize, CInt(buffer.count))
  }

  /// `F_SETPIPE_SZ`, which the Glibc module does not always export.
  private static let setPipeSize: CInt = 1024 + 7

  /// Waits up to 0.1 s for input.
  private static func wait(for descriptor: CInt) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 100) != 0
  }

  /// The number of bytes needed to detect a compression format.
  private static let magicLength = 6

  private func readBeginning(unless cancellation: CancellationFlag) throws(FileProblem) {
    while beginning.count < Self.magicLength, !cancellation.isCancelled {
      guard Self.wait(for: descriptor) else { continue }
      let count = read(descriptor, &buffer, Self.magicLength - beginning.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.problem }
      if count == 0 { break }
      beginning += buffer[..<count]
    }
    consumed = beginning.count
  }

  private func decompress(with program: String) throws(FileProblem) {
    self.program = program
    let input = total == nil ? try pipeWithBeginning() : file
    if total != nil { lseek(file, 0, SEEK_SET) }
    beginning = []
    defer { if input != file { close(input) } }
    do throws(SystemError) {
      let filter = try ChildProcess(program, "-dc", input: input)
      descriptor = filter.output
      enlargePipe()
      process = consume filter
    } catch {
      throw .failed(
        error.number == ENOENT
          ? "is compressed with \(program), which is not installed"
          : "cannot be decompressed: \(error.message)")
    }
  }

  /// Returns a pipe that supplies the bytes already read, then the rest of the input.
  private func pipeWithBeginning() throws(FileProblem) -> CInt {
    guard let pipe = try? Pipe() else { throw Self.problem }
    let (source, beginning) = (file, beginning)
    detachThread {
      var bytes = beginning
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while !bytes.isEmpty, FileContents.writeAll(bytes, to: pipe.writeEnd) {
        let count = read(source, &buffer, buffer.count)
        bytes = count > 0 ? Array(buffer[..<count]) : []
      }
      close(pipe.writeEnd)
    }
    return pipe.readEnd
  }

  private static var problem: FileProblem { .failed(Payload.unreadableReason()) }
}
