import Foundation
import Screen
import SinkSpec
import Wizard
import WizardScreen

/// Benchmarks of exceptionally large inputs, to show that the program scales.
enum LargeInputs {
  private static let columns = 100_000

  static func print() {
    Swift.print("\(columns) columns at 120 × 40, in ms of CPU")
    let valid = Samples.payload(columns: columns)
    var wizard = Scenario.wizard()
    print("opening", Cost.of { wizard.open(name: "payload", valid) })
    print(
      "letter of the column filter", letters(in: wizard, after: [.escape, .alt("4"), .alt("/")]))
    print("deleting a filtered column", deletion(in: wizard))
    print(
      "letter of the request's search",
      letters(in: wizard, after: [.escape, .function(2), .character("/")]))
    let pasting = paste(into: wizard)
    print("paste of 1 MB into a name", pasting[0])
    print("letter after that paste", pasting[1])
    let faulty = Samples.payload(columns: columns, type: "strng")
    var report = Scenario.wizard()
    print("opening, all types wrong", Cost.of { report.open(name: "payload", faulty) })
    print(
      "key in that file's report",
      costs(of: Array(repeating: .down, count: 9), in: report).max() ?? 0)
    printCheck(valid, faulty)
    printManyFiles()
  }

  private static func print(_ label: String, _ nanoseconds: Int) {
    Swift.print(Benchmarks.row(label: label, [Benchmarks.decimal(Double(nanoseconds) / 1e6)]))
  }

  /// Returns the cost of the most expensive letter of a word, in ns.
  private static func letters(in wizard: Wizard, after setup: [Key]) -> Int {
    var wizard = wizard
    for key in setup { _ = wizard.handle(.key(key)) }
    return costs(of: "column_99".map { .character($0) }, in: wizard).max() ?? 0
  }

  /// Returns the cost of deleting a column while a filter matches all columns, in ns.
  private static func deletion(in wizard: Wizard) -> Int {
    var wizard = wizard
    for key in [Key.escape, .alt("4"), .alt("/"), .character("c"), .enter] {
      _ = wizard.handle(.key(key))
    }
    return costs(of: [.function(8)], in: wizard)[0]
  }

  /// Returns the cost of a paste and of the letter after it, in ns.
  private static func paste(into wizard: Wizard) -> [Int] {
    var wizard = wizard
    for key in [Key.escape, .alt("1")] { _ = wizard.handle(.key(key)) }
    return costs(
      of: [.paste(String(repeating: "a", count: 1_000_000)), .character("b")], in: wizard)
  }

  /// Returns the cost of each key, drawing included, in ns.
  private static func costs(of keys: [Key], in wizard: Wizard) -> [Int] {
    var wizard = wizard
    var parts = PaintedParts()
    _ = Painter.draw(wizard, after: &parts)
    return keys.map { key in
      Cost.of {
        _ = wizard.handle(.key(key))
        precondition(Painter.draw(wizard, after: &parts).rowCount == 40)
      }
    }
  }

  /// Prints the CPU time of `check` for a file without errors and for one with an error per column.
  private static func printCheck(_ valid: [UInt8], _ faulty: [UInt8]) {
    let times = [valid, faulty].map { payload in
      TemporaryFile.with(payload) { file in
        ProgramRun(["/bin/sh", "-c", "\"$0\" check \"$1\"; true", Benchmarks.program, file])?.cpu
      } ?? 0
    }
    print("check", times[0])
    print("check, an error a column", times[1])
  }

  /// Prints the wall time of `check` for many small files.
  private static func printManyFiles() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sinkwizard-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let payload = Data(Samples.payload(columns: 17))
    guard
      (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false))
        != nil
    else { return }
    for number in 0..<10_000 { try? payload.write(to: folder.appending(path: "\(number).json")) }
    let run = ProgramRun([
      "/bin/sh", "-c", "cd \"$1\" && exec \"$0\" check *.json", Benchmarks.program, folder.path,
    ])
    print("check of 10,000 files, wall", run?.wall ?? 0)
    if let cost = Peer.costOfValidating(folder.path) {
      print("orjson and jsonschema-rs", cost)
    }
  }
}
