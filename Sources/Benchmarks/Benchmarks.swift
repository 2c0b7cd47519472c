import Foundation

/// Prints what things cost; judges nothing but counts of instructions.
///
/// An argument is the size of each file of events, in MB; `instructions` counts instructions instead.
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
    // First, because a program that is started inherits the peak of the memory of this one.
    Interactive.print()
    print("")
    Inferring.print(megabytes: megabytes)
    print("")
    JSONSpeed.print()
    print("")
    Judging.print()
    print("")
    Keystrokes.print()
  }

  /// This program.
  static let ownProgram = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().path

  /// The program itself, which is built beside this one.
  static let program =
    URL(filePath: ownProgram).deletingLastPathComponent().appending(path: "sinkwizard").path

  /// A line of a table: cells on the right of columns of their own.
  static func row(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(0, 13 - $0.count)) + $0 }.joined()
  }

  /// A line of a table that begins with what it is of.
  static func row(label: String, _ cells: some Sequence<String>) -> String {
    label + String(repeating: " ", count: max(0, 24 - label.count)) + row(Array(cells))
  }

  /// A number with two digits after the point.
  static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100)." + "\(hundredths % 100 + 100)".dropFirst()
  }
}
