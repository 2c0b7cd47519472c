/// A strftime pattern, such as `year=%Y/month=%m`.
///
/// The specifiers are those of the Rust crate chrono, which the service documents as its formatter.
package struct TimePattern: Hashable, Sendable {
  /// A component of a pattern.
  enum Item: Hashable, Sendable {
    case literal(String)
    case number(TimeField, TimeField.Padding)
    case monthName(short: Bool)
    case weekdayName(short: Bool)
    case amPm(upperCase: Bool)
    /// The fraction of a second with a fixed number of digits; nil omits trailing groups of zeros.
    case fraction(digits: Int?, dot: Bool)
    /// An invalid specifier, or one that needs a time zone.
    case unrenderable
  }

  /// The pattern as typed.
  package let text: String
  /// The findings in source order, each specifier once.
  package let findings: [TimePatternFinding]
  let items: [Item]

  /// Parses a pattern.
  ///
  /// Parsing always succeeds; problems are reported as findings.
  package init(_ text: String) {
    var parser = TimePatternParser(text)
    parser.parse()
    self.text = text
    items = parser.items
    findings = parser.findings
  }

  /// The text between the specifiers.
  var literals: [String] {
    items.compactMap { if case .literal(let text) = $0 { text } else { nil } }
  }

  /// Returns the pattern formatted with a time; nil if chrono would reject the pattern.
  package func render(at time: Timestamp) -> String? {
    var result = ""
    for item in items {
      switch item {
      case .literal(let text): result += text
      case .number(let field, let padding): result += field.text(at: time, padding: padding)
      case .monthName(let short): result += Self.name(Self.months, time.month - 1, short: short)
      case .weekdayName(let short): result += Self.name(Self.weekdays, time.weekday, short: short)
      case .amPm(let upperCase):
        result += upperCase ? (time.hour < 12 ? "AM" : "PM") : (time.hour < 12 ? "am" : "pm")
      case .fraction(let digits, let dot):
        result += Self.fraction(time.nanoseconds, digits: digits, dot: dot)
      case .unrenderable: return nil
      }
    }
    return result
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  private static func name(_ names: [String], _ index: Int, short: Bool) -> String {
    short ? String(names[index].prefix(3)) : names[index]
  }

  private static func fraction(_ nanoseconds: Int, digits: Int?, dot: Bool) -> String {
    let all = String(String(1_000_000_000 + nanoseconds).dropFirst())
    let shortest =
      nanoseconds == 0
      ? 0 : nanoseconds % 1_000_000 == 0 ? 3 : nanoseconds % 1000 == 0 ? 6 : 9
    let kept = all.prefix(digits ?? shortest)
    return kept.isEmpty ? "" : (dot ? "." : "") + kept
  }
}
