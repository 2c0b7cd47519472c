import Foundation
import Screen
import Terminal
import Testing

struct PaletteTests {
  @Test(arguments: [(0, 0), (2, 0), (8, 8), (16, 8), (88, 8), (256, 256), (0x100_0000, 256)])
  func `limits colours to those that terminals have in common`(_ has: Int, _ used: Int) {
    #expect(Palette(colors: has).colors == used)
  }

  @Test func `NO_COLOR applies unless colours are forced`() {
    #expect(ColorChoice.auto.colors(of: 256, noColor: nil) == 256)
    #expect(ColorChoice.auto.colors(of: 256, noColor: "") == 256)
    #expect(ColorChoice.auto.colors(of: 256, noColor: "1") == 0)
    #expect(ColorChoice.always.colors(of: 256, noColor: "1") == 256)
    #expect(ColorChoice.never.colors(of: 256, noColor: nil) == 0)
  }

  @Test func `uses default pairs without colours`() {
    let palette = Palette(colors: 0)
    for role in Style.Role.allCases {
      #expect(palette.look(of: Style(role)).pair == 0)
      #expect(palette.foreground(of: role) == nil)
    }
  }

  @Test func `errors, warnings and marks differ from text without colours`() {
    let palette = Palette(colors: 0)
    for role in [Style.Role.error, .warning, .mark, .dim, .accent] {
      #expect(palette.look(of: Style(role)) != palette.look(of: .plain))
    }
  }

  /// The WCAG contrast must be at least 4.5 on a known background, and 3 on both if it is unknown.
  @Test(arguments: Palette.Background.allCases, [8, 256])
  func `colours are readable on their background`(
    _ background: Palette.Background, _ colors: Int
  ) {
    let palette = Palette(colors: colors, background: background)
    for role in Style.Role.allCases {
      guard let color = palette.foreground(of: role) else { continue }
      let light = luminance(Int(color))
      let (onBlack, onWhite) = ((light + 0.05) / 0.05, 1.05 / (light + 0.05))
      // Users configure these eight colours; the values are xterm's.
      let wanted = colors == 8 || background == .unknown ? 3 : 4.5
      if background != .light { #expect(onBlack >= wanted, "\(role)") }
      if background != .dark { #expect(onWhite >= wanted, "\(role)") }
    }
  }

  @Test(arguments: [Palette.Background.light, .unknown])
  func `avoids yellow, cyan, green and white on possibly light backgrounds`(
    _ background: Palette.Background
  ) {
    let palette = Palette(colors: 8, background: background)
    for role in Style.Role.allCases {
      #expect(![2, 3, 6, 7].contains(palette.foreground(of: role)))
    }
    #expect(palette.look(of: Style(.warning)) != palette.look(of: Style(.error)))
  }

  @Test(
    arguments: [
      ("15;0", "xterm", .dark), ("0;15", "xterm", .light), ("0;default;15", "xterm", .light),
      ("7;8", "xterm", .dark), ("0;7", "xterm", .light), ("12;6", "xterm", .dark),
      ("0;default", "xterm", .unknown), ("", "xterm", .unknown), ("0;99", "xterm", .unknown),
      (nil, "xterm", .unknown), (nil, "linux", .dark), (nil, "linux-16color", .dark),
      (nil, nil, .unknown), ("0;15", "linux", .light),
    ] as [(String?, String?, Palette.Background)])
  func `detects the background from the environment`(
    _ colorFGBG: String?, _ term: String?, _ background: Palette.Background
  ) {
    #expect(Theme.auto.background(colorFGBG: colorFGBG, term: term) == background)
    #expect(Theme.dark.background(colorFGBG: colorFGBG, term: term) == .dark)
    #expect(Theme.light.background(colorFGBG: colorFGBG, term: term) == .light)
  }

  /// Returns the relative luminance of one of xterm's colours.
  private func luminance(_ color: Int) -> Double {
    let eight = [
      [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
      [0, 205, 205], [229, 229, 229],
    ]
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = color - 16
    let parts =
      color < 8
      ? eight[color]
      : color >= 232
        ? Array(repeating: 8 + 10 * (color - 232), count: 3)
        : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    let linear = parts.map { pow((Double($0) / 255 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
