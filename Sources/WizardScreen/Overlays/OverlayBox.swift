import Screen
import Wizard

/// The content of a box in front of the form.
struct OverlayBox {
  /// A line of the box: runs of text, each in a style.
  struct Line {
    let runs: [(text: String, style: Style)]
    /// The target of a click.
    var target: MouseTarget?

    init(_ text: String, _ style: Style = .plain, target: MouseTarget? = nil) {
      runs = [(text, style)]
      self.target = target
    }

    init(runs: [(text: String, style: Style)]) { self.runs = runs }

    static let empty = Line("")

    var width: Int { runs.reduce(0) { $0 + TerminalText.width(of: $1.text) } }
    /// Whether the line is shown as selected, up to the edges of the box.
    var isFilled: Bool { runs.first?.style.surface == .filled }
  }

  /// A button below the lines.
  struct Button {
    let label: String
    let command: Command
    /// Whether Enter presses it.
    let isDefault: Bool

    var width: Int { TerminalText.width(of: label) + 4 }
  }

  /// The placement of the box.
  enum Place {
    /// In the middle, with the rest of the screen dimmed.
    case middle
    /// Below the value of the focused field, or above it.
    case atField
  }

  var title: String
  /// The lines; of very many lines, only those in view.
  var lines: [Line]
  /// The numbers of lines above and below these that are left out.
  var omitted = (above: 0, below: 0)
  /// The style of the frame.
  var frame = Style.accent
  var place = Place.middle
  /// Whether the box may take nearly the whole width of the screen.
  var isWide = false
  /// The minimum width of the lines, so that the box keeps its size while they change.
  var leastWidth = 0
  /// The first visible line, if not all lines fit.
  var scroll = 0
  /// The focused line, kept visible.
  var selected: Int?
  /// The marked parts of lines, in columns.
  var marks: [Int: Range<Int>] = [:]
  /// The text under edit, on the first line.
  var editor: LineEditor?
  var buttons: [Button] = []

  /// Returns the line of an option, with its mark if it is selected.
  static func option(_ text: String, _ index: Int, isSelected: Bool) -> Line {
    Line(
      (isSelected ? "▸ " : "  ") + text, isSelected ? .plain.on(.filled) : .plain,
      target: .option(index))
  }

  /// The number of lines, including those left out.
  var lineCount: Int { omitted.above + lines.count + omitted.below }

  /// The width of the buttons in a row.
  var buttonsWidth: Int { buttons.reduce(-2) { $0 + $1.width + 2 } }
}
