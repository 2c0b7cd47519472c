import Foundation
import SinkSpec

/// An independent validator: Python's jsonschema, which `Tests/Peers/install` installs.
enum SchemaValidator {
  /// It could not be run, and what it said.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let root = URL(filePath: #filePath)
    .appending(path: "../../../..").standardizedFileURL

  /// Holds payloads against a schema, and the schema against its metaschema.
  ///
  /// - Parameters:
  ///   - payloads: JSON texts without line breaks.
  ///   - schema: the schema's text.
  /// - Returns: for each payload the pointers at which something is wrong; none for a valid one.
  /// - Throws: ``Failure`` when there is no validator, or the schema is none.
  static func faults(of payloads: [String], by schema: String) throws -> [[Pointer]] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "sinkwizard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String) -> URL { folder.appending(path: name) }
    try Data(schema.utf8).write(to: file("schema"))
    try Data(payloads.map { $0 + "\n" }.joined().utf8).write(to: file("payloads"))
    try run(["schema", "payloads", "verdicts"].map { file($0).path })
    let verdicts = try Data(contentsOf: file("verdicts")).split(separator: UInt8(ascii: "\n"))
    guard verdicts.count == payloads.count else {
      throw Failure(description: "\(verdicts.count) verdicts for \(payloads.count) payloads")
    }
    return try verdicts.map { line in
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
