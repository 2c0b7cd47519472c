import SinkSpec
import Surface
import WizardFlow
import WizardScreen

/// A fixed script of keys at a wizard, of which the keys are measured and the way to them is not.
struct Scenario {
  let name: String
  /// The payload's columns.
  let columns: Int
  let shape: Samples.Shape
  /// The keys that lead to the place.
  let way: [Key]
  /// The keys that are measured, each with the canvas that follows.
  let keys: [Key]

  private static let letters = Array(repeating: Key.character("a"), count: 20)
  private static let down = Array(repeating: Key.down, count: 20)

  static let all = [
    Scenario("bucket", 10, way: [.escape, .alt("2")], keys: letters),
    Scenario("column-of-10", 10, way: [.escape, .alt("4"), .down], keys: letters),
    Scenario("column-of-10000", 10_000, way: [.escape, .alt("4")] + down, keys: letters),
    Scenario(
      "column-in-struct-of-10000", 10_000, .inStruct, way: [.escape, .alt("4")] + down,
      keys: letters),
    Scenario("moving", 10_000, way: [.escape, .alt("4")], keys: down),
    Scenario(
      "undo", 10_000, way: [.escape, .alt("4"), .tab] + Array(repeating: .right, count: 20),
      keys: Array(repeating: .control("_"), count: 20)),
  ]

  init(
    _ name: String, _ columns: Int, _ shape: Samples.Shape = .flat, way: [Key], keys: [Key]
  ) {
    self.name = name
    self.columns = columns
    self.shape = shape
    self.way = way
    self.keys = keys
  }

  /// A wizard at 120 × 40.
  static func wizard() -> Wizard {
    var wizard = Wizard(
      account: Samples.account, now: Timestamp(secondsSinceEpoch: 1_795_464_930))
    _ = wizard.handle(.resized(rows: 40, columns: 120))
    return wizard
  }

  func run() {
    var wizard = Self.wizard()
    wizard.open(name: "payload", Samples.payload(columns: columns, shape))
    for key in way { _ = wizard.handle(.key(key)) }
    Self.measured(&wizard, keys)
  }

  /// What a profiler counts and nothing else: it looks for this name.
  @inline(never)
  private static func measured(_ wizard: inout Wizard, _ keys: [Key]) {
    for key in keys {
      _ = wizard.handle(.key(key))
      precondition(Painter.draw(wizard).rowCount == 40)
    }
  }
}
