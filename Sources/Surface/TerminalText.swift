/// Text made safe to paint: control, bidi, zero-width and other unseen scalars become visible marks.
///
/// The only way from a `String` to cells. Width is counted by one policy, ``ScalarWidth``.
package struct TerminalText: Sendable {
  /// What is painted as one: a cell, and how many columns it takes (1 or 2).
  package struct Cluster: Hashable, Sendable {
    package let cell: Cell
    package let width: Int
  }

  package private(set) var clusters: [Cluster] = []

  package init(_ text: String, style: Style = .plain) {
    clusters.reserveCapacity(text.utf8.count)
    // Most texts are; all that follows would come to the same.
    if Self.isPrintableASCII(text) {
      for byte in text.utf8 {
        clusters.append(Cluster(cell: Cell(base: Unicode.Scalar(byte), style: style), width: 1))
      }
      return
    }
    var markStyle = style
    markStyle.role = .mark
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        clusters.append(Cluster(cell: Cell(base: scalar, style: style), width: 1))
        marks = 0
        continue
      }
      switch ScalarWidth(scalar) {
      case .columns(let width):
        clusters.append(Cluster(cell: Cell(base: scalar, style: style), width: width))
        marks = 0
      case .combining where marks < 2:
        guard let last = clusters.popLast() else { fallthrough }
        clusters.append(last.adding(scalar))
        marks += 1
      case .combining, .hidden:
        for visible in Self.visibleMark(for: scalar).unicodeScalars {
          clusters.append(Cluster(cell: Cell(base: visible, style: markStyle), width: 1))
        }
        marks = 2
      }
    }
  }

  /// The columns that the whole text takes.
  package var width: Int { clusters.reduce(0) { $0 + $1.width } }

  /// The columns that a text takes when painted.
  package static func width(of text: String) -> Int {
    isPrintableASCII(text) ? text.utf8.count : TerminalText(text).width
  }

  private static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// What is shown in place of a scalar that must not be painted: `␛` for C0, else `<U+202E>`.
  package static func visibleMark(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: return "\u{2421}"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
  }

  /// A text for a console line: every scalar that must not be painted is spelled out.
  package static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if ScalarWidth.isUnseen(scalar) {
        result.append(contentsOf: visibleMark(for: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension TerminalText.Cluster {
  fileprivate func adding(_ mark: Unicode.Scalar) -> Self {
    let cell =
      cell.firstMark == nil
      ? Cell(base: cell.base, firstMark: mark, style: cell.style)
      : Cell(base: cell.base, firstMark: cell.firstMark, secondMark: mark, style: cell.style)
    return Self(cell: cell, width: width)
  }
}
