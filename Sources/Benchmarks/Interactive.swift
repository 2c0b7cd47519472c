import Foundation

/// The cost of interactive programs, measured at the terminal.
enum Interactive {
  /// The measured values of each row of the table.
  typealias Figures = [Measure: [Double]]

  enum Measure: String, CaseIterable {
    case firstFrame = "first frame, ms"
    case firstCPU = "first frame, ms of CPU"
    case keyLatency = "key, ms"
    case keyCPU = "key, ms of CPU"
    case keyBytes = "key, bytes"
    case resizeLatency = "resize, ms"
    case resizeCPU = "resize, ms of CPU"
    case memory = "memory, MiB"
    case idleBytes = "idle, bytes per second"
    case idleCPU = "idle, ms of CPU per second"
    case idleSwitches = "idle, wake-ups per second"
    case quit = "quit, ms"
  }

  static func print() {
    let programs = [FormProgram.wizard, .dialog, .textual].compactMap { $0 }
    Swift.print(
      "Medians for forms with the same fields at 120 × 40, typing ten keys into the first field")
    let figures = programs.map { program in
      measure(program, runs: program.name == "Textual" ? 3 : 7) { $0.type($1) }
    }
    printTable(programs.map(\.name), figures)
    if let size = try? FileManager.default.attributesOfItem(atPath: Benchmarks.program)[.size],
      let size = size as? Int
    {
      let megabytes = Benchmarks.decimal(Double(size) / 1e6)
      Swift.print(Benchmarks.row(label: "size of the program, MB", [megabytes]))
    }
    for (name, form) in [("dialog", FormProgram.dialog), ("Textual", FormProgram.textual)]
    where form == nil {
      Swift.print("\(name) is not installed; run .ci/run to compare with it.")
    }
    Swift.print("")
    Swift.print(
      "The wizard by the number of columns, typing into a column name")
    let counts = [10, 1000, 10_000, 100_000]
    let byColumns = counts.map { count in measureWizard(columns: count) }
    printTable(counts.map { "\($0)" }, byColumns)
  }

  private static func printTable(_ names: [String], _ figures: [Figures]) {
    let ratios = names.dropFirst().flatMap { [$0, "ratio"] }
    Swift.print(Benchmarks.row(label: "", names.prefix(1) + ratios))
    for measure in Measure.allCases {
      let values = figures.map { median($0[measure] ?? []) }
      let first = values.first.flatMap { $0 }
      let cells = values.dropFirst().flatMap { value in
        [text(value), first.flatMap { first in value.map { ratio($0, first) } } ?? ""]
      }
      Swift.print(Benchmarks.row(label: measure.rawValue, [text(first)] + cells))
    }
  }

  private static func measureWizard(columns: Int) -> Figures {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "sinkwizard-\(ProcessInfo.processInfo.processIdentifier).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try? Data(Samples.payload(columns: columns)).write(to: file)
    return measure(.wizard, ["--from", file.path], runs: 5) { program, key in
      // Before the first key, go from the file report to the first column.
      if key == "a" { for key in ["\u{1B}", "\u{1B}4"] { _ = program.type(key) } }
      return program.type(key)
    }
  }

  private static func measure(
    _ form: FormProgram, _ options: [String] = [], runs: Int,
    typing type: (TerminalProgram, String) -> TerminalProgram.Reaction
  ) -> Figures {
    var figures: Figures = [:]
    func add(_ measure: Measure, _ value: Int, in unit: Double = 1) {
      figures[measure, default: []].append(Double(value) / unit)
    }
    for _ in 0..<runs {
      form.run(options) { program in
        guard let first = program.firstFrame(showing: form.firstText) else { return }
        add(.firstFrame, first.latency, in: 1e6)
        add(.firstCPU, first.cpu, in: 1e6)
        for key in "abcdefghij" {
          let reaction = type(program, String(key))
          add(.keyLatency, reaction.latency, in: 1e6)
          add(.keyCPU, reaction.cpu, in: 1e6)
          add(.keyBytes, reaction.text.count)
        }
        let (reaction, switches) = program.idle()
        add(.idleBytes, reaction.text.count)
        add(.idleCPU, reaction.cpu, in: 1e6)
        add(.idleSwitches, switches)
        for rows: UInt16 in [39, 40] {
          let reaction = program.resize(rows: rows)
          add(.resizeLatency, reaction.latency, in: 1e6)
          add(.resizeCPU, reaction.cpu, in: 1e6)
        }
        add(.memory, program.peakMemory, in: 1_048_576)
        if !form.quitKeys.first.isEmpty { _ = program.type(form.quitKeys.first) }
        if let quit = program.quit(with: form.quitKeys.last) { add(.quit, quit, in: 1e6) }
      }
    }
    return figures
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  private static func text(_ value: Double?) -> String {
    guard let value else { return "unknown" }
    return value < 100 && value != value.rounded() ? Benchmarks.decimal(value) : "\(Int(value))"
  }

  /// Returns the ratio of two values.
  private static func ratio(_ value: Double, _ first: Double) -> String {
    first == 0 ? "" : Benchmarks.decimal(value / first)
  }
}
