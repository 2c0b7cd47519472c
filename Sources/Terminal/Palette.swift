internal import CCurses
package import Screen

/// The colours and attributes of each style, for a number of colours and a background.
///
/// Only foregrounds are coloured. If the background is unknown, every colour is readable on both
/// black and white. Roles that carry information also differ in attributes, and texts and marks
/// repeat it, so nothing depends on colour.
package struct Palette: Hashable, Sendable {
  /// The attributes and colour of a run of cells.
  package struct Look: Hashable, Sendable {
    /// A bit set of `CC_` attributes.
    package var attributes: UInt32
    /// A colour pair; 0 is the terminal's default.
    package var pair: Int16
  }

  /// The number of colours that the terminal supports: 0, 8 or 256.
  package let colors: Int

  /// The background to choose colours for.
  package let background: Background

  package init(colors: Int, background: Background = .unknown) {
    self.colors = colors >= 256 ? 256 : colors >= 8 ? 8 : 0
    self.background = background
  }

  /// Returns the attributes and colour of a style.
  package func look(of style: Style) -> Look {
    var attributes = 0
    if style.isBold || isBoldByRole(style.role) { attributes |= CC_BOLD }
    if style.isUnderlined { attributes |= CC_UNDERLINED }
    if style.isReversed || isReversedByRole(style.role) { attributes |= CC_REVERSED }
    // Grey is more readable than dim in some terminals.
    if style.role == .dim, colors < 256 { attributes |= CC_DIM }
    let pair = foreground(of: style.role) == nil ? 0 : Self.pair(of: style.role)
    return Look(attributes: UInt32(attributes), pair: pair)
  }

  /// Returns the colour pair of a role.
  package static func pair(of role: Style.Role) -> Int16 { Int16(role.rawValue) + 1 }

  private func isBoldByRole(_ role: Style.Role) -> Bool {
    switch role {
    case .error: true
    case .warning, .accent: colors < 256
    default: false
    }
  }

  /// Without colours, reverse video distinguishes a mark from the text around it.
  private func isReversedByRole(_ role: Style.Role) -> Bool { role == .mark && colors == 0 }
}
