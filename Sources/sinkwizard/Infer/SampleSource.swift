import Glibc
import System
import Wizard

/// Sample events from a file or standard input, decompressed where they have to be.
final class SampleSource {
  /// Programs that decompress, by the bytes with which what they compress begins.
  private enum Compression: CaseIterable {
    case gzip, zstd

    var program: String { self == .gzip ? "gzip" : "zstd" }
    var magic: [UInt8] { self == .gzip ? [0x1F, 0x8B] : [0x28, 0xB5, 0x2F, 0xFD] }
  }

  /// What is read of: the file, or what decompresses it.
  private var descriptor: CInt
  /// The file itself.
  private let file: CInt
  private let isOwn: Bool
  private var process: ChildProcess?
  private var program = ""
  /// What was read to tell how it is compressed.
  private var beginning: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  private var consumed = 0
  /// The bytes of the file; nil when that is not known.
  let total: Int?

  /// Opens a file, and begins to decompress it when that is asked for.
  ///
  /// - Parameters:
  ///   - name: `-` is standard input.
  ///   - sign: ends the wait for the first bytes when it is set.
  /// - Throws: why there are no bytes to be had from it.
  init(_ name: String, unless sign: CancellationFlag) throws(FileProblem) {
    isOwn = name != "-"
    if name == "-", isatty(0) != 0 {
      throw .failed("is the terminal; redirect events into it")
    }
    // Without waiting for someone who opens a pipe to write; what comes is waited for.
    file = isOwn ? open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) : 0
    descriptor = file
    guard file >= 0 else { throw Self.problem }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.problem }
    if status.st_mode & S_IFMT == S_IFDIR { throw .failed("is a directory, not a file of events") }
    total = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    if isOwn, status.st_mode & S_IFMT == S_IFIFO {
      guard let first = FileContents.firstByte(ofPipe: file) else {
        throw .failed("is a pipe that nobody writes to")
      }
      beginning = first
    }
    if isOwn { _ = fcntl(file, F_SETFL, 0) }
    try readBeginning(unless: sign)
    if [[0xFF, 0xFE], [0xFE, 0xFF]].contains(Array(beginning.prefix(2))) {
      throw .failed("is UTF-16; events are UTF-8: iconv -f UTF-16 -t UTF-8 converts it")
    }
    if let compression = Compression.allCases.first(where: { beginning.starts(with: $0.magic) }) {
      try decompress(compression)
    }
  }

  deinit {
    if isOwn, file >= 0 { close(file) }
  }

  /// How many bytes of the file have been read.
  var position: Int {
    guard process != nil, total != nil else { return consumed }
    return max(0, Int(lseek(file, 0, SEEK_CUR)))
  }

  /// What comes next.
  ///
  /// - Parameter sign: ends the wait for more when it is set.
  /// - Returns: up to a MiB of bytes, none when nothing came for a tenth of a second; nil at the end.
  /// - Throws: why it cannot be read further.
  func next(unless sign: CancellationFlag) throws(FileProblem) -> ArraySlice<UInt8>? {
    if !beginning.isEmpty {
      defer { beginning = [] }
      return beginning[...]
    }
    while true {
      let hasCome = Self.wait(for: descriptor)
      if sign.isCancelled { return nil }
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

  /// Whether what decompressed it found it whole.
  private func checkEnd() throws(FileProblem) {
    guard process != nil, process?.waitForSuccess() == false else { return }
    throw .failed("is damaged or cut short: \(program) could not decompress it to its end")
  }

  /// Waits a tenth of a second for something to read.
  private static func wait(for descriptor: CInt) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 100) != 0
  }

  private func readBeginning(unless sign: CancellationFlag) throws(FileProblem) {
    while beginning.count < 4, !sign.isCancelled {
      guard Self.wait(for: file) else { continue }
      let count = read(file, &buffer, 4 - beginning.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.problem }
      if count == 0 { break }
      beginning += buffer[..<count]
    }
    consumed = beginning.count
  }

  private func decompress(_ compression: Compression) throws(FileProblem) {
    program = compression.program
    let input = total == nil ? try pipeWithBeginning() : file
    if total != nil { lseek(file, 0, SEEK_SET) }
    beginning = []
    defer { if input != file { close(input) } }
    do throws(SystemError) {
      let filter = try ChildProcess(program, "-dc", input: input)
      descriptor = filter.output
      process = consume filter
    } catch {
      throw .failed(
        error.number == ENOENT
          ? "is compressed by \(program), which is not installed here"
          : "cannot be decompressed: \(error.message)")
    }
  }

  /// A pipe into which what was read already is put before the rest of the input.
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
