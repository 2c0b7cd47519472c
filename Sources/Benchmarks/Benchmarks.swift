import Foundation

/// Runs the benchmarks and prints their results; only an increased instruction count fails the run.
///
/// The optional argument is the size of each event file in MB, or `instructions` to count
/// instructions instead.
@main
enum Benchmarks {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "instructions": if !Instructions.compare() { exit(1) }
    case "scenario":
      for scenario in Scenario.all where scenario.name == arguments.last { scenario.run() }
    default: printAll(megabytes: arguments.first.flatMap { Int($0) } ?? 200)
    }
  }

  private static func printAll(megabytes: Int) {
    // Run this first: the peak memory of a spawned program includes that of its parent.
    Interactive.print()
    print("")
    InferenceSpeed.print(megabytes: megabytes)
    print("")
    CompressedSpeed.print(megabytes: megabytes)
    print("")
    JSONSpeed.print()
    print("")
    ValidationSpeed.print()
    print("")
    Growth.print()
    print("")
    LargeInputs.print()
    print("")
    Keystrokes.print()
  }

  /// The path of this program.
  static let ownProgram = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().path

  /// The path of `sinkwizard`: that of the environment variable `SINKWIZARD`, or the program that is
  /// built into the same folder.
  static let program =
    ProcessInfo.processInfo.environment["SINKWIZARD"]
    ?? URL(filePath: ownProgram).deletingLastPathComponent().appending(path: "sinkwizard").path

  /// Formats a table row with right-aligned cells.
  static func row(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(0, 13 - $0.count)) + $0 }.joined()
  }

  /// Formats a table row that starts with a label.
  static func row(label: String, _ cells: some Sequence<String>) -> String {
    label + String(repeating: " ", count: max(0, 24 - label.count)) + row(Array(cells))
  }

  /// Formats a number with two decimal places.
  static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100)." + "\(hundredths % 100 + 100)".dropFirst()
  }
}
