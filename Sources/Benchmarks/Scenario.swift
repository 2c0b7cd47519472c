import Screen
import SinkSpec
import Wizard
import WizardScreen

/// A fixed key script; only the keys after the setup are measured.
struct Scenario {
  let name: String
  /// The number of columns of the payload.
  let columns: Int
  let shape: Samples.Shape
  /// The keys before the measurement, which move to the field.
  let setup: [Key]
  /// The keys to measure, each including drawing.
  let keys: [Key]

  private static let letters = Array(repeating: Key.character("a"), count: 20)
  private static let down = Array(repeating: Key.down, count: 20)

  static let all = [
    Scenario("bucket", 10, setup: [.escape, .alt("2")], keys: letters),
    Scenario("column-of-10", 10, setup: [.escape, .alt("4"), .down], keys: letters),
    Scenario("column-of-10000", 10_000, setup: [.escape, .alt("4")] + down, keys: letters),
    Scenario(
      "column-in-struct-of-10000", 10_000, .inStruct, setup: [.escape, .alt("4")] + down,
      keys: letters),
    Scenario("moving", 10_000, setup: [.escape, .alt("4")], keys: down),
    Scenario(
      "undo", 10_000, setup: [.escape, .alt("4"), .tab] + Array(repeating: .right, count: 20),
      keys: Array(repeating: .control("_"), count: 20)),
  ]

  init(
    _ name: String, _ columns: Int, _ shape: Samples.Shape = .flat, setup: [Key], keys: [Key]
  ) {
    self.name = name
    self.columns = columns
    self.shape = shape
    self.setup = setup
    self.keys = keys
  }

  /// Returns a wizard at 120 × 40.
  static func wizard() -> Wizard {
    var wizard = Wizard(
      account: Samples.account, now: Timestamp(secondsSinceEpoch: 1_795_464_930))
    _ = wizard.handle(.resized(rows: 40, columns: 120))
    return wizard
  }

  func run() {
    var wizard = Self.wizard()
    wizard.open(name: "payload", Samples.payload(columns: columns, shape))
    for key in setup { _ = wizard.handle(.key(key)) }
    var parts = PaintedParts()
    _ = Painter.draw(wizard, after: &parts)
    Self.measured(&wizard, keys, after: &parts)
  }

  /// The function that the profiler counts; it is selected by name.
  @inline(never)
  private static func measured(
    _ wizard: inout Wizard, _ keys: [Key], after parts: inout PaintedParts
  ) {
    for key in keys {
      _ = wizard.handle(.key(key))
      precondition(Painter.draw(wizard, after: &parts).rowCount == 40)
    }
  }
}
