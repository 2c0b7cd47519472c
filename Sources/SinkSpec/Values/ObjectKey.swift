/// An example object key for a sink's first file.
///
/// The form is `[path/][rendered time pattern/][prefix-]unique.suffix`. The unique part is a
/// deterministic placeholder in the shape of a real one, including its time if the shape has one.
/// Empty folders are dropped and special characters percent-encoded, as the engine's object store
/// does.
package struct ObjectKey: Hashable, Sendable {
  /// The key; nil if the time pattern cannot be rendered.
  package let text: String?

  /// The key's length in bytes, the unit of R2's limit.
  package var utf8Count: Int? { text?.utf8.count }

  /// The default time pattern.
  package static let defaultTimePattern = "year=%Y/month=%m/day=%d"

  /// The maximum length of a key, in bytes.
  package static let utf8Limit = 1024

  /// Creates the key of a file opened at a time.
  ///
  /// Nil means that a parameter is not set.
  ///
  /// - Parameters:
  ///   - path: The folder in the bucket; extra slashes are dropped.
  ///   - timePattern: The pattern of the folders below the path.
  ///   - prefix: The file name prefix, followed by a hyphen.
  ///   - strategy: `serial`, `uuid`, `uuid_v7` or `ulid`; other values are shown as a UUID.
  ///   - suffix: The file extension. A dot is always added, even if the extension begins with one.
  ///   - defaultSuffix: The extension if no suffix is set.
  ///   - time: The time of the events.
  ///   - nameTime: The time in the unique part; nil to use that of the events.
  package init(
    path: String?, timePattern: String?, prefix: String?, strategy: String?, suffix: String?,
    defaultSuffix: String, at time: Timestamp, nameTime: Timestamp? = nil
  ) {
    guard let folders = TimePattern(timePattern ?? Self.defaultTimePattern).render(at: time) else {
      text = nil
      return
    }
    let name =
      (prefix.map { $0 + "-" } ?? "") + Self.unique(strategy, at: nameTime ?? time) + "."
      + (suffix ?? defaultSuffix)
    text = Self.stored([path ?? "", folders, name].joined(separator: "/"))
  }

  private static func unique(_ strategy: String?, at time: Timestamp) -> String {
    switch strategy {
    case "serial": "00000-000"
    case "uuid": "3f2b8c1e-9d47-4a6b-8e15-7c0d52f9a364"
    case "ulid": timeLetters(time) + "TSV4RRFFQ69G5FAV"
    default: timeDigits(time) + "-7c3a-9f41-6b0e8d25a7c9"
    }
  }

  /// Returns the 48-bit timestamp of a version 7 UUID (RFC 9562), in milliseconds.
  private static func timeDigits(_ time: Timestamp) -> String {
    let digits = String(time.milliseconds48, radix: 16)
    let padded = String(repeating: "0", count: 12 - digits.utf8.count) + digits
    return padded.prefix(8) + "-" + padded.suffix(4)
  }

  /// Returns the timestamp of a ULID: milliseconds in Crockford's base 32.
  private static func timeLetters(_ time: Timestamp) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
    var letters = String.UnicodeScalarView()
    for shift in stride(from: 45, through: 0, by: -5) {
      letters.append(alphabet[Int(time.milliseconds48 >> UInt64(shift)) & 31])
    }
    return String(letters)
  }
}
