import Surface
import Terminal
import Testing

@Suite struct PaletteTests {
  @Test(arguments: [(0, 0), (2, 0), (8, 8), (16, 8), (88, 8), (256, 256), (0x100_0000, 256)])
  func `the colours used are those that every terminal of a kind has`(_ has: Int, _ used: Int) {
    #expect(Palette(colors: has).colors == used)
  }

  @Test func `NO_COLOR counts unless colours are asked for`() {
    #expect(ColorChoice.auto.colors(of: 256, noColor: nil) == 256)
    #expect(ColorChoice.auto.colors(of: 256, noColor: "") == 256)
    #expect(ColorChoice.auto.colors(of: 256, noColor: "1") == 0)
    #expect(ColorChoice.always.colors(of: 256, noColor: "1") == 256)
    #expect(ColorChoice.never.colors(of: 256, noColor: nil) == 0)
  }

  @Test func `without colours every pair is the terminal's own`() {
    let palette = Palette(colors: 0)
    for role in Style.Role.allCases {
      #expect(palette.look(of: Style(role)).pair == 0)
      #expect(palette.foreground(of: role) == nil)
    }
  }

  @Test func `errors, warnings and marks differ from text without colours`() {
    let palette = Palette(colors: 0)
    for role in [Style.Role.error, .warning, .mark, .dim, .changed] {
      #expect(palette.look(of: Style(role)) != palette.look(of: .plain))
    }
  }

  /// WCAG contrast of at least 3 on black and on white.
  @Test(arguments: Style.Role.allCases)
  func `256 colours are readable on black and on white`(_ role: Style.Role) {
    guard let color = Palette(colors: 256).foreground(of: role) else { return }
    let light = luminance(Int(color))
    #expect((light + 0.05) / 0.05 >= 3)
    #expect(1.05 / (light + 0.05) >= 3)
  }

  private func luminance(_ color: Int) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = color - 16
    let parts =
      color >= 232
      ? Array(repeating: 8 + 10 * (color - 232), count: 3)
      : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    let linear = parts.map { part in
      var value = Double(part) / 255
      value = (value + 0.055) / 1.055
      // 2.4 is what sRGB says; the square and a bit is near enough for a limit.
      return value * value * value.squareRoot()
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
