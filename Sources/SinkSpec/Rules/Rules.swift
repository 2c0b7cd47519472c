/// The validation rules of parameters.
///
/// Each rule's source determines its default severity.
enum Rules {
  static let notEmpty = Rule("not-empty", .wrangler, "not empty") { input in
    input.text.isEmpty ? Finding("must not be empty", reportsWhileTyping: false) : nil
  }

  // MARK: Sink and account

  static let nameLength = length(1...128)

  /// Returns a rule that limits the number of code points, as the API reference does.
  private static func length(_ bounds: ClosedRange<Int>) -> Rule {
    let wanted = "\(bounds.lowerBound) to \(bounds.upperBound) characters"
    return Rule("length", .reference, wanted, length: bounds) { input in
      let length = input.text.unicodeScalars.count
      guard !bounds.contains(length) else { return nil }
      return Finding(
        "must have \(wanted), got \(length == 0 ? "none" : String(length))",
        reportsWhileTyping: length > bounds.upperBound)
    }
  }

  static let nameCharacters = Rule(
    "sink-name-characters", .wrangler, "letters, digits and underscores"
  ) { input in
    guard !input.text.utf8.allSatisfy(isWordByte),
      let odd = input.text.first(where: { !isWordCharacter($0) })
    else { return nil }
    return Finding("only letters, digits and underscores work in SQL, got \(quoted(odd))")
  }

  static let nameAsTable = Rule(
    "sink-name-sql", .observed, "not beginning with a digit, not an SQL keyword"
  ) { input in
    if let first = input.text.unicodeScalars.first, isDigit(first) {
      return Finding("a name that begins with a digit fails in SQL, even in quotes")
    }
    return sqlKeywords.contains(input.text.lowercased())
      ? Finding(
        "\(quoted(input.text)) is an SQL keyword and fails in SQL, even in quotes",
        reportsWhileTyping: false) : nil
  }

  private static let sqlKeywords: Set<String> = [
    "all", "and", "as", "by", "case", "create", "delete", "distinct", "drop", "from", "group",
    "having", "in", "insert", "into", "is", "join", "limit", "not", "null", "on", "or", "order",
    "select", "set", "table", "union", "update", "user", "values", "view", "where", "with",
  ]

  static let accountGiven = Rule("account-id-empty", .reference, "not empty") { input in
    input.text.isEmpty
      ? Finding("must not be empty: it is part of the URL", reportsWhileTyping: false) : nil
  }

  /// Ignores an empty account, which ``accountGiven`` reports.
  static let accountShape = accountShape(exceptEmpty: true)
  static let bucketAccountShape = accountShape(exceptEmpty: false)

  private static func accountShape(exceptEmpty: Bool) -> Rule {
    Rule("account-id-shape", .documentation, "32 digits 0–9 and a–f") { input in
      if let odd = input.text.first(where: { !isLowerHex($0) }) {
        let lower = input.text.lowercased()
        return Finding(
          "an account ID is 32 digits 0–9 and a–f, got \(quoted(odd))",
          repair: lower.allSatisfy(isLowerHex) ? .setValue(lower) : nil)
      }
      let length = input.text.utf8.count
      if length == 32 || length == 0 && exceptEmpty { return nil }
      return Finding(
        "an account ID is 32 digits 0–9 and a–f, got \(length == 0 ? "none" : String(length))",
        reportsWhileTyping: length > 32)
    }
  }

  static let accountMatches = Rule(
    "account-id-differs", .observed, "the same as the account in the URL"
  ) { input in
    guard let account = input.context.account, !account.isEmpty, account != input.text else {
      return nil
    }
    return Finding(
      "differs from the account in the request's URL",
      reportsWhileTyping: !account.utf8.starts(with: input.text.utf8))
  }

  static let catalogFormat = Rule(
    "catalog-format", .wrangler, "parquet for a Data Catalog sink"
  ) { input in
    input.context.isCatalog && input.text == "json"
      ? Finding(
        "Data Catalog sinks support only parquet, got \"json\"", repair: .setValue("parquet"))
      : nil
  }

  static let schemaFormat = Rule(
    "schema-format-differs", .observed, "the same as /format"
  ) { input in
    guard let format = input.context.formatMembers, format != input.members else { return nil }
    return Finding("differs from /format; omit it")
  }

  // MARK: Rolling policy

  static let smallFiles = Rule(
    "roll-size-small", .wrangler, "at least 5 MiB (5242880), as wrangler's setup requires"
  ) { input in
    guard let number = input.number, number > 0, number < 5 * 1024 * 1024 else { return nil }
    return Finding("wrangler's setup requires at least 5 MiB (5242880)", reportsWhileTyping: false)
  }

  static let zeroSize = Rule("roll-size-zero", .observed, "not 0") { input in
    input.number == 0
      ? Finding(
        "0 may close a file after every event; omit it for no limit", reportsWhileTyping: false)
      : nil
  }

  static let zeroRowGroup = Rule("row-group-zero", .observed, "not 0") { input in
    input.number == 0
      ? Finding(
        "0 may close a row group after every batch; omit it for the service's default",
        reportsWhileTyping: false)
      : nil
  }

  static let intervalForFiles = Rule(
    "roll-interval-r2", .documentation, "at least 10 for an r2 sink"
  ) { input in
    guard let number = input.number, (1..<10).contains(number), input.context.isR2 else {
      return nil
    }
    return Finding(
      "r2 sinks need at least 10 s, got \(number)", reportsWhileTyping: false,
      repair: .setValue("10"))
  }

  static let intervalForCatalog = Rule(
    "roll-interval-catalog", .wrangler, "at least 60 for a Data Catalog sink"
  ) { input in
    guard let number = input.number, (1..<60).contains(number), input.context.isCatalog else {
      return nil
    }
    return Finding(
      "Data Catalog sinks need at least 60 s, got \(number)", reportsWhileTyping: false,
      repair: .setValue("60"))
  }

  static let idleBeforeInterval = Rule(
    "roll-idle-pointless", .observed, "less than interval_seconds (default 300)"
  ) { input in
    let pointer: Pointer = "/config/rolling_policy/interval_seconds"
    // An invalid interval has its own error; do not compare with it.
    guard let interval = input.context.number(pointer) ?? (input.context.has(pointer) ? nil : 300),
      let number = input.number, interval > 0, number >= interval
    else { return nil }
    return Finding("has no effect unless shorter than Roll after (\(interval) s)")
  }

  // MARK: Characters

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }

  static func isWordCharacter(_ character: Character) -> Bool {
    character == "_" || (character.isASCII && (character.isLetter || character.isNumber))
  }

  /// Returns whether a character is a lower-case hexadecimal digit.
  ///
  /// Compares ASCII values: in the order of `Character`, accented letters lie between plain ones.
  static func isLowerHex(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Returns a text in double quotes, for a message.
  static func quoted(_ text: some StringProtocol) -> String { "\"\(text)\"" }
  static func quoted(_ character: Character) -> String { "\"\(character)\"" }
}
