package import Screen

extension Palette {
  /// The brightness of the background that colours must be readable on.
  package enum Background: CaseIterable, Hashable, Sendable {
    case dark, light
    /// Unknown: an eight-colour palette must be readable on both; larger ones assume dark.
    case unknown
  }

  /// Returns the foreground colour of a role, or `nil` for the terminal's default.
  package func foreground(of role: Style.Role, on surface: Style.Surface = .base) -> Int32? {
    switch colors {
    case 0: nil
    case 8: color(eight: role)
    default: color(many: role, on: surface).map(value)
    }
  }

  /// Returns the background colour of a surface, or `nil` for the terminal's default.
  package func background(of surface: Style.Surface) -> Int32? {
    guard colors >= 256 else { return nil }
    let color: Int32? =
      switch (surface, background) {
      case (.base, _): nil
      case (.row, .light): 253
      case (.row, _): 237
      case (.well, .light): 231
      case (.well, _): 234
      case (.filled, .light): 25
      case (.filled, _): 111
      }
    return color.map(value)
  }

  /// Returns a colour of the 256-colour palette as the terminal numbers it.
  private func value(of color: Int32) -> Int32 {
    colors > 256 ? Self.rgb(of: color) : color
  }

  private func color(many role: Style.Role, on surface: Style.Surface) -> Int32? {
    let isLight = background == .light
    if surface == .filled { return isLight ? 231 : 16 }
    if role == .plain {
      // The terminal's default foreground may be unreadable on a background other than its own.
      return surface == .base ? nil : isLight ? 16 : 255
    }
    return isLight ? Self.onLight256(role) : Self.onDark256(role)
  }

  private func color(eight role: Style.Role) -> Int32? {
    switch background {
    case .dark: Self.onDark8(role)
    case .light: Self.onLight8(role)
    case .unknown: Self.onBoth8(role)
    }
  }

  /// Colours on backgrounds from black to the slate grey of common themes.
  private static func onDark256(_ role: Style.Role) -> Int32? {
    switch role {
    case .plain: nil
    case .accent: 111
    case .error: 210
    case .warning: 221
    case .success, .string: 114
    case .dim: 248
    case .key: 116
    case .number: 177
    case .mark: 213
    }
  }

  /// Colours on backgrounds from white to the cream of common themes.
  private static func onLight256(_ role: Style.Role) -> Int32? {
    switch role {
    case .plain: nil
    case .accent: 25
    case .error: 124
    case .warning: 58
    case .success, .string: 22
    case .dim: 240
    case .key: 24
    case .number: 91
    case .mark: 90
    }
  }

  private static func onDark8(_ role: Style.Role) -> Int32? {
    switch role {
    case .plain, .dim: nil
    case .accent, .key: 6
    case .error: 1
    case .warning: 3
    case .success, .string: 2
    case .number, .mark: 5
    }
  }

  private static func onLight8(_ role: Style.Role) -> Int32? {
    switch role {
    case .plain, .dim, .success, .string, .number: nil
    case .accent, .key: 4
    case .error: 1
    case .warning, .mark: 5
    }
  }

  /// Only red and magenta of the eight colours are readable on both black and white.
  private static func onBoth8(_ role: Style.Role) -> Int32? {
    switch role {
    case .error: 1
    case .warning, .mark: 5
    default: nil
    }
  }

  /// Returns the red, green and blue of a colour of the 256-colour palette from 16 up.
  private static func rgb(of color: Int32) -> Int32 {
    if color >= 232 { return (8 + 10 * (color - 232)) * 0x010101 }
    let cube = color - 16
    func level(_ step: Int32) -> Int32 { step == 0 ? 0 : 55 + 40 * step }
    return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
  }
}
