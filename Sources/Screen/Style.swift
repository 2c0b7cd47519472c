/// The appearance of a cell by meaning; the terminal chooses the colours.
package struct Style: Hashable, Sendable {
  /// The meaning of a cell; a theme assigns each role a colour.
  package enum Role: UInt8, CaseIterable, Sendable {
    case plain, accent, error, warning, success, dim, key, string, number
    /// A visible replacement for a scalar that must not reach the terminal.
    case mark
  }

  /// The background of a cell by meaning.
  package enum Surface: UInt8, CaseIterable, Sendable {
    /// The terminal's own background.
    case base
    /// The focused row.
    case row
    /// A text field that is being edited.
    case well
    /// The selected option of a list, or a button that Enter presses.
    case filled
  }

  /// The role, the surface and the attributes, one byte each, so that comparing two styles compares
  /// a single word.
  private var word: UInt32

  private subscript(byte index: UInt32) -> UInt8 {
    get { UInt8(truncatingIfNeeded: word >> (8 * index)) }
    set { word = word & ~(0xFF << (8 * index)) | UInt32(newValue) << (8 * index) }
  }

  private subscript(attribute flag: UInt8) -> Bool {
    get { self[byte: 2] & flag != 0 }
    set { self[byte: 2] = newValue ? self[byte: 2] | flag : self[byte: 2] & ~flag }
  }

  package var role: Role {
    get { Role(rawValue: self[byte: 0]) ?? .plain }
    set { self[byte: 0] = newValue.rawValue }
  }

  package var surface: Surface {
    get { Surface(rawValue: self[byte: 1]) ?? .base }
    set { self[byte: 1] = newValue.rawValue }
  }

  package var isBold: Bool {
    get { self[attribute: 1] }
    set { self[attribute: 1] = newValue }
  }

  package var isUnderlined: Bool {
    get { self[attribute: 2] }
    set { self[attribute: 2] = newValue }
  }

  package var isReversed: Bool {
    get { self[attribute: 4] }
    set { self[attribute: 4] = newValue }
  }

  package init(
    _ role: Role = .plain, bold: Bool = false, underlined: Bool = false, reversed: Bool = false
  ) {
    word = UInt32(role.rawValue)
    isBold = bold
    isUnderlined = underlined
    isReversed = reversed
  }

  package static let plain = Style()

  /// A copy in reverse video.
  package var reversed: Style {
    var copy = self
    copy.isReversed = true
    return copy
  }

  /// Returns a copy on a surface.
  package func on(_ surface: Surface) -> Style {
    var copy = self
    copy.surface = surface
    return copy
  }

  /// An underlined copy.
  package var underlined: Style {
    var copy = self
    copy.isUnderlined = true
    return copy
  }

  /// A bold copy.
  package var bold: Style {
    var copy = self
    copy.isBold = true
    return copy
  }
}
