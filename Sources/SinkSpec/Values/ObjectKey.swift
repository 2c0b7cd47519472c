/// The key that the first file of a sink into a bucket would get, as an example.
///
/// `[path/][rendered time pattern/][prefix-]unique.suffix`. The unique part is made up, but it has
/// the shape, and where the shape has one the time, of a real one; the same input gives the same key.
package struct ObjectKey: Hashable, Sendable {
  /// The key; nil when the time pattern cannot be rendered.
  package let text: String?

  /// The key's length in bytes, which is what the store limits.
  package var utf8Count: Int? { text?.utf8.count }

  /// The time pattern of a sink that names none.
  package static let defaultTimePattern = "year=%Y/month=%m/day=%d"

  /// The longest key that a bucket takes, in bytes.
  package static let utf8Limit = 1024

  /// The key of a file that is begun at a time; nil stands for a parameter that is not set.
  ///
  /// - Parameters:
  ///   - path: the folder in the bucket; slashes at its ends and doubled ones are dropped.
  ///   - timePattern: rendered after the path.
  ///   - prefix: put before the unique part, with a hyphen.
  ///   - strategy: `serial`, `uuid`, `uuid_v7` or `ulid`; for others a UUID is shown.
  ///   - suffix: put after the unique part with a dot, also when it begins with one.
  ///   - formatIsParquet: which suffix a sink has that names none.
  ///   - time: when the events came.
  package init(
    path: String?, timePattern: String?, prefix: String?, strategy: String?, suffix: String?,
    formatIsParquet: Bool, at time: Timestamp
  ) {
    guard let folders = TimePattern(timePattern ?? Self.defaultTimePattern).render(at: time) else {
      text = nil
      return
    }
    let name =
      (prefix.map { $0 + "-" } ?? "") + Self.unique(strategy, at: time) + "."
      + (suffix ?? (formatIsParquet ? "parquet" : "json"))
    text = Self.withoutEmptyFolders([path ?? "", folders, name].joined(separator: "/"))
  }

  /// Splits at scalars, so that a slash with a combining mark after it is still a slash.
  private static func withoutEmptyFolders(_ key: String) -> String {
    key.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "/")
  }

  private static func unique(_ strategy: String?, at time: Timestamp) -> String {
    switch strategy {
    case "serial": "00000-000"
    case "uuid": "3f2b8c1e-9d47-4a6b-8e15-7c0d52f9a364"
    case "ulid": timeLetters(time) + "TSV4RRFFQ69G5FAV"
    default: timeDigits(time) + "-7c3a-9f41-6b0e8d25a7c9"
    }
  }

  /// The first 48 bits of a UUID of version 7, as RFC 9562 lays it out: milliseconds.
  private static func timeDigits(_ time: Timestamp) -> String {
    let digits = String(time.milliseconds48, radix: 16)
    let padded = String(repeating: "0", count: 12 - digits.utf8.count) + digits
    return padded.prefix(8) + "-" + padded.suffix(4)
  }

  /// The first ten letters of a ULID: milliseconds in Crockford's base 32.
  private static func timeLetters(_ time: Timestamp) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
    var letters = String.UnicodeScalarView()
    for shift in stride(from: 45, through: 0, by: -5) {
      letters.append(alphabet[Int(time.milliseconds48 >> UInt64(shift)) & 31])
    }
    return String(letters)
  }
}
