internal import CCurses
package import Surface

/// Which colour and attributes each style gets, given how many colours there are.
///
/// Only foregrounds are coloured, on the background that the operator has chosen, so every colour
/// here must be readable on black and on white. Roles that say more than decoration also differ
/// in attributes, and texts and marks say the same again, so nothing depends on colour.
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

  package init(colors: Int) {
    self.colors = colors >= 256 ? 256 : colors >= 8 ? 8 : 0
  }

  /// The colour of a role's text; nil keeps the terminal's own.
  package func foreground(of role: Style.Role) -> Int16? {
    switch colors {
    case 256: Self.foreground256(role)
    case 8: Self.foreground8(role)
    default: nil
    }
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
    // A background that is readable on black and white alike does not exist.
    case .changed, .error: true
    case .warning, .accent: colors == 0
    default: false
    }
  }

  /// Without colours, a stand-in must still not pass for the text around it.
  private func isReversedByRole(_ role: Style.Role) -> Bool { role == .mark && colors == 0 }

  private static func foreground256(_ role: Style.Role) -> Int16? {
    switch role {
    case .plain, .changed: nil
    case .accent: 33
    case .error: 196
    case .warning: 136
    case .success, .string: 28
    case .dim: 244
    case .key: 31
    case .number: 97
    case .mark: 163
    }
  }

  private static func foreground8(_ role: Style.Role) -> Int16? {
    switch role {
    case .plain, .changed, .dim: nil
    case .accent, .key: 6
    case .error: 1
    case .warning: 3
    case .success, .string: 2
    case .number: 5
    case .mark: 5
    }
  }
}
