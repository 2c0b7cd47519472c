import Foundation

/// Prints what things cost; judges nothing.
///
/// An argument is the size of each file of events, in MB.
@main
enum Benchmarks {
  static func main() {
    let megabytes = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 200
    // First, because a program that is started inherits the peak of the memory of this one.
    Inferring.print(megabytes: megabytes)
    print("")
    Judging.print()
    print("")
    Keystrokes.print()
  }

  /// The program itself, which is built beside this one.
  static let program =
    URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "sinkwizard").path

  /// A line of a table: cells on the right of columns of their own.
  static func row(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(0, 13 - $0.count)) + $0 }.joined()
  }
}
