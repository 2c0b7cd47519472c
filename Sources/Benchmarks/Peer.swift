import Foundation
import SinkSpec

/// Python packages in `.build/peers` to compare with.
///
/// `jsonschema` validates against the JSON Schema that the program prints.
enum Peer {
  /// The interpreter, or `nil` if the packages are not installed.
  static let python: URL? = {
    let python = root.appending(path: ".build/peers/bin/python")
    return FileManager.default.isExecutableFile(atPath: python.path) ? python : nil
  }()

  /// Returns the path of a benchmark script.
  static func script(_ name: String) -> String { root.appending(path: "Tests/Peers/\(name)").path }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the average CPU time of reading and validating a payload, in ns.
  static func cost(of payload: [UInt8], repeats: Int) -> Int? {
    TemporaryFile.with(Array(RequestSchema.text.utf8)) { schema in
      numbers(from: "time_validating.py", schema, about: payload, "\(repeats)").first
    }
  }

  /// Runs a script that prints numbers.
  ///
  /// - Parameters:
  ///   - name: The file name of the script.
  ///   - first: An argument before the file.
  ///   - text: The content of the file to pass.
  ///   - last: An argument after the file.
  /// - Returns: The numbers; empty if the script fails.
  static func numbers(
    from name: String, _ first: String? = nil, about text: [UInt8], _ last: String
  ) -> [Int] {
    guard let python else { return [] }
    let output = TemporaryFile.with(text) { file in
      ProgramRun([python.path, script(name)] + [first].compactMap { $0 } + [file, last])?.output
    }
    return (output ?? "").split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  }
}
