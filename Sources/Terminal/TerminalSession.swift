internal import CCurses
internal import Glibc
internal import Screen
package import System

/// Exclusive use of the terminal, which is restored when the value is destroyed.
///
/// The session lasts to the end of its scope. Output printed before that disappears with the
/// alternate screen, so end it with `_ = consume session` and print afterwards. Traps, `exit` and
/// signals also restore the terminal.
///
/// ```swift
/// var session = try TerminalSession()
/// session.present(canvas)
/// for input in session.next() { … }
/// ```
package struct TerminalSession: ~Copyable {
  /// Whether the terminal supports UTF-8; if not, draw in ASCII, because everything else becomes
  /// `?`.
  package let isUTF8: Bool
  /// The name of the terminal description in use.
  package let terminalName: String
  /// The colours in use.
  package internal(set) var palette: Palette

  let wakeup: CInt?
  let clipboard: Clipboard
  var decoder: KeyDecoder
  /// The canvas that the terminal shows, or `nil` if that is unknown.
  var shown: Canvas?
  /// The last size that was reported.
  var reportedSize: (rows: Int, columns: Int)
  var isClosed = false
  var emptyReads = 0
  /// Whether the keys in the terminal's description have been read, which the first input triggers.
  var hasReadTable = false
  /// Whether to ask the terminal for its background after the first frame.
  var asksForBackground: Bool
  /// The time at which the terminal was asked for its background.
  var askedAt: ContinuousClock.Instant?

  /// Opens the controlling terminal, regardless of redirected standard input and output.
  ///
  /// - Parameters:
  ///   - colors: Whether to use colours.
  ///   - theme: The background to choose colours for.
  ///   - wakeup: A descriptor that ends the wait in ``next()`` when it becomes readable.
  ///   - environment: The environment, which describes the terminal: type, colours and tmux.
  /// - Throws: ``TerminalError``, in which case the terminal is unchanged.
  package init(
    colors: ColorChoice = .auto, theme: Theme = .auto, wakeup: CInt? = nil,
    environment: Environment = .current
  ) throws(TerminalError) {
    let terminal = cc_open_controlling_terminal()
    guard terminal >= 0 else { throw .noTerminal }
    defer { close(terminal) }
    try self.init(
      input: terminal, output: terminal, term: environment["TERM"], colors: colors,
      theme: theme, wakeup: wakeup, environment: environment)
  }

  /// Opens the terminal behind two descriptors, which the caller closes.
  ///
  /// - Parameters:
  ///   - input: The descriptor to read from.
  ///   - output: The descriptor to write to.
  ///   - term: The terminal type.
  ///   - colors: Whether to use colours.
  ///   - theme: The background to choose colours for.
  ///   - wakeup: A descriptor that ends the wait in ``next()`` when it becomes readable.
  ///   - environment: The environment, which describes the terminal: type, colours and tmux.
  /// - Throws: ``TerminalError``, in which case the terminal is unchanged.
  package init(
    input: CInt, output: CInt, term: String?, colors: ColorChoice = .auto, theme: Theme = .auto,
    wakeup: CInt? = nil, environment: Environment = .current
  ) throws(TerminalError) {
    let isUTF8 = cc_set_locale()
    let name = try Self.open(input: input, output: output, term: term)
    self.isUTF8 = isUTF8
    self.wakeup = wakeup
    clipboard = Clipboard(type: term ?? "", environment: environment)
    terminalName = name
    decoder = KeyDecoder(
      isUTF8: isUTF8, marksPastes: Self.marksPastes(term ?? name),
      waits: InputWaits(environment: environment))
    palette = Self.startColors(
      colors, on: theme.background(in: environment), noColor: environment["NO_COLOR"])
    asksForBackground =
      theme == .auto && palette.colors > 0 && Clipboard.understandsCommands(term ?? "")
    reportedSize = Self.currentSize
  }

  deinit {
    awaitBackground()
    cc_close()
  }

  /// The terminal's size in cells.
  package var size: (rows: Int, columns: Int) { Self.currentSize }

  /// Leaves the screen and stops the process, as Ctrl-Z does; repaints when the process is resumed.
  package mutating func suspend() {
    cc_suspend()
    repaint()
  }

  /// Sets the text to print on standard error when a signal ends the process while a session is
  /// open.
  ///
  /// - Parameter text: The text, ending with a line break; nil for none.
  package static func setFarewell(_ text: StaticString?) {
    unsafe cc_restore_set_farewell(
      text.map { unsafe UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self) })
  }

  /// Delays a signal that ends the process until unfinished work is done, for two seconds at most.
  ///
  /// - Parameter wakeup: The descriptor to which a byte is written to have the work done at once;
  ///   nil once it is done.
  package static func setUnfinishedWork(_ wakeup: CInt?) { cc_restore_set_unfinished(wakeup ?? -1) }

  /// Whether a signal is about to end the process.
  package static var isEnding: Bool { cc_restore_is_ending() }

  static var currentSize: (rows: Int, columns: Int) {
    var rows: CInt = 0
    var columns: CInt = 0
    unsafe cc_size(&rows, &columns)
    return (Int(rows), Int(columns))
  }

  private static func open(
    input: CInt, output: CInt, term: String?
  ) throws(TerminalError) -> String {
    guard let term, !term.isEmpty else { throw .noName }
    for name in TerminalName.candidates(for: term) {
      switch unsafe cc_check_terminal(name, output) {
      case CC_UNKNOWN: continue
      case CC_BUSY: throw .alreadyOpen
      case CC_NO_ADDRESSING: throw .cannotPlaceCursor(name: name)
      default: break
      }
      switch unsafe cc_open(input, output, name, Clipboard.understandsCommands(term)) {
      case CC_OPENED: return name
      case CC_BUSY: throw .alreadyOpen
      case CC_NOT_A_TERMINAL: throw .noTerminal
      default: continue
      }
    }
    throw .unknownTerminal(name: term)
  }

  private static func startColors(
    _ choice: ColorChoice, on background: Palette.Background, noColor: String?
  ) -> Palette {
    let wanted = choice.colors(of: 256, noColor: noColor) > 0
    let palette = Palette(
      colors: wanted ? Int(cc_start_colors()) : 0, background: background)
    Self.define(palette)
    return palette
  }

  static func define(_ palette: Palette) {
    for pair in palette.pairs {
      cc_define_pair(pair.number, pair.foreground ?? -1, pair.background ?? -1)
    }
  }
}
