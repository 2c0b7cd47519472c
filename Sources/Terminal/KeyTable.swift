internal import CCurses
internal import Screen

/// The keys of a terminal's description, by the sequences that it sends.
///
/// They take precedence over the sequences common to most terminals, which ``EscapeSequence``
/// decodes.
struct KeyTable: Sendable {
  /// A table without keys.
  static let empty = KeyTable()

  private let keys: [[UInt8]: Key]

  private init() { keys = [:] }

  /// Reads the description of the open terminal.
  init(ofTerminal: Void) {
    let functions = (1...63).map { ("kf\($0)", Key.function($0)) }
    let pairs = (Self.names + functions).compactMap { name, key in
      unsafe cc_key_sequence(name).map { (Array(unsafe String(cString: $0).utf8), key) }
    }
    // Some descriptions list control characters as keys; for example, the Linux console's lists
    // Ctrl-Z.
    keys = Dictionary(
      pairs.filter { $0.0.first == 0x1B && $0.0.count > 1 }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Returns the key of a sequence.
  subscript(_ sequence: [UInt8]) -> Key? { keys[sequence] }

  /// The terminfo names of keys, each with the key that it represents.
  ///
  /// Capitals, as in `kLFT`, mark a shifted key, which acts like the unshifted one.
  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kri", .up), ("kcud1", .down), ("kind", .down), ("kcub1", .left),
    ("kLFT", .left), ("kcuf1", .right), ("kRIT", .right), ("khome", .home), ("kHOM", .home),
    ("kfnd", .home), ("ka1", .home), ("kend", .end), ("kEND", .end), ("kslt", .end), ("kc1", .end),
    ("kpp", .pageUp), ("kPRV", .pageUp), ("ka3", .pageUp), ("knp", .pageDown), ("kNXT", .pageDown),
    ("kc3", .pageDown), ("kich1", .insert), ("kIC", .insert), ("kdch1", .delete), ("kDC", .delete),
    ("kbs", .backspace), ("kent", .enter), ("kcbt", .backTab),
  ]
}
