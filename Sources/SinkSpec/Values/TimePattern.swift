/// A pattern that the time is written with, as in `year=%Y/month=%m`, in the notation of strftime.
///
/// The service names the formatter of the Rust crate chrono, so its set of specifiers is read here.
package struct TimePattern: Hashable, Sendable {
  /// A piece of a pattern.
  enum Item: Hashable, Sendable {
    case literal(String)
    case number(TimeField, TimeField.Padding)
    case monthName(short: Bool)
    case weekdayName(short: Bool)
    case amPm(upperCase: Bool)
    /// The fraction of the second in so many digits; nil drops groups of three zeros.
    case fraction(digits: Int?, dot: Bool)
    /// What cannot be rendered: not a specifier, or one that needs a time zone.
    case unrenderable
  }

  /// The pattern as it was written.
  package let text: String
  /// What is doubtful in it, in the order of the text, each specifier once.
  package let findings: [TimePatternFinding]
  let items: [Item]

  /// Reads a pattern; every text is one, with findings where it is doubtful.
  package init(_ text: String) {
    var parser = TimePatternParser(text)
    parser.parse()
    self.text = text
    items = parser.items
    findings = parser.findings
  }

  /// The pattern with a time put in; nil when the formatter would refuse it.
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
