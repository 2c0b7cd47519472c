import SinkSpec
import TestSupport
import Testing

/// Tests rules for sizes and durations.
struct NumberRulesTests {
  private static let size: Pointer = "/config/rolling_policy/file_size_bytes"
  private static let idle: Pointer = "/config/rolling_policy/inactivity_seconds"
  private static let interval: Pointer = "/config/rolling_policy/interval_seconds"
  private static let rowGroup: Pointer = "/format/row_group_bytes"

  @Test(arguments: [
    Row(size, "0", ["note roll-size-zero"]), Row(size, "1", ["warning roll-size-small"]),
    Row(size, "5000000", ["warning roll-size-small"]),
    Row(size, "5242879", ["warning roll-size-small"]), Row(size, "5242880"),
    Row(size, "9223372036854775808"), Row(size, "18446744073709551615"),
    Row(size, "18446744073709551616", ["error maximum"]),
    Row(size, "99999999999999999999999999999999999999999999999999", ["error maximum"]),
    Row(size, "-1", ["error minimum"]), Row(size, "-99999999999999999999", ["error minimum"]),
    Row(size, "1.0", ["error type"]), Row(size, "0.5", ["error type"]),
    Row(size, "1e3", ["error type"]), Row(size, "1E8", ["error type"]),
    Row(size, "\"5\"", ["error type"]), Row(size, "\"100MB\"", ["error type"]),
    Row(size, "null", ["error type"]), Row(size, "true", ["error type"]),
    Row(size, "{}", ["error type"]), Row(size, "[5242880]", ["error type"]),
    Row(.catalog, size, "1", ["warning roll-size-small"]), Row(.catalog, size, "5242880"),
  ])
  func `validates the file size`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(arguments: [
    Row(interval, "0", ["error minimum"]), Row(interval, "1", ["warning roll-interval-r2"]),
    Row(interval, "9", ["warning roll-interval-r2"]), Row(interval, "10"), Row(interval, "59"),
    Row(interval, "300"), Row(interval, "18446744073709551615"),
    Row(interval, "18446744073709551616", ["error maximum"]),
    Row(interval, "-1", ["error minimum"]), Row(interval, "-0", ["error minimum"]),
    Row(interval, "60.0", ["error type"]), Row(interval, "6e1", ["error type"]),
    Row(interval, "\"60\"", ["error type"]), Row(interval, "null", ["error type"]),
    Row(.catalog, interval, "0", ["error minimum"]),
    Row(.catalog, interval, "1", ["warning roll-interval-catalog"]),
    Row(.catalog, interval, "10", ["warning roll-interval-catalog"]),
    Row(.catalog, interval, "59", ["warning roll-interval-catalog"]),
    Row(.catalog, interval, "60"),
  ])
  func `validates the interval`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test func `does not limit the interval for an unknown type`() throws {
    let payload = try Payload.of(.r2).setting(Self.interval, "5")
    for type in [nil, "\"r3\"", "2"] {
      let issues = try payload.setting("/type", type).issues()
      #expect(issues.allSatisfy { !$0.contains("roll-interval") })
    }
  }

  @Test(arguments: [
    Row(idle, "0", ["error minimum"]), Row(idle, "1"), Row(idle, "299"),
    Row(idle, "300", ["note roll-idle-pointless"]), Row(idle, "301", ["note roll-idle-pointless"]),
    Row(idle, "18446744073709551615", ["note roll-idle-pointless"]),
    Row(idle, "18446744073709551616", ["error maximum"]), Row(idle, "1.5", ["error type"]),
    Row(.catalog, idle, "1"), Row(.catalog, idle, "300", ["note roll-idle-pointless"]),
  ])
  func `validates the inactivity timeout`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(
    arguments: [
      ("59", "60", []), ("60", "60", ["note \(idle) roll-idle-pointless"]),
      ("61", "60", ["note \(idle) roll-idle-pointless"]), ("3599", "3600", []),
      ("3600", "3600", ["note \(idle) roll-idle-pointless"]),
      // An invalid interval is reported on its own; no rule compares with it.
      ("60", "0", ["error \(interval) minimum"]), ("301", "\"60\"", ["error \(interval) type"]),
      ("301", "60.0", ["error \(interval) type"]),
      ("301", "18446744073709551616", ["error \(interval) maximum"]),
    ] as [(String, String, [String])])
  func `compares with the interval`(idle: String, interval: String, expected: [String]) throws {
    let payload = try Payload.of(.r2).setting(Self.idle, idle).setting(Self.interval, interval)
    #expect(try payload.issues() == expected)
  }

  @Test(arguments: [
    Row(rowGroup, "0", ["note row-group-zero"]), Row(rowGroup, "1"),
    Row(rowGroup, "9223372036854775807"),
    Row(rowGroup, "9223372036854775808", ["error maximum"]),
    Row(rowGroup, "18446744073709551616", ["error maximum"]), Row(rowGroup, "null"),
    Row(rowGroup, "-1", ["error minimum"]), Row(rowGroup, "1.0", ["error type"]),
    Row(rowGroup, "1e3", ["error type"]), Row(rowGroup, "\"5\"", ["error type"]),
  ])
  func `validates the row group size`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  /// More digits can only fix a number that is too small.
  @Test(
    arguments: [
      (size, "0", false), (size, "7", false), (size, "-1", true),
      (size, "18446744073709551616", true), (interval, "0", false), (interval, "9", false),
      (interval, "-0", true), (idle, "0", false), (idle, "300", true), (size, "1.5", true),
    ] as [(Pointer, String, Bool)])
  func `reports while typing if no digit can help`(
    pointer: Pointer, literal: String, reportsWhileTyping: Bool
  )
    throws
  {
    let issues = try Payload.issues(Payload.of(.r2).setting(pointer, literal).tree.text)
    #expect(issues.map(\.reportsWhileTyping) == [reportsWhileTyping])
  }
}
