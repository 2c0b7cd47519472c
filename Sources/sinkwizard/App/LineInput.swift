import Glibc
import SinkSpec
import System

/// Lines from standard input, multiplexed with signals and another descriptor.
struct LineInput: ~Copyable {
  enum LineEvent {
    case line(String)
    /// A line that is not valid UTF-8.
    case notText
    /// A line longer than the limit in bytes.
    case tooLong(limit: Int)
    /// End of input; `inLine` is whether an unterminated line preceded it.
    case ended(inLine: Bool)
    /// SIGINT was received.
    case interrupted
    /// Another signal that ends the program was received.
    case ending(CInt)
    /// The program was suspended and has resumed.
    case resumed
    /// The other descriptor is readable.
    case woken
  }

  /// The maximum length of a line in bytes.
  private static let limit = 1 << 20
  /// The line length at which a terminal's canonical mode drops further bytes.
  private static let terminalLimit = 4095

  private let wakeup: CInt
  private let isTerminal = isatty(0) != 0
  private let signals = SignalPipe([SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP])
  private var bytes: [UInt8] = []
  /// The start of the next line, and the end of the bytes already searched for a line break.
  private var start = 0
  private var searched = 0
  /// Whether the start of an overlong line has been discarded.
  private var isSkipping = false
  private var hasEnded = false

  /// Creates the input.
  ///
  /// - Parameter wakeup: A second descriptor that ends the wait.
  init(wakeup: CInt) { self.wakeup = wakeup }

  /// Waits for the next event.
  ///
  /// - Parameters:
  ///   - isAsking: Whether to read a line; if false, lines stay queued.
  ///   - isSecret: Whether to turn the terminal's echo off.
  /// - Returns: The first event.
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
        // Keep the partial line for the next call.
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

  /// A line taken from the buffer, with the state to restore if it is put back.
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

  /// Returns the next complete line, or nil; an unterminated rest does not count.
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

/// Turns off the terminal's echo, and restores it.
private struct Echo {
  private let before: termios

  /// Turns echo off; nil if standard input is not a terminal.
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
