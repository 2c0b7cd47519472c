import SinkSpec

/// The screen line that names the focused field, such as `Bucket · /config/bucket · required`.
struct FieldGuide: Equatable {
  let title: String

  /// Finds the line, which is the first one below the last horizontal rule.
  ///
  /// - Parameter screen: The rows of the screen.
  init?(of screen: String) {
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
    guard let rule = rows.lastIndex(where: { $0.hasPrefix("╰─") }), rule + 1 < rows.count else {
      return nil
    }
    title = String(rows[rule + 1])
  }

  func names(_ pointer: Pointer) -> Bool { title.contains(" · \(pointer) · ") }

  /// The number of the step that contains a pointer's field.
  static func step(of pointer: Pointer) -> Int {
    let steps = [("/config", 2), ("/format", 3), ("/schema", 4)]
    return steps.first { pointer.isWithin(Pointer($0.0)) }?.1 ?? 1
  }
}
