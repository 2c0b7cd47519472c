import Foundation
import SinkSpec

/// Python packages in `.build/peers` to compare with.
///
/// jsonschema-rs validates against the JSON Schema that the program prints.
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

  /// Returns the average CPU time of reading and validating payloads with orjson and jsonschema-rs.
  ///
  /// - Parameters:
  ///   - place: The path of a payload, or of a folder of payloads, all of them valid.
  ///   - repeats: How often to read all of them.
  /// - Returns: The time of one repetition, in ns; `nil` if the packages are not installed.
  static func costOfValidating(_ place: String, repeats: Int = 1) -> Int? {
    guard let python else { return nil }
    return TemporaryFile.with(Array(RequestSchema.text.utf8)) { schema in
      let command = [python.path, script("time_validating.py"), schema, place, "\(repeats)"]
      return ProgramRun(command).flatMap { Int($0.output.filter(\.isNumber)) }
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
