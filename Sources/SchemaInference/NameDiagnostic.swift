import SinkSpec

/// Diagnostics about a member's name.
enum NameDiagnostic {
  static func all(for name: String) -> [Diagnostic] {
    if name.isEmpty { return [Diagnostic(.warning, "its name is empty")] }
    var diagnostics: [Diagnostic] = []
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      diagnostics.append(Diagnostic(.warning, "its name has control characters"))
    }
    if name.unicodeScalars.contains("\u{FFFD}") {
      diagnostics.append(
        Diagnostic(.warning, "its name has U+FFFD, the replacement for an unpaired surrogate"))
    }
    return diagnostics
  }

  /// Returns the diagnostic about a name that many tools treat as equal to another.
  static func similar(to other: String) -> Diagnostic {
    Diagnostic(
      .warning, "its name differs from \"\(other)\" only in case or normalization",
      group: "another name differs only in case or normalization")
  }
}
