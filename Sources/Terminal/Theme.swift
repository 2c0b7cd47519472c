internal import System

/// The background that colours must be readable on.
package enum Theme: String, CaseIterable, Hashable, Sendable {
  /// Ask the terminal; until it replies, or if it does not, use the environment's hint.
  case auto
  case dark
  case light

  /// Returns the background to choose colours for.
  ///
  /// - Parameters:
  ///   - colorFGBG: The value of `COLORFGBG`, in which some terminals report their colours, such as
  ///     `15;0`.
  ///   - term: The terminal type.
  /// - Returns: The background, or `unknown` if neither value determines it.
  package func background(colorFGBG: String?, term: String?) -> Palette.Background {
    switch self {
    case .dark: return .dark
    case .light: return .light
    case .auto: break
    }
    // The last number is the background: light for white and bright colours except bright black.
    if let last = colorFGBG?.split(separator: ";").last, let color = Int(last),
      (0...15).contains(color)
    {
      return color == 7 || color > 8 ? .light : .dark
    }
    return term?.hasPrefix("linux") == true ? .dark : .unknown
  }
}

extension Theme {
  /// Returns the background to choose colours for, according to the environment.
  func background(in environment: Environment) -> Palette.Background {
    background(colorFGBG: environment["COLORFGBG"], term: environment["TERM"])
  }
}
