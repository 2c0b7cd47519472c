import SinkSpec
import Surface
import WizardFlow
import WizardScreen

/// What a key costs, from the key to the finished canvas, by the number of columns.
enum Keystrokes {
  static func print() {
    Swift.print("A keystroke, from the key to the finished canvas at 120 × 40, in µs of CPU")
    Swift.print(
      Benchmarks.row([
        "columns", "name", "column name", "column type", "move", "undo", "opening, ms",
      ]))
    for count in [10, 100, 1000, 10_000, 100_000] {
      Swift.print(Benchmarks.row(costs(columns: count)))
    }
  }

  private static func costs(columns: Int) -> [String] {
    let payload = Samples.payload(columns: columns)
    var wizard = Wizard(
      account: Samples.account, now: Timestamp(secondsSinceEpoch: 1_795_464_930))
    _ = wizard.handle(.resized(rows: 40, columns: 120))
    let opening = Cost.of { wizard.open(name: "payload", payload) }
    _ = wizard.handle(.key(.escape))
    let name = perKey(&wizard, Array(repeating: .character("a"), count: 100))
    _ = wizard.handle(.key(.alt("4")))
    let columnName = perKey(&wizard, Array(repeating: .character("a"), count: 40))
    _ = wizard.handle(.key(.tab))
    let columnType = perKey(&wizard, Array(repeating: .right, count: 20))
    let move = perKey(&wizard, Array(repeating: .down, count: 9))
    let undo = perKey(&wizard, Array(repeating: .control("_"), count: 10))
    return ["\(columns)"] + [name, columnName, columnType, move, undo].map { "\($0 / 1000)" }
      + ["\(opening / 1_000_000)"]
  }

  /// The median cost of a key, in ns.
  private static func perKey(_ wizard: inout Wizard, _ keys: [Key]) -> Int {
    keys.map { key in
      Cost.of {
        _ = wizard.handle(.key(key))
        precondition(Painter.draw(wizard).rowCount == 40)
      }
    }.sorted()[keys.count / 2]
  }
}
