import Screen
import SinkSpec
import Wizard
import WizardScreen

/// The CPU time from a key press to the finished canvas, by number of columns.
enum Keystrokes {
  private static let names = [
    "name", "bucket", "row group", "column name", "column type", "move", "scroll", "undo",
    "opening",
  ]

  static func print() {
    Swift.print("Key press to finished canvas at 120 × 40, in µs of CPU")
    Swift.print(Benchmarks.row(label: "columns", names))
    var flat: [Int: [Int]] = [:]
    for count in [10, 100, 1000, 10_000, 100_000] {
      let costs = costs(columns: count, .flat)
      flat[count] = costs
      Swift.print(row("\(count)", costs))
    }
    if let few = flat[10], let many = flat[10_000] {
      let growth = zip(few, many).map { Benchmarks.decimal(Double($1) / Double($0)) }
      Swift.print(Benchmarks.row(label: "10,000 vs. 10", growth.dropLast()))
    }
    Swift.print(row("10,000 in a struct", costs(columns: 10_000, .inStruct)))
    Swift.print(row("1,000, 100 deep", costs(columns: 1000, .nested)))
  }

  private static func row(_ label: String, _ costs: [Int]) -> String {
    Benchmarks.row(label: label, costs.map { "\($0 / 1000)" })
  }

  /// Returns the costs in ns, in the order of ``names``.
  private static func costs(columns: Int, _ shape: Samples.Shape) -> [Int] {
    let payload = Samples.payload(columns: columns, shape)
    var wizard = Scenario.wizard()
    let opening = Cost.of { wizard.open(name: "payload", payload) }
    let letters = Array(repeating: Key.character("a"), count: 40)
    var costs = [cost(of: letters, &wizard, after: [.escape])]
    costs.append(cost(of: letters, &wizard, after: [.alt("2")]))
    costs.append(cost(of: letters, &wizard, after: [.alt("3"), .tab, .tab]))
    // Move some rows down, into the struct if columns are nested.
    let moves = [.alt("4")] + Array(repeating: Key.down, count: min(columns - 1, 100))
    costs.append(cost(of: letters, &wizard, after: moves))
    costs.append(cost(of: Array(repeating: .right, count: 20), &wizard, after: [.tab]))
    costs.append(cost(of: Array(repeating: .up, count: 9), &wizard))
    costs.append(cost(of: [.pageDown, .pageUp, .pageDown, .pageUp, .pageDown], &wizard))
    costs.append(cost(of: Array(repeating: .control("_"), count: 10), &wizard))
    return costs + [opening]
  }

  /// Returns the median CPU time of a key, in ns.
  private static func cost(of keys: [Key], _ wizard: inout Wizard, after setup: [Key] = []) -> Int {
    for key in setup { _ = wizard.handle(.key(key)) }
    var parts = PaintedParts()
    _ = Painter.draw(wizard, after: &parts)
    return keys.map { key in
      Cost.of {
        _ = wizard.handle(.key(key))
        precondition(Painter.draw(wizard, after: &parts).rowCount == 40)
      }
    }.sorted()[keys.count / 2]
  }
}
