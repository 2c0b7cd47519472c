import Screen
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// Sends keys to a wizard in memory, and renders its screen.
struct Driver {
  var wizard: Wizard
  var effects: [Effect] = []

  static let account = "0123105f4ecef8ad9ca31a8372d0c353"

  init(
    rows: Int = 24, columns: Int = 80, account: String? = Self.account,
    environment: Set<String> = [], target: SubmissionTarget = .none,
    access: AccountAccess = .unavailable("this is a test"), endpoint: String = ""
  ) {
    var settings = Wizard.Settings()
    settings.endpoint = endpoint
    settings.target = target
    settings.access = access
    settings.environment = environment
    // 2026-11-23T20:15:30Z
    wizard = Wizard(
      account: account, now: Timestamp(secondsSinceEpoch: 1_795_464_930), settings: settings)
    _ = wizard.handle(.resized(rows: rows, columns: columns))
  }

  /// Creates a wizard and presses keys.
  init(typing keys: String, rows: Int = 24, columns: Int = 80) {
    self.init(rows: rows, columns: columns)
    type(keys)
  }

  /// Presses keys: characters are typed literally, names in angle brackets are keys, such as
  /// `<Tab>`, and pointers such as `</config/bucket>` focus their field.
  mutating func type(_ keys: String) {
    var rest = keys[...]
    while let first = rest.first {
      if rest.hasPrefix("</"), let end = rest.firstIndex(of: ">") {
        go(to: Pointer(String(rest[..<end].dropFirst())))
        rest = rest[rest.index(after: end)...]
        continue
      }
      guard first == "<", let end = rest.firstIndex(of: ">"),
        let key = Self.key(rest[..<end].dropFirst())
      else {
        press(.character(rest.removeFirst()))
        continue
      }
      press(key)
      rest = rest[rest.index(after: end)...]
    }
  }

  /// Opens a file with the given contents.
  mutating func open(_ name: String, _ bytes: [UInt8]) { send(opened(name, bytes)) }

  /// Returns the event of opening a file with the given contents.
  func opened(_ name: String, _ bytes: [UInt8]) -> Event {
    let opening = wizard.opening(of: name)
    return .opened(name: name, .success(OpenedFile(bytes, for: opening) { _ in }))
  }

  /// Focuses the field of a pointer: goes to its step, then from field to field.
  mutating func go(to pointer: Pointer) {
    press(.alt(Character("\(Step.holding(pointer).number)")))
    for key in [Key.tab, .backTab] {
      var before: FormItem?
      while wizard.item != before {
        if wizard.item.flatMap({ wizard.pointer(of: $0) }) == pointer { return }
        before = wizard.item
        press(key)
      }
    }
    Issue.record("no field has the pointer \(pointer)")
  }

  mutating func press(_ key: Key) { effects += wizard.handle(.key(key)) }

  /// Delivers the result of an effect to the wizard.
  mutating func send(_ event: Event) { effects += wizard.handle(event) }

  /// Performs a mouse action at a point of the screen.
  mutating func point(_ action: Mouse.Action = .press, row: Int, column: Int) {
    let point = Canvas.Point(row: row, column: column)
    effects += wizard.handle(.pointed(action, Painter.target(at: point, in: wizard)))
  }

  /// Clicks at a character of a text on the screen, or turns the wheel there.
  mutating func point(_ action: Mouse.Action = .press, at text: String, character: Int = 0) {
    let canvas = Painter.draw(wizard)
    for row in 0..<canvas.rowCount {
      let cells = canvas.row(row).map { $0.base.map(String.init) ?? "" }
      for column in cells.indices where cells[column...].joined().hasPrefix(text) {
        return point(action, row: row, column: column + character)
      }
    }
    Issue.record("the screen does not show \(text)")
  }

  var canvas: Canvas { Painter.draw(wizard) }
  var screen: String { canvas.text }

  private static func key(_ name: Substring) -> Key? {
    if name.hasPrefix("C-"), name.count == 3, let letter = name.last { return .control(letter) }
    if name.hasPrefix("A-"), name.count == 3, let letter = name.last { return .alt(letter) }
    if name.hasPrefix("F"), let number = Int(name.dropFirst()) { return .function(number) }
    return named[name]
  }

  private static let named: [Substring: Key] = [
    "Tab": .tab, "S-Tab": .backTab, "Enter": .enter, "Esc": .escape, "BS": .backspace,
    "Del": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home,
    "End": .end, "PgUp": .pageUp, "PgDn": .pageDown, "A-Up": .altUp, "A-Down": .altDown,
    "A-Left": .altLeft, "A-Right": .altRight, "C-Left": .controlLeft,
    "C-Right": .controlRight, "LT": .character("<"),
  ]
}
