import Foundation

/// The speed of schema inference, compared with pyarrow's JSON reader on one thread.
enum InferenceSpeed {
  /// Prints the results as a table.
  ///
  /// - Parameter megabytes: The size of each event file.
  static func print(megabytes: Int) {
    Swift.print("Schema inference from events, in MB/s; peak memory in MiB")
    Swift.print(
      Benchmarks.row(["events", "MB", "one thread", "program", "memory", "pyarrow", "memory"]))
    for events in SampleEvents.allCases { Swift.print(row(events, megabytes)) }
    Swift.print("One thread: CPU time of the whole program. Program: wall time, all threads.")
    if Peer.python == nil {
      Swift.print("pyarrow is not installed; run Tests/Peers/install to compare with it.")
    }
  }

  private static func row(_ events: SampleEvents, _ megabytes: Int) -> String {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "sinkwizard-\(ProcessInfo.processInfo.processIdentifier).ndjson")
    defer { try? FileManager.default.removeItem(at: file) }
    guard let size = try? events.write(to: file, size: megabytes * 1_000_000) else {
      return "\(events.rawValue): could not write events to \(file.path)"
    }
    var cells = [events.rawValue, "\(size / 1_000_000)"]
    if let run = ProgramRun([Benchmarks.program, "infer", file.path]) {
      cells += [rate(size, run.cpu), rate(size, run.wall), memory(run)]
    } else {
      cells += ["failed", "", ""]
    }
    if let python = Peer.python {
      let run = ProgramRun([python.path, Peer.script("time_reading.py"), file.path])
      let time = run.flatMap { Int($0.output.trimmingCharacters(in: .whitespacesAndNewlines)) }
      cells += [time.map { rate(size, $0) } ?? "failed", run.map(memory) ?? ""]
    }
    return Benchmarks.row(cells)
  }

  private static func rate(_ bytes: Int, _ nanoseconds: Int) -> String {
    "\(bytes * 1000 / nanoseconds)"
  }

  private static func memory(_ run: ProgramRun) -> String { "\(run.peakMemory >> 20)" }
}
