import Foundation
import Screen
import Testing

@testable import Terminal

struct PaletteTests {
  @Test(arguments: [(0, 0), (2, 0), (8, 8), (16, 8), (88, 8), (256, 256), (0x100_0000, 0x100_0000)])
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

  /// The backgrounds on which the colours must be readable, from black and white to those of common
  /// themes.
  private static let backgrounds: [Palette.Background: [Int]] = [
    .dark: [0x000000, 0x1E1E2E, 0x2E3440], .unknown: [0x000000, 0x1E1E2E, 0x2E3440],
    .light: [0xFFFFFF, 0xFDF6E3, 0xEEE8D5],
  ]

  @Test(arguments: Palette.Background.allCases, [256, Palette.directColors])
  func `every role has a contrast of 4.5 on every surface`(
    _ background: Palette.Background, _ colors: Int
  ) throws {
    let palette = Palette(colors: colors, background: background)
    var count = 0
    for surface in Style.Surface.allCases {
      let below = palette.background(of: surface).map { [rgb($0, of: colors)] }
      for role in Style.Role.allCases {
        // The terminal's own colours are readable on its own background.
        guard let color = palette.foreground(of: role, on: surface) else {
          #expect(role == .plain && surface == .base)
          continue
        }
        for background in try below ?? #require(Self.backgrounds[background]) {
          count += 1
          let contrast = contrast(rgb(color, of: colors), background)
          #expect(contrast >= 4.5, "\(role) on \(surface), \(String(background, radix: 16))")
        }
      }
    }
    #expect(count == 9 * 3 + 3 * 10)
  }

  /// Users can configure the eight colours; with xterm's, the WCAG contrast must be at least 3.
  @Test(arguments: Palette.Background.allCases)
  func `eight colours are readable on their background`(_ background: Palette.Background) {
    let palette = Palette(colors: 8, background: background)
    for role in Style.Role.allCases {
      guard let color = palette.foreground(of: role) else { continue }
      if background != .light { #expect(contrast(rgb(color, of: 8), 0) >= 3, "\(role)") }
      if background != .dark { #expect(contrast(rgb(color, of: 8), 0xFFFFFF) >= 3, "\(role)") }
    }
  }

  @Test(arguments: [0, 8])
  func `surfaces differ without background colours`(_ colors: Int) {
    let palette = Palette(colors: colors)
    let looks = [Style.plain, .plain.on(.well), .plain.on(.filled)].map { palette.look(of: $0) }
    #expect(Set(looks).count == 3)
    #expect(Style.Surface.allCases.allSatisfy { palette.background(of: $0) == nil })
  }

  @Test(arguments: [8, 256, Palette.directColors])
  func `pairs are distinct, and fit into terminals with 64`(_ colors: Int) {
    let pairs = Palette(colors: colors).pairs
    #expect(Set(pairs.map(\.number)).count == pairs.count)
    #expect(pairs.allSatisfy { (1..<64).contains($0.number) })
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

  private func contrast(_ first: Int, _ second: Int) -> Double {
    let light = [luminance(first), luminance(second)].sorted()
    return (light[1] + 0.05) / (light[0] + 0.05)
  }

  /// Returns the relative luminance of a colour.
  private func luminance(_ color: Int) -> Double {
    let linear = [color >> 16, color >> 8 & 255, color & 255].map { part -> Double in
      let level = Double(part) / 255
      return level <= 0.03928 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// Returns the red, green and blue of one of xterm's colours.
  private func rgb(_ color: Int32, of colors: Int) -> Int {
    let color = Int(color)
    guard colors <= 256 else { return color }
    let eight = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    ]
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = color - 16
    if color < 8 { return eight[color] }
    if color >= 232 { return (8 + 10 * (color - 232)) * 0x010101 }
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
  }
}
