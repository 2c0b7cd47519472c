/// How a cell looks, by what it means: the terminal picks colours it can show.
package struct Style: Hashable, Sendable {
  /// What a cell says; a theme gives each role its colour.
  package enum Role: UInt8, CaseIterable, Sendable {
    case plain, accent, error, warning, success, dim, key, string, number
    /// A visible stand-in for something that must not reach the terminal as it is.
    case mark
  }

  package var role: Role
  package var isBold: Bool
  package var isUnderlined: Bool
  package var isReversed: Bool

  package init(
    _ role: Role = .plain, bold: Bool = false, underlined: Bool = false, reversed: Bool = false
  ) {
    self.role = role
    isBold = bold
    isUnderlined = underlined
    isReversed = reversed
  }

  package static let plain = Style()

  /// The same style in reverse video.
  package var reversed: Style {
    var copy = self
    copy.isReversed = true
    return copy
  }

  /// The same style underlined.
  package var underlined: Style {
    var copy = self
    copy.isUnderlined = true
    return copy
  }

  /// The same style in bold.
  package var bold: Style {
    var copy = self
    copy.isBold = true
    return copy
  }
}
