import Glibc
import SinkSpec

/// Lines from standard input, together with what else ends the wait for one.
struct LineInput: ~Copyable {
  enum News {
    case line(String)
    /// A line that is no UTF-8.
    case notText
    /// There are no more lines.
    case ended
    /// SIGINT has come.
    case interrupted
    /// The other descriptor can be read.
    case woken
  }

  /// The most bytes of a line.
  private static let limit = 1 << 20

  private let wakeup: CInt
  private let signals = SignalBell([SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  private var bytes: [UInt8] = []
  private var hasEnded = false

  /// - Parameter wakeup: another descriptor that ends the wait.
  init(wakeup: CInt) { self.wakeup = wakeup }

  /// Waits for news.
  ///
  /// - Parameters:
  ///   - isAsking: whether a line is waited for; otherwise lines wait.
  ///   - isSecret: whether the terminal is not to show what is typed.
  /// - Returns: what has come first.
  mutating func next(isAsking: Bool, isSecret: Bool) -> News {
    let echo = isAsking && isSecret ? Echo.off() : nil
    defer { echo?.restore() }
    while true {
      if isAsking, let line = takeLine() { return line }
      var waits = [
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeup, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isAsking ? 0 : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waits, nfds_t(waits.count), -1) > 0 else { continue }
      if waits[0].revents != 0, let number = signals.take() {
        if number == SIGINT { return .interrupted }
        echo?.restore()
        signals.end(by: number)
      }
      if waits[1].revents != 0 { return .woken }
      if waits[2].revents != 0 { read() }
    }
  }

  private mutating func read() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(0, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer.prefix(count)
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      hasEnded = true
    }
  }

  /// The next whole line; what is left without an end of line is none.
  private mutating func takeLine() -> News? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      if bytes.count > Self.limit {
        bytes = []
        return .notText
      }
      return hasEnded ? .ended : nil
    }
    var line = Array(bytes[..<end])
    bytes.removeFirst(end + 1)
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
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
