internal import CCurses
package import Screen

/// The colours and attributes of each style, for a number of colours and a background.
///
/// With 256 or more colours every role has a contrast of at least 4.5 on its surface. With fewer,
/// only foregrounds are coloured. Roles that carry information also differ in attributes, and the
/// text repeats that information, so nothing depends on colour.
package struct Palette: Hashable, Sendable {
  /// The attributes and colour of a run of cells.
  package struct Look: Hashable, Sendable {
    /// A bit set of `CC_` attributes.
    package var attributes: UInt32
    /// A colour pair; 0 is the terminal's default.
    package var pair: Int16
  }

  /// A colour pair with its colours; `nil` is the terminal's default.
  struct Pair: Hashable {
    let number: Int16
    let foreground: Int32?
    let background: Int32?
  }

  /// The number of colours in terminals whose colour numbers are red, green and blue.
  package static let directColors = 1 << 24

  /// The number of colours to use: 0, 8, 256 or ``directColors``.
  package let colors: Int

  /// The background to choose colours for.
  package let background: Background

  package init(colors: Int, background: Background = .unknown) {
    self.colors =
      colors >= Self.directColors ? Self.directColors : colors >= 256 ? 256 : colors >= 8 ? 8 : 0
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
    if colors < 256 {
      switch style.surface {
      case .base, .row: break
      case .well: attributes |= CC_UNDERLINED
      case .filled: attributes |= CC_REVERSED
      }
    }
    return Look(attributes: UInt32(attributes), pair: pair(of: style.role, on: style.surface))
  }

  /// The colour pairs to define, without the terminal's default.
  var pairs: [Pair] {
    let surfaces = colors < 256 ? [.base] : Style.Surface.allCases
    return surfaces.flatMap { surface in
      (surface == .filled ? [.plain] : Style.Role.allCases).compactMap { role in
        let number = pair(of: role, on: surface)
        guard number > 0 else { return nil }
        return Pair(
          number: number, foreground: foreground(of: role, on: surface),
          background: background(of: surface))
      }
    }
  }

  private func pair(of role: Style.Role, on surface: Style.Surface) -> Int16 {
    // With few colours, surfaces are attributes, and few pairs suffice.
    let surface = colors < 256 ? .base : surface
    guard foreground(of: role, on: surface) != nil else { return 0 }
    // All roles look the same on a filled surface.
    let number = surface == .filled ? 0 : role.rawValue
    return Int16(surface.rawValue) * Int16(Style.Role.allCases.count) + Int16(number) + 1
  }

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
