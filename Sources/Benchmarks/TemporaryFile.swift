import Foundation

/// Files for as long as some work takes.
enum TemporaryFile {
  /// - Parameters:
  ///   - text: what is in the file.
  ///   - work: gets the file's path.
  /// - Returns: what the work returns; nil when there is no such file to be had.
  static func with<Result>(_ text: [UInt8], _ work: (String) -> Result?) -> Result? {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "sinkwizard-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    guard (try? Data(text).write(to: file)) != nil else { return nil }
    return work(file.path)
  }
}
