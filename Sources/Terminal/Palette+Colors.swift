package import Screen

extension Palette {
  /// The brightness of the background that colours must be readable on.
  package enum Background: CaseIterable, Hashable, Sendable {
    case dark, light
    /// Unknown: colours must be readable on both.
    case unknown
  }

  /// Returns the foreground colour of a role, or `nil` for the terminal's default.
  package func foreground(of role: Style.Role) -> Int16? {
    switch (colors, background) {
    case (256, .dark): Self.onDark256(role)
    case (256, .light): Self.onLight256(role)
    case (256, .unknown): Self.onBoth256(role)
    case (8, .dark): Self.onDark8(role)
    case (8, .light): Self.onLight8(role)
    case (8, .unknown): Self.onBoth8(role)
    default: nil
    }
  }

  private static func onDark256(_ role: Style.Role) -> Int16? {
    switch role {
    case .plain: nil
    case .accent: 75
    case .error: 203
    case .warning: 221
    case .success, .string: 114
    case .dim: 246
    case .key: 80
    case .number: 141
    case .mark: 213
    }
  }

  private static func onLight256(_ role: Style.Role) -> Int16? {
    switch role {
    case .plain: nil
    case .accent: 25
    case .error: 160
    case .warning: 94
    case .success, .string: 22
    case .dim: 242
    case .key: 24
    case .number: 91
    case .mark: 127
    }
  }

  private static func onBoth256(_ role: Style.Role) -> Int16? {
    switch role {
    case .plain: nil
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

  private static func onDark8(_ role: Style.Role) -> Int16? {
    switch role {
    case .plain, .dim: nil
    case .accent, .key: 6
    case .error: 1
    case .warning: 3
    case .success, .string: 2
    case .number, .mark: 5
    }
  }

  private static func onLight8(_ role: Style.Role) -> Int16? {
    switch role {
    case .plain, .dim, .success, .string, .number: nil
    case .accent, .key: 4
    case .error: 1
    case .warning, .mark: 5
    }
  }

  /// Only red and magenta of the eight colours are readable on both black and white.
  private static func onBoth8(_ role: Style.Role) -> Int16? {
    switch role {
    case .error: 1
    case .warning, .mark: 5
    default: nil
    }
  }
}
