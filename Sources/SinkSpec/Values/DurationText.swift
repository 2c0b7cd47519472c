/// Parsing and formatting of durations in whole seconds: `300`, `5m`, `1h30m`.
///
/// The units are s, m, h and d, or their names and common abbreviations, each at most once and
/// in descending order.
package enum DurationText {
  /// Parses a duration in seconds.
  ///
  /// - Parameters:
  ///   - text: A number of seconds, or numbers with units; spaces are allowed.
  ///   - limit: The maximum number of seconds.
  /// - Returns: The number of seconds, or the error in the text.
  package static func parse(
    _ text: String, limit: UInt64 = .max
  ) -> Result<UInt64, Finding> {
    do throws(Finding) {
      return .success(try value(of: text.trimmingSpaces, limit))
    } catch {
      return .failure(error)
    }
  }

  /// Returns a duration in the largest units possible, such as `1h30m`.
  package static func describe(_ seconds: UInt64) -> String {
    var rest = seconds
    var result = ""
    for unit in units {
      let (count, remainder) = rest.quotientAndRemainder(dividingBy: unit.seconds)
      rest = remainder
      if count > 0 { result += "\(count)\(unit.names[0])" }
    }
    return result.isEmpty ? "0s" : result
  }

  private static let units: [(seconds: UInt64, names: [String])] = [
    (86_400, ["d", "day", "days"]),
    (3600, ["h", "hr", "hrs", "hour", "hours"]),
    (60, ["m", "min", "mins", "minute", "minutes"]),
    (1, ["s", "sec", "secs", "second", "seconds"]),
  ]

  private static func value(of text: String, _ limit: UInt64) throws(Finding) -> UInt64 {
    var rest = Substring(text)
    guard let first = rest.utf8.first else {
      throw Finding("expected a time such as 300 or 5m", reportsWhileTyping: false)
    }
    if first == UInt8(ascii: "-") { throw Finding("a time must not be negative, got \(text)") }
    var total: UInt64 = 0
    var smallest = units.startIndex - 1
    while !rest.isEmpty {
      let digits = rest.takingPrefix { $0.isDigit }
      guard !digits.isEmpty else {
        throw Finding("expected a time such as 300 or 5m, got \(text)")
      }
      if let next = rest.utf8.first, ".,_".utf8.contains(next) {
        throw Finding("write whole numbers only, such as 1h30m, got \(text)")
      }
      rest = rest.droppingSpaces
      let name = rest.takingPrefix { !$0.isDigit && $0 != 0x20 && $0 != 0x09 }
      rest = rest.droppingSpaces
      if name.isEmpty, smallest >= 0 || !rest.isEmpty {
        throw Finding(
          "\(digits) needs a unit: s, m, h or d", reportsWhileTyping: !rest.isEmpty || smallest == 3
        )
      }
      let index = name.isEmpty ? 3 : try unit(name, atEnd: rest.isEmpty)
      guard index > smallest else {
        throw Finding("use each unit once, the largest first, such as 1h30m, got \(text)")
      }
      smallest = index
      total = try sum(total, String(digits), units[index].seconds, limit, text)
    }
    return total
  }

  private static func unit(_ typed: Substring, atEnd: Bool) throws(Finding) -> Int {
    let name = typed.lowercased()
    if let index = units.firstIndex(where: { $0.names.contains(name) }) { return index }
    let canGrow = atEnd && units.contains { $0.names.contains { $0.hasPrefix(name) } }
    throw Finding(
      "\(typed) is not a unit of time; the units are s, m, h and d", reportsWhileTyping: !canGrow)
  }

  private static func sum(
    _ total: UInt64, _ digits: String, _ factor: UInt64, _ limit: UInt64, _ text: String
  ) throws(Finding) -> UInt64 {
    if let number = UInt64(digits) {
      let (product, overflow) = number.multipliedReportingOverflow(by: factor)
      let (sum, carryOverflow) = total.addingReportingOverflow(product)
      if !overflow, !carryOverflow, sum <= limit { return sum }
    }
    throw Finding("must be at most \(limit) seconds, got \(text)")
  }
}

extension Substring {
  /// Removes and returns the longest prefix of bytes that satisfy a condition.
  fileprivate mutating func takingPrefix(while condition: (UInt8) -> Bool) -> Substring {
    let end = utf8.firstIndex { !condition($0) } ?? endIndex
    defer { self = self[end...] }
    return self[..<end]
  }

  /// The text without leading spaces and tabs.
  fileprivate var droppingSpaces: Substring {
    let start = utf8.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? endIndex
    return self[start...]
  }
}
