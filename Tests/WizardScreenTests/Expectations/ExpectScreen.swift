import Foundation
import Screen
import Terminal
import Testing

/// Expects the whole screen to be `text`, and with `styles` each cell to have its style.
///
/// With `RENEW=1` in the environment the literals in the source are replaced by the actual screen
/// instead. To record a new screen, pass empty multi-line literals and run the test that way:
///
///     expectScreen(
///       driver,
///       """
///       """)
///
/// - Parameters:
///   - driver: The driver whose screen is compared.
///   - text: The screen, without blanks at the ends of lines.
///   - styles: One letter of ``StyleLetters`` for each cell.
///   - palette: Makes `styles` the attributes that a terminal with these colours is given.
///   - file: The source file that has the literals.
///   - location: Where failures are reported.
func expectScreen(
  _ driver: Driver, _ text: String, styles: String? = nil, palette: Palette? = nil,
  file: String = #filePath, location: SourceLocation = #_sourceLocation
) {
  expectScreen(
    driver.canvas, text, styles: styles, palette: palette, file: file, location: location)
}

/// Expects a whole canvas to be `text`, and with `styles` each cell to have its style.
func expectScreen(
  _ canvas: Canvas, _ text: String, styles: String? = nil, palette: Palette? = nil,
  file: String = #filePath, location: SourceLocation = #_sourceLocation
) {
  let comparisons = ScreenComparison.all(canvas, text, styles: styles, palette: palette)
  for (index, comparison) in comparisons.enumerated() where !comparison.isEqual {
    if ProcessInfo.processInfo.environment["RENEW"] == "1" {
      RecordedLiterals.replace(index, with: comparison.actual, file: file, at: location)
    } else {
      Issue.record("\(comparison)", sourceLocation: location)
    }
  }
}

/// The text or the styles of a screen, compared with the expected ones.
struct ScreenComparison: CustomStringConvertible {
  let subject: String
  let expected: String
  let actual: String
  /// The screen's text, shown next to its styles.
  var context: String?

  var isEqual: Bool { expected == actual }

  /// Compares the text of a canvas, and its styles when those are expected.
  static func all(
    _ canvas: Canvas, _ text: String, styles: String?, palette: Palette? = nil
  ) -> [ScreenComparison] {
    let screen = ScreenComparison(subject: "screen", expected: text, actual: canvas.text)
    guard let styles else { return [screen] }
    return [
      screen,
      ScreenComparison(
        subject: "styles", expected: styles,
        actual: StyleLetters.text(of: canvas, palette: palette),
        context: canvas.text),
    ]
  }

  /// The differing lines, each with its first difference marked.
  var description: String {
    let parts = [expected, actual, context ?? ""].map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let count = max(parts[0].count, parts[1].count)
    let differences = (0..<count).flatMap { row -> [String] in
      let line = parts.map { row < $0.count ? String($0[row]) : "" }
      guard line[0] != line[1] else { return [] }
      let common = zip(line[0], line[1]).prefix { $0 == $1 }.count
      let number = "\(row + 1)"
      let margin = String(repeating: " ", count: number.count)
      return (context == nil ? [] : ["\(margin)   \(line[2])"]) + [
        "\(number) - \(line[0])", "\(margin) + \(line[1])",
        "\(margin)   \(String(repeating: " ", count: common))^",
      ]
    }
    return (["unexpected \(subject):"] + differences).joined(separator: "\n")
  }
}
