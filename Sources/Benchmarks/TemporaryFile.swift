import Foundation

/// Temporary files, for the duration of a closure.
enum TemporaryFile {
  /// Calls a function with the path of a temporary file.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - work: The function to call.
  /// - Returns: The result of the function, or `nil` if the file cannot be written.
  static func with<Result>(_ text: [UInt8], _ work: (String) -> Result?) -> Result? {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "sinkwizard-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    guard (try? Data(text).write(to: file)) != nil else { return nil }
    return work(file.path)
  }
}
