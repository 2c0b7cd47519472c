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
    guard let python else { return nil }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "sinkwizard-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let schema = folder.appending(path: "schema.json")
      let file = folder.appending(path: "payload.json")
      try Data(RequestSchema.text.utf8).write(to: schema)
      try Data(payload).write(to: file)
      let output = Pipe()
      let process = Process()
      process.executableURL = python
      process.arguments = [script("time_judging.py"), schema.path, file.path, "\(repeats)"]
      process.standardOutput = output
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    } catch {
      return nil
    }
  }
}
