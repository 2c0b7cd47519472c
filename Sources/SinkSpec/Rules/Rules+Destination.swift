extension Rules {
  static let bucketName = Rule(
    "bucket-name", .wrangler,
    "3–63 characters, a–z 0–9 and hyphens, beginning and ending with a letter or digit"
  ) { input in
    let text = input.text
    if let odd = text.first(where: { !isBucketCharacter($0) }) {
      return Finding("a bucket's name has only a–z, 0–9 and hyphens, got \(quoted(odd))")
    }
    if text.first == "-" { return Finding("a bucket's name does not begin with a hyphen") }
    let length = text.utf8.count
    guard (3...63).contains(length) else {
      return Finding(
        "a bucket's name has 3 to 63 characters, got \(length)", reportsWhileTyping: length > 63)
    }
    return text.last == "-"
      ? Finding("a bucket's name does not end with a hyphen", reportsWhileTyping: length == 63)
      : nil
  }

  private static func isBucketCharacter(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || character == "-"
  }

  static let jurisdiction = Rule(
    "jurisdiction-known", .documentation, "eu, us, fedramp or fedramp-high"
  ) { input in
    let known = ["eu", "us", "fedramp", "fedramp-high"]
    if known.contains(input.text) { return nil }
    if input.text == "default" || input.text.isEmpty {
      return Finding(
        "leave it out for a bucket without a jurisdiction", reportsWhileTyping: !input.text.isEmpty)
    }
    return Finding(
      "known jurisdictions are eu, us, fedramp and fedramp-high, got \(quoted(input.text))",
      reportsWhileTyping: !known.contains { $0.utf8.starts(with: input.text.utf8) })
  }

  static let tableName = Rule(
    "table-name-characters", .observed,
    "letters, digits and underscores, not beginning with a digit, at most 128 characters"
  ) { input in identifierFinding(input.text, what: "a table's name") }

  static let namespace = Rule(
    "namespace-characters", .observed,
    "levels of letters, digits and underscores, separated by dots, at most 128 characters each"
  ) { input in
    guard !input.text.isEmpty else { return nil }
    let levels = input.text.split(separator: ".", omittingEmptySubsequences: false)
    for level in levels.dropLast() where level.isEmpty {
      return Finding("a level before a dot is empty")
    }
    for level in levels {
      if let finding = identifierFinding(String(level), what: "a namespace level") {
        return finding
      }
    }
    return levels.last?.isEmpty == true
      ? Finding("the level after the last dot is empty", reportsWhileTyping: false) : nil
  }

  private static func identifierFinding(_ text: String, what: String) -> Finding? {
    if let odd = text.first(where: { !isWordCharacter($0) }) {
      return Finding("\(what) without quotes in SQL has no \(quoted(odd))")
    }
    if let first = text.unicodeScalars.first, isDigit(first) {
      return Finding("\(what) that begins with a digit needs quotes in SQL")
    }
    let length = text.count
    return length > 128 ? Finding("\(what) has at most 128 characters, got \(length)") : nil
  }

  // MARK: Object keys

  static let path = Rule(
    "path-shape", .observed, "folders separated by single slashes, without odd characters"
  ) { input in
    // Split at bytes: a slash with a combining mark after it is still a slash. What stays wrong
    // whatever is typed next is told first.
    let folders = input.text.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    let extra = "extra slashes are probably dropped from the key"
    let dots = "\".\" and \"..\" are not folders in an object key"
    let last = folders.last ?? ""
    if folders.count > 1, folders.dropLast().contains("") { return Finding(extra) }
    if folders.dropLast().contains(where: { $0 == "." || $0 == ".." }) { return Finding(dots) }
    if let odd = oddCharacter(in: input.text) { return odd }
    if folders.count > 1, last.isEmpty { return Finding(extra, reportsWhileTyping: false) }
    return last == "." || last == ".." ? Finding(dots, reportsWhileTyping: false) : nil
  }

  static let fileNamePart = Rule(
    "file-name-shape", .observed, "no slash, without odd characters"
  ) { input in
    if input.text.utf8.contains(UInt8(ascii: "/")) {
      return Finding("a slash makes folders out of the file's name")
    }
    return oddCharacter(in: input.text)
  }

  static let suffixDot = Rule("suffix-dot", .observed, "no dot at its beginning") { input in
    input.text.utf8.first == UInt8(ascii: ".")
      ? Finding("the service adds a dot: this gives two") : nil
  }

  /// Limits the key of the first file; of the parameters that make it, the longest is told.
  static func keyLength(at pointer: Pointer) -> Rule {
    Rule("object-key-length", .documentation, "an object key of at most 1,024 bytes") { input in
      let facts = input.facts
      // Two bytes of a time pattern become at most 15; most keys are far from the limit.
      let written = ObjectKey.parameters.reduce(0) { $0 + (facts[$1] ?? "").utf8.count }
      if written * 8 + 64 < ObjectKey.utf8Limit { return nil }
      let parts = ObjectKey.parameters.max {
        (facts[$0] ?? "").utf8.count < (facts[$1] ?? "").utf8.count
      }
      guard parts == pointer, let length = ObjectKey(of: facts, at: Timestamp.example).utf8Count,
        length > 1024
      else { return nil }
      return Finding("an object key has at most 1,024 bytes, the first file's has \(length)")
    }
  }

  private static func oddCharacter(in text: String) -> Finding? {
    let unseen = text.unicodeScalars.first {
      [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
    if let unseen {
      let code = String(unseen.value, radix: 16, uppercase: true)
      return Finding("holds a character that does not show, U+\(code)")
    }
    guard let odd = text.unicodeScalars.first(where: { "\\{}%#?*".unicodeScalars.contains($0) })
    else { return nil }
    return Finding("\(quoted(String(odd))) is probably written as a percent code in the key")
  }
}
