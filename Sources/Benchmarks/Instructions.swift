import Foundation

/// Instruction counts of fixed scenarios.
///
/// Unlike timings, they are reproducible.
///
/// Valgrind does the counting. `instructions.txt` next to this file has the counts to compare with.
enum Instructions {
  /// The fraction by which a count may increase.
  private static let tolerance = 0.03

  private static let record = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "instructions.txt")
  private static let heading =
    "# Instructions of release builds with the static standard library, Swift 6.3.1 on x86_64.\n"
  private static let valgrind = "/usr/bin/valgrind"

  /// Counts instructions and prints a comparison, or saves the counts if `RENEW` is set.
  ///
  /// - Returns: Whether no count increased by more than the tolerance.
  static func compare() -> Bool {
    guard FileManager.default.isExecutableFile(atPath: valgrind) else {
      print("valgrind is not installed; skipping instruction counts.")
      return true
    }
    guard let counts = count() else {
      print("Could not count instructions.")
      return false
    }
    if ProcessInfo.processInfo.environment["RENEW"] != nil {
      let text = heading + counts.map { "\($0.name) \($0.count)\n" }.joined()
      return (try? Data(text.utf8).write(to: record)) != nil
    }
    return compare(counts)
  }

  private static func compare(_ counts: [(name: String, count: Int)]) -> Bool {
    let text = (try? String(contentsOf: record, encoding: .utf8)) ?? ""
    let known = Dictionary(
      text.split(separator: "\n").compactMap { line -> (String, Int)? in
        let words = line.split(separator: " ")
        return words.count == 2 ? Int(words[1]).map { (String(words[0]), $0) } : nil
      }, uniquingKeysWith: { _, last in last })
    print("Instructions, in thousands; an increase of more than \(Int(tolerance * 100)) % fails")
    print(Benchmarks.row(label: "", ["before", "now", "ratio"]))
    var isGood = true
    for (name, count) in counts {
      let before = known[name] ?? 0
      let ratio = Double(count) / Double(max(before, 1))
      isGood = isGood && ratio <= 1 + tolerance
      print(
        Benchmarks.row(
          label: name, ["\(before / 1000)", "\(count / 1000)", Benchmarks.decimal(ratio)]))
    }
    print("Run with RENEW=1 to save these counts for comparison.")
    return isGood
  }

  // MARK: Counting

  private static func count() -> [(name: String, count: Int)]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sinkwizard-instructions")
    try? FileManager.default.removeItem(at: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Strip the programs, because Valgrind cannot read Swift's debug information.
    let (program, own) = (folder.appending(path: "program"), folder.appending(path: "own"))
    guard
      (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true))
        != nil,
      ProgramRun(["/usr/bin/strip", "-g", "-o", program.path, Benchmarks.program]) != nil,
      ProgramRun(["/usr/bin/strip", "-g", "-o", own.path, Benchmarks.ownProgram]) != nil
    else { return nil }
    var counts: [(String, Int)] = []
    for scenario in Scenario.all {
      let command = [own.path, "scenario", scenario.name]
      guard let count = count(command, in: folder, onlyIn: "*Scenario*measured*") else {
        return nil
      }
      counts.append((scenario.name, count))
    }
    let payload = folder.appending(path: "payload.json")
    guard (try? Data(Samples.payload(columns: 10_000)).write(to: payload)) != nil,
      let check = count([program.path, "check", payload.path], in: folder),
      let first = countFirstFrame(program.path, in: folder)
    else { return nil }
    return counts + [("check-of-10000", check), ("first-frame-and-out", first)]
  }

  /// Returns the instruction count of a program, or of the given functions and their callees.
  private static func count(
    _ command: [String], in folder: URL, onlyIn functions: String? = nil
  ) -> Int? {
    let output = folder.appending(path: "counts")
    let run = ProgramRun(
      valgrindCommand(output, onlyIn: functions) + command, environment: environment(folder))
    return run == nil ? nil : total(in: output)
  }

  private static func countFirstFrame(_ program: String, in folder: URL) -> Int? {
    let output = folder.appending(path: "counts")
    guard
      let terminal = TerminalProgram(
        valgrindCommand(output) + [program], environment: environment(folder)),
      terminal.firstFrame(showing: FormProgram.wizard.firstText) != nil,
      terminal.quit(with: FormProgram.wizard.quitKeys.first) != nil
    else { return nil }
    return total(in: output)
  }

  private static func valgrindCommand(_ output: URL, onlyIn functions: String? = nil) -> [String] {
    [valgrind, "--tool=callgrind", "-q", "--callgrind-out-file=\(output.path)"]
      + (functions.map { ["--toggle-collect=\($0)"] } ?? [])
  }

  /// Returns a fixed environment with deterministic hashing.
  private static func environment(_ home: URL) -> [String: String] {
    [
      "HOME": home.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
      "SWIFT_DETERMINISTIC_HASHING": "1",
    ]
  }

  private static func total(in output: URL) -> Int? {
    let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first {
      $0.hasPrefix("summary:") || $0.hasPrefix("totals:")
    }
    return line?.split(separator: " ").last.flatMap { Int($0) }
  }
}
