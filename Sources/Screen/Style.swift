/// The appearance of a cell by meaning; the terminal chooses the colours.
package struct Style: Hashable, Sendable {
  /// The meaning of a cell; a theme assigns each role a colour.
  package enum Role: UInt8, CaseIterable, Sendable {
    case plain, accent, error, warning, success, dim, key, string, number
    /// A visible replacement for a scalar that must not reach the terminal.
    case mark
  }

  /// The background of a cell by meaning.
  package enum Surface: UInt8, CaseIterable, Sendable {
    /// The terminal's own background.
    case base
    /// The focused row.
    case row
    /// A text field that is being edited.
    case well
    /// The selected option of a list, or a button that Enter presses.
    case filled
  }

  package var role: Role
  package var surface: Surface = .base
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

  /// A copy in reverse video.
  package var reversed: Style {
    var copy = self
    copy.isReversed = true
    return copy
  }

  /// Returns a copy on a surface.
  package func on(_ surface: Surface) -> Style {
    var copy = self
    copy.surface = surface
    return copy
  }

  /// An underlined copy.
  package var underlined: Style {
    var copy = self
    copy.isUnderlined = true
    return copy
  }

  /// A bold copy.
  package var bold: Style {
    var copy = self
    copy.isBold = true
    return copy
  }
}
