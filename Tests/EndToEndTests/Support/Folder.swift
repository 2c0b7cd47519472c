import Foundation

/// A temporary folder, deleted after the test.
final class Folder {
  let url: URL

  init() {
    url = FileManager.default.temporaryDirectory
      .appending(path: "sinkwizard-\(UUID().uuidString.prefix(8))")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func path(of name: String) -> String { url.appending(path: name).path }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: url.appending(path: name))
  }

  /// Returns a file's bytes; nil if it does not exist.
  func bytes(of name: String) -> Data? { try? Data(contentsOf: url.appending(path: name)) }

  /// Returns a file's text, with invalid UTF-8 replaced by U+FFFD.
  func text(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of all files, to check for leftovers.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Returns a file's permissions, such as 0o600.
  func mode(of name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: name))
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}
