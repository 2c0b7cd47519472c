import Foundation

/// A checked-in file that is generated from the code.
///
/// With `RENEW=1` in the environment, ``isCurrent`` writes the file first.
package struct GeneratedFile {
  private let url: URL
  private let text: String

  /// Creates a file.
  ///
  /// - Parameters:
  ///   - path: The path in the repository.
  ///   - text: The contents that the code generates.
  package init(path: String, text: String) {
    url = URL(filePath: #filePath).appending(path: "../../../\(path)").standardizedFileURL
    self.text = text
  }

  /// Whether the file is up to date with the code; with `RENEW=1`, writes it first.
  package var isCurrent: Bool {
    get throws {
      if ProcessInfo.processInfo.environment["RENEW"] == "1" {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      return try String(contentsOf: url, encoding: .utf8) == text
    }
  }
}
