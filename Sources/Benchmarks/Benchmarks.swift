/// Prints what things cost; judges nothing.
@main
enum Benchmarks {
  static func main() {
    Judging.print()
    print("")
    Keystrokes.print()
  }

  /// A line of a table: cells on the right of columns of their own.
  static func row(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(0, 13 - $0.count)) + $0 }.joined()
  }
}
