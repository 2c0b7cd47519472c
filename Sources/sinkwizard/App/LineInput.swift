import Glibc
import SinkSpec
import System

/// Lines from standard input, together with what else ends the wait for one.
struct LineInput: ~Copyable {
  enum LineEvent {
    case line(String)
    /// A line that is no UTF-8.
    case notText
    /// A line that has more bytes than can be taken.
    case tooLong(limit: Int)
    /// There are no more lines; whether bytes came after the last one.
    case ended(inLine: Bool)
    /// SIGINT has come.
    case interrupted
    /// Another signal has come, which ends the program.
    case ending(CInt)
    /// The program was suspended, and goes on.
    case resumed
    /// The other descriptor can be read.
    case woken
  }

  /// The most bytes of a line.
  private static let limit = 1 << 20
  /// The most bytes of a line that the kernel passes on from a terminal; it drops the others.
  private static let terminalLimit = 4095

  private let wakeup: CInt
  private let isTerminal = isatty(0) != 0
  private let signals = SignalPipe([SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP])
  private var bytes: [UInt8] = []
  /// Where the next line begins in the bytes, and up to where no end of it was found.
  private var start = 0
  private var searched = 0
  /// Whether the beginning of a line was too long and is gone.
  private var isSkipping = false
  private var hasEnded = false

  /// - Parameter wakeup: another descriptor that ends the wait.
  init(wakeup: CInt) { self.wakeup = wakeup }

  /// Waits for the next event.
  ///
  /// - Parameters:
  ///   - isAsking: whether a line is waited for; otherwise lines wait.
  ///   - isSecret: whether the terminal is not to show what is typed.
  /// - Returns: what has come first.
  mutating func next(isAsking: Bool, isSecret: Bool) -> LineEvent {
    let echo = isAsking && isSecret ? Echo.off() : nil
    defer { echo?.restore() }
    while true {
      let line = isAsking ? takeLine() : nil
      var waits = [
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeup, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isAsking && line == nil ? 0 : -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waits, nfds_t(waits.count), line == nil ? -1 : 0)
      if count > 0, waits[0].revents != 0, let number = signals.next() {
        // What was read of a line stays: it comes with the next wait.
        giveBack(line)
        echo?.restore()
        switch number {
        case SIGINT: return .interrupted
        case SIGTSTP:
          signals.suspend()
          return .resumed
        default: return .ending(number)
        }
      }
      if count > 0, waits[1].revents != 0 {
        giveBack(line)
        return .woken
      }
      if let line { return line.event }
      guard count > 0 else { continue }
      if waits[2].revents != 0 { read() }
    }
  }

  private mutating func read() {
    if start > 0 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(0, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer.prefix(count)
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      hasEnded = true
    }
  }

  /// A line that was taken, and where it began.
  private struct Taken {
    let event: LineEvent
    let start: Int
    let wasSkipping: Bool
  }

  private mutating func giveBack(_ taken: Taken?) {
    guard let taken else { return }
    start = taken.start
    searched = start
    isSkipping = taken.wasSkipping
  }

  /// The next whole line; what is left without an end of line is none.
  private mutating func takeLine() -> Taken? {
    guard let end = bytes[max(start, searched)...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      if bytes.count - start > Self.limit {
        isSkipping = true
        bytes = []
        (start, searched) = (0, 0)
      }
      let isInLine = isSkipping || start < bytes.count
      return hasEnded
        ? Taken(event: .ended(inLine: isInLine), start: start, wasSkipping: isSkipping) : nil
    }
    let taken = Taken(
      event: isSkipping ? .tooLong(limit: Self.limit) : event(of: bytes[start..<end]),
      start: start, wasSkipping: isSkipping)
    isSkipping = false
    start = end + 1
    searched = start
    return taken
  }

  private func event(of line: ArraySlice<UInt8>) -> LineEvent {
    var line = Array(line)
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let limit = isTerminal ? Self.terminalLimit - 1 : Self.limit
    if line.count > limit { return .tooLong(limit: limit) }
    guard UTF8Validity.firstInvalidOffset(in: line) == nil else { return .notText }
    return .line(String(decoding: line, as: UTF8.self))
  }
}

/// The terminal with its echo turned off.
private struct Echo {
  private let before: termios

  /// Turns it off; nil when standard input is no terminal.
  static func off() -> Echo? {
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else { return nil }
    let echo = Echo(before: settings)
    settings.c_lflag &= ~tcflag_t(ECHO)
    settings.c_lflag |= tcflag_t(ECHONL)
    tcsetattr(0, TCSADRAIN, &settings)
    return echo
  }

  func restore() {
    var settings = before
    tcsetattr(0, TCSADRAIN, &settings)
  }
}
