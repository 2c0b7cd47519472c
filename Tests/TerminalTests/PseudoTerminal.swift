import Foundation
import Glibc

/// Both ends of a terminal without a screen: the test types and reads on one, a session has the other.
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

  /// Takes over the near end of a terminal whose far end another process has.
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
    // The session's process is told by the kernel only if this is its controlling terminal.
    kill(getpid(), SIGWINCH)
  }

  /// The line modes that a shell needs.
  var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(near, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted && modes.c_oflag & tcflag_t(OPOST) != 0
  }

  /// Whether typed bytes wait at the far end, or come within a few seconds.
  var hasInput: Bool {
    var place = pollfd(fd: far, events: Int16(POLLIN), revents: 0)
    return poll(&place, 1, 5_000) > 0
  }

  /// All that has been written and not been taken.
  var text: String {
    settle()
    return String(decoding: output, as: UTF8.self)
  }

  /// Takes what has been written by now, and returns it.
  @discardableResult
  func take() -> String {
    output = []
    return text
  }

  /// Reads all that has been written: what is written arrives later, and in pieces, but in order.
  private func settle() {
    let mark = Array("<all that was written>".utf8)
    guard far >= 0, !isAtEnd, write(far, mark, mark.count) == mark.count else { return }
    guard wait(for: "<all that was written>"), let place = output.firstRange(of: mark) else {
      return
    }
    output.removeSubrange(place)
  }

  /// Reads until a text has been written; false if it is not within half a minute.
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
    var place = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, milliseconds) > 0 else { return false }
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
