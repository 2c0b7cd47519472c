import Foundation
import Glibc

/// A pseudoterminal: the test types and reads at the near end, a session uses the far end.
final class PseudoTerminal {
  let near: CInt
  let far: CInt
  private(set) var output: [UInt8] = []

  init(rows: Int = 24, columns: Int = 80) {
    var near: CInt = -1
    var far: CInt = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    precondition(openpty(&near, &far, nil, nil, &size) == 0)
    self.near = near
    self.far = far
  }

  /// Uses the near end of a terminal whose far end is in another process.
  init(near: CInt) {
    self.near = near
    far = -1
  }

  deinit {
    close(near)
    if far >= 0 { close(far) }
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) {
    precondition(write(near, bytes, bytes.count) == bytes.count)
  }

  func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    precondition(ioctl(near, UInt(TIOCSWINSZ), &size) == 0)
    // The kernel notifies the session's process only if this is its controlling terminal.
    kill(getpid(), SIGWINCH)
  }

  /// Whether the terminal is in the line mode that a shell needs.
  var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(near, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted && modes.c_oflag & tcflag_t(OPOST) != 0
  }

  /// Whether input is pending at the far end, or arrives within a few seconds.
  var hasInput: Bool {
    var request = pollfd(fd: far, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 5_000) > 0
  }

  /// The output that has not been taken yet.
  var text: String {
    settle()
    return String(decoding: output, as: UTF8.self)
  }

  /// Takes all output so far.
  @discardableResult
  func take() -> String {
    output = []
    return text
  }

  /// Reads all output so far, using a marker: output arrives late and in parts, but in order.
  private func settle() {
    let mark = Array("<end of output>".utf8)
    guard far >= 0, !isAtEnd, write(far, mark, mark.count) == mark.count else { return }
    guard wait(for: "<end of output>"), let range = output.firstRange(of: mark) else {
      return
    }
    output.removeSubrange(range)
  }

  /// Reads until the output contains the text; returns `false` after half a minute.
  @discardableResult
  func wait(for wanted: String) -> Bool {
    let bytes = Array(wanted.utf8)
    for _ in 0..<300 {
      if output.contains(bytes) { return true }
      if !readMore(milliseconds: 100), isAtEnd { return output.contains(bytes) }
    }
    return false
  }

  /// Reads until the far end is closed.
  func readToEnd() {
    for _ in 0..<300 where !isAtEnd { readMore(milliseconds: 100) }
  }

  private var isAtEnd = false

  @discardableResult
  private func readMore(milliseconds: CInt) -> Bool {
    var request = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(near, &bytes, bytes.count)
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    output += bytes[..<count]
    return true
  }
}
