import Foundation
import SinkSpec

/// Python's packages in `.build/peers`, of which `jsonschema` judges by the schema the program prints.
enum Peer {
  /// The interpreter; nil when the peers are not installed.
  static let python: URL? = {
    let python = root.appending(path: ".build/peers/bin/python")
    return FileManager.default.isExecutableFile(atPath: python.path) ? python : nil
  }()

  /// The path of a script that times a peer.
  static func script(_ name: String) -> String { root.appending(path: "Tests/Peers/\(name)").path }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The CPU time that reading and judging a payload takes, in ns, averaged over some runs.
  static func cost(of payload: [UInt8], repeats: Int) -> Int? {
    TemporaryFile.with(Array(RequestSchema.text.utf8)) { schema in
      numbers(from: "time_judging.py", schema, about: payload, "\(repeats)").first
    }
  }

  /// Runs a script that prints numbers.
  ///
  /// - Parameters:
  ///   - name: the script's.
  ///   - first: what it is given before the text, if anything.
  ///   - text: what it is given as a file.
  ///   - last: what it is given after the text.
  /// - Returns: the numbers; none when it fails.
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
