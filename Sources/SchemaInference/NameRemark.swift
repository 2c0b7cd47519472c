import SinkSpec

/// What is odd about a member's name.
enum NameRemark {
  static func all(for name: String) -> [Remark] {
    if name.isEmpty { return [Remark(.warning, "its name is empty")] }
    return name.unicodeScalars.contains { $0.properties.generalCategory == .control }
      ? [Remark(.warning, "its name has control characters")] : []
  }
}
