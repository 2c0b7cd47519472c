/// Text that is safe to paint: control, bidi, zero-width and other invisible scalars become visible
/// marks.
///
/// This is the only conversion from `String` to cells. ``ScalarWidth`` defines all widths.
package struct TerminalText: Sendable {
  /// A unit of painting: a cell and the number of columns it takes, 1 or 2.
  package struct Cluster: Hashable, Sendable {
    package let cell: Cell
    package let width: Int
  }

  package private(set) var clusters: [Cluster] = []

  package init(_ text: String, style: Style = .plain) {
    clusters.reserveCapacity(text.utf8.count)
    // Fast path with the same result as the general one.
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

  /// The width of the text in columns.
  package var width: Int { clusters.reduce(0) { $0 + $1.width } }

  /// Returns the width of text in columns.
  package static func width(of text: String) -> Int {
    if isPrintableASCII(text) { return text.utf8.count }
    var width = 0
    for scalar in text.unicodeScalars {
      guard case .columns(let columns) = ScalarWidth(scalar) else {
        return TerminalText(text).width
      }
      width += columns
    }
    return width
  }

  /// Returns whether a text is printable ASCII, which takes a column for each byte.
  package static func isPrintableASCII(_ text: String) -> Bool {
    let bytes = text.utf8.span
    // Do not exit early, so that the compiler can vectorize the loop.
    var others: UInt8 = 0
    for index in bytes.indices { others |= bytes[index] &- 0x20 < 0x5F ? 0 : 1 }
    return others == 0
  }

  /// Returns the replacement for a scalar that must not be painted: `␛` for C0 controls, `<U+202E>`
  /// for others.
  package static func visibleMark(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: return "\u{2421}"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
  }

  /// Returns text that is safe to print on a console, with invisible scalars replaced by marks.
  package static func printable(_ text: String) -> String {
    if isPrintableASCII(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if ScalarWidth.isInvisible(scalar) {
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
