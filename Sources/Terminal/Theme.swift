internal import System

/// What background colours have to be readable on.
package enum Theme: String, CaseIterable, Hashable, Sendable {
  /// What the environment says of the terminal, else both; the terminal itself is not asked.
  case auto
  case dark
  case light

  /// The background to choose colours for.
  ///
  /// - Parameters:
  ///   - colorFGBG: the variable in which some terminals tell their colours, such as `15;0`.
  ///   - term: the terminal's name.
  /// - Returns: what it certainly is; unknown when nothing tells.
  package func background(colorFGBG: String?, term: String?) -> Palette.Background {
    switch self {
    case .dark: return .dark
    case .light: return .light
    case .auto: break
    }
    // The last number is the background's: white, and the bright colours but bright black.
    if let last = colorFGBG?.split(separator: ";").last, let color = Int(last),
      (0...15).contains(color)
    {
      return color == 7 || color > 8 ? .light : .dark
    }
    return term?.hasPrefix("linux") == true ? .dark : .unknown
  }
}

extension Theme {
  /// The background to choose colours for, by the environment.
  func background(in environment: Environment) -> Palette.Background {
    background(colorFGBG: environment["COLORFGBG"], term: environment["TERM"])
  }
}
