import Glibc

/// Completes file names typed in the wizard.
enum FileCompletion {
  /// The maximum number of names to return.
  private static let limit = 1000

  /// Returns the names in the folder of a path that start with its last part, sorted.
  ///
  /// - Parameter path: The beginning of a path.
  /// - Returns: The names without their folder; those of folders end in a slash. Hidden files are
  ///   listed only if the last part starts with a dot.
  static func names(of path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let start = String(path.dropFirst(folder.count))
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory), names.count < limit {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name, name.hasPrefix(start), name != ".", name != "..",
        start.hasPrefix(".") || !name.hasPrefix(".")
      else { continue }
      names.append(isFolder(folder + name) ? name + "/" : name)
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
