import Foundation

/// A folder of a test's own, gone when the test is over.
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

  /// What a file holds, byte by byte; nil when there is none.
  func bytes(of name: String) -> Data? { try? Data(contentsOf: url.appending(path: name)) }

  /// What a file holds as text; bytes that are no UTF-8 show as U+FFFD.
  func text(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of all files, for telling that nothing was left behind.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// A file's permissions, such as 0o600.
  func mode(of name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: name))
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}
