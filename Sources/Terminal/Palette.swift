internal import CCurses
package import Surface

/// Which colour and attributes each style gets, given how many colours there are, and on what.
///
/// Only foregrounds are coloured, on the background that the operator has chosen; where that is
/// not known, every colour must be readable on black and on white. Roles that say more than
/// decoration also differ in attributes, and texts and marks say the same again, so nothing
/// depends on colour.
package struct Palette: Hashable, Sendable {
  /// What the terminal is told about a run of cells.
  package struct Look: Hashable, Sendable {
    /// A set of the `CC_` attributes.
    package var attributes: UInt32
    /// A colour pair; 0 is the terminal's own colours.
    package var pair: Int16
  }

  /// How many colours the terminal has: 0, 8 or 256.
  package let colors: Int

  /// What they have to be readable on.
  package let background: Background

  package init(colors: Int, background: Background = .unknown) {
    self.colors = colors >= 256 ? 256 : colors >= 8 ? 8 : 0
    self.background = background
  }

  /// What a style looks like.
  package func look(of style: Style) -> Look {
    var attributes = 0
    if style.isBold || isBoldByRole(style.role) { attributes |= CC_BOLD }
    if style.isUnderlined { attributes |= CC_UNDERLINED }
    if style.isReversed || isReversedByRole(style.role) { attributes |= CC_REVERSED }
    // A grey is more readable than what some terminals make of dim.
    if style.role == .dim, colors < 256 { attributes |= CC_DIM }
    let pair = foreground(of: style.role) == nil ? 0 : Self.pair(of: style.role)
    return Look(attributes: UInt32(attributes), pair: pair)
  }

  /// The colour pair that belongs to a role.
  package static func pair(of role: Style.Role) -> Int16 { Int16(role.rawValue) + 1 }

  private func isBoldByRole(_ role: Style.Role) -> Bool {
    switch role {
    case .error: true
    case .warning, .accent: colors < 256
    default: false
    }
  }

  /// Without colours, a stand-in must still not pass for the text around it.
  private func isReversedByRole(_ role: Style.Role) -> Bool { role == .mark && colors == 0 }
}
