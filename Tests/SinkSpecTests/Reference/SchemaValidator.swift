import Foundation
import SinkSpec

/// An independent validator: Python's jsonschema, which `Tests/Peers/install` installs.
enum SchemaValidator {
  /// An error from running the validator, with its output.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let root = URL(filePath: #filePath)
    .appending(path: "../../../..").standardizedFileURL

  /// Validates payloads with a schema, and the schema with its metaschema.
  ///
  /// - Parameters:
  ///   - payloads: JSON texts without line breaks.
  ///   - schema: The text of the schema.
  /// - Returns: The pointers with errors of each payload; empty for a valid one.
  /// - Throws: ``Failure`` if the validator is missing or the schema is invalid.
  static func faults(of payloads: [String], by schema: String) throws -> [[Pointer]] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "sinkwizard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String) -> URL { folder.appending(path: name) }
    try Data(schema.utf8).write(to: file("schema"))
    try Data(payloads.map { $0 + "\n" }.joined().utf8).write(to: file("payloads"))
    try run(["schema", "payloads", "results"].map { file($0).path })
    let results = try Data(contentsOf: file("results")).split(separator: UInt8(ascii: "\n"))
    guard results.count == payloads.count else {
      throw Failure(description: "\(results.count) results for \(payloads.count) payloads")
    }
    return try results.map { line in
      let document = try JSONDocument(parsing: Array(line))
      return document.elements(.root).map { Pointer(document.string($0) ?? "") }
    }
  }

  private static func run(_ arguments: [String]) throws {
    let peer = Process()
    peer.executableURL = root.appending(path: ".build/peers/bin/python")
    peer.arguments = [root.appending(path: "Tests/Peers/validate.py").path] + arguments
    let errors = Pipe()
    peer.standardError = errors
    do {
      try peer.run()
    } catch {
      throw Failure(description: "Tests/Peers/install has not been run: \(error)")
    }
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    peer.waitUntilExit()
    guard peer.terminationStatus == 0 else {
      throw Failure(description: String(decoding: said, as: UTF8.self))
    }
  }
}
