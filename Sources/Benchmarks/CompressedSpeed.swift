import Foundation

/// The speed of schema inference from compressed events, compared with decompression alone.
enum CompressedSpeed {
  /// Prints the results as a table.
  ///
  /// - Parameter megabytes: The size of the events before compression.
  static func print(megabytes: Int) {
    Swift.print("Schema inference from compressed flat events, in MB/s of events, wall time")
    Swift.print(
      Benchmarks.row(label: "", ["MB", "compressed", "program", "decompressor", "ratio"]))
    let folder = FileManager.default.temporaryDirectory.appending(path: "sinkwizard-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "events.ndjson")
    guard
      (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false))
        != nil, let size = try? SampleEvents.flat.write(to: file, size: megabytes * 1_000_000)
    else { return Swift.print("could not write events to \(file.path)") }
    for program in ["gzip", "zstd"] { Swift.print(row(program, file.path, size)) }
  }

  private static func row(_ decompressor: String, _ file: String, _ size: Int) -> String {
    let compressed = "\(file).\(decompressor)"
    guard
      shell("exec \(decompressor) -q -c \"$1\" >\"$2\"", file, compressed) != nil,
      let own = ProgramRun([Benchmarks.program, "infer", compressed]),
      let other = shell("exec \(decompressor) -q -dc \"$1\" >/dev/null", compressed),
      let compressedSize = try? FileManager.default.attributesOfItem(atPath: compressed)[.size]
        as? Int
    else { return "\(decompressor): not installed, or failed" }
    return Benchmarks.row(
      label: decompressor,
      [
        "\(size / 1_000_000)", "\(compressedSize / 1_000_000)", "\(size * 1000 / own.wall)",
        "\(size * 1000 / other.wall)",
        Benchmarks.decimal(Double(other.wall) / Double(own.wall)),
      ])
  }

  private static func shell(_ script: String, _ arguments: String...) -> ProgramRun? {
    ProgramRun(["/bin/sh", "-c", script, "sh"] + arguments)
  }
}
