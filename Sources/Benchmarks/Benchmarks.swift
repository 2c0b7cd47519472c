import Glibc
import SinkSpec
import Surface
import WizardFlow
import WizardScreen

/// Prints what things cost; judges nothing.
@main
enum Benchmarks {
  static func main() {
    print("A keystroke, from the key to the finished canvas at 120 × 40, in µs of CPU")
    print(row(["columns", "name", "column name", "column type", "move", "undo", "opening, ms"]))
    for count in [10, 100, 1000, 10_000] { print(row(keystrokes(fieldCount: count))) }
    print("")
    print("A payload of 100,000 columns, in MB/s")
    reading(fieldCount: 100_000)
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(0, 13 - $0.count)) + $0 }.joined()
  }

  // MARK: Keystrokes

  private static func keystrokes(fieldCount: Int) -> [String] {
    let payload = payload(fieldCount: fieldCount)
    var wizard = Wizard(account: account, now: Timestamp(secondsSinceEpoch: 1_795_464_930))
    _ = wizard.handle(.resized(rows: 40, columns: 120))
    let opening = cost(of: 1) { wizard.open(name: "payload", payload) }
    _ = wizard.handle(.key(.escape))
    let name = perKey(&wizard, Array(repeating: .character("a"), count: 100))
    _ = wizard.handle(.key(.alt("4")))
    let columnName = perKey(&wizard, Array(repeating: .character("a"), count: 40))
    _ = wizard.handle(.key(.tab))
    let columnType = perKey(&wizard, Array(repeating: .right, count: 20))
    let move = perKey(&wizard, Array(repeating: .down, count: 9))
    let undo = perKey(&wizard, Array(repeating: .control("_"), count: 10))
    return ["\(fieldCount)"] + [name, columnName, columnType, move, undo].map { "\($0 / 1000)" }
      + ["\(opening / 1_000_000)"]
  }

  /// The median cost of a key, in ns.
  private static func perKey(_ wizard: inout Wizard, _ keys: [Key]) -> Int {
    keys.map { key in
      cost(of: 1) {
        _ = wizard.handle(.key(key))
        precondition(Painter.draw(wizard).rowCount == 40)
      }
    }.sorted()[keys.count / 2]
  }

  // MARK: Reading

  private static func reading(fieldCount: Int) {
    let bytes = payload(fieldCount: fieldCount)
    var document: JSONDocument?
    let read = cost(of: 3) { document = try? JSONDocument(parsing: bytes) }
    guard let document else { return }
    let judge = cost(of: 3) { precondition(Judge.issues(of: document).isEmpty) }
    print("\(bytes.count / 1_000_000) MB  read \(rate(bytes, read))  judge \(rate(bytes, judge))")
  }

  private static func rate(_ bytes: [UInt8], _ nanoseconds: Int) -> Int {
    bytes.count * 1000 / max(1, nanoseconds)
  }

  /// The CPU time of one run, in ns, averaged over some.
  private static func cost(of runs: Int, _ work: () -> Void) -> Int {
    let start = cpu()
    for _ in 0..<runs { work() }
    return (cpu() - start) / runs
  }

  private static func cpu() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + time.tv_nsec
  }

  private static let account = "0123105f4ecef8ad9ca31a8372d0c353"

  private static func payload(fieldCount: Int) -> [UInt8] {
    let fields = (0..<fieldCount).map {
      #"{"type": "string", "name": "column_\#($0)", "required": false}"#
    }.joined(separator: ", ")
    let text = """
      {"name": "big", "type": "r2", "config": {"account_id": "\(account)", "bucket": "analytics",
      "credentials": {"access_key_id": "${A}", "secret_access_key": "${B}"}},
      "format": {"type": "parquet"}, "schema": {"fields": [\(fields)]}}
      """
    return Array(text.utf8)
  }
}
