/// The words of a column's name, used to tell times from identifiers.
struct NameWords {
  private let words: [String]

  /// Splits a name at separators and capitals: `lastLoginAt` is `last`, `login`, `at`.
  init(_ name: String) {
    var words: [String] = []
    var word = ""
    var wasLowercase = false
    for character in name {
      let isWordStart = character.isUppercase && wasLowercase
      if isWordStart || !character.isLetter && !character.isNumber {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter || character.isNumber { word += character.lowercased() }
      wasLowercase = character.isLowercase || character.isNumber
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  /// Whether the name suggests an identifier, a count or a code, such as `run_id` or `userId`.
  var isIdentifier: Bool {
    guard let last = words.last else { return false }
    if Self.identifiers.contains(last) { return true }
    if isTime { return false }
    let hasSuffix = last.count > 4 && last.hasSuffix("id") && !Self.otherWords.contains(last)
    return hasSuffix || last.hasSuffix("ids") || words.first == "id"
  }

  /// Whether the name suggests a time, such as `created_at` or `eventTime`.
  var isTime: Bool {
    words.contains(where: Self.times.contains)
      || words.last.map { word in
        ["time", "date", "timestamp", "epoch", "millis"].contains(where: word.hasSuffix)
          || ["created", "updated", "modified", "deleted"].contains { word.hasPrefix($0) }
      } == true
  }

  private static let identifiers: Set = [
    "id", "ids", "uid", "gid", "pid", "oid", "uuid", "guid", "key", "number", "num", "no", "nr",
    "count", "size", "bytes", "length", "offset", "seq", "sequence", "serial", "hash", "crc",
    "phone", "mobile", "fax", "isbn", "account", "code", "port", "index", "version", "ip", "asn",
    "mask", "seed", "zip", "sku", "ean", "imei",
  ]

  private static let otherWords: Set = [
    "valid", "invalid", "prepaid", "unpaid", "avoid", "rapid", "solid", "fluid", "liquid",
    "hybrid", "android", "covid", "humid",
  ]

  private static let times: Set = [
    "time", "times", "timestamp", "timestamps", "ts", "date", "datetime", "at", "on", "created",
    "updated", "modified", "deleted", "changed", "expires", "expire", "expiry", "expiration",
    "exp", "iat", "nbf", "start", "started", "end", "ended", "since", "until", "epoch", "when",
    "seen", "published", "received", "sent", "occurred", "clock", "begin", "finished",
    "completed", "deadline", "utc", "mtime", "ctime", "atime", "birth", "born", "reset", "login",
    "from", "to", "before", "after", "day", "moment", "instant",
  ]
}

extension ColumnEvidence {
  /// The kind of values that a column's name suggests.
  package enum TimeName: Sendable { case time, identifier, neutral }

  package static func timeName(_ name: String) -> TimeName {
    let words = NameWords(name)
    return words.isIdentifier ? .identifier : words.isTime ? .time : .neutral
  }
}
