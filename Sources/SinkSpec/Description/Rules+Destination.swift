extension Rules {
  static let bucketName = Rule(
    "bucket-name", .client,
    "3–63 characters, a–z 0–9 and hyphens, beginning and ending with a letter or digit"
  ) { input in
    let text = input.text
    if let odd = text.first(where: { !isBucketCharacter($0) }) {
      return Finding("a bucket's name has only a–z, 0–9 and hyphens, got \(quoted(odd))")
    }
    if text.first == "-" { return Finding("a bucket's name does not begin with a hyphen") }
    let length = text.utf8.count
    guard (3...63).contains(length) else {
      return Finding("a bucket's name has 3 to 63 characters, got \(length)", isFinal: length > 63)
    }
    return text.last == "-"
      ? Finding("a bucket's name does not end with a hyphen", isFinal: false) : nil
  }

  private static func isBucketCharacter(_ character: Character) -> Bool {
    ("a"..."z").contains(character) || ("0"..."9").contains(character) || character == "-"
  }

  static let jurisdiction = Rule(
    "jurisdiction-known", .documented, "eu, us, fedramp or fedramp-high"
  ) { input in
    let known = ["eu", "us", "fedramp", "fedramp-high"]
    if known.contains(input.text) { return nil }
    if input.text == "default" || input.text.isEmpty {
      return Finding("leave it out for a bucket without a jurisdiction", isFinal: false)
    }
    return Finding(
      "known jurisdictions are eu, us, fedramp and fedramp-high, got \(quoted(input.text))",
      isFinal: !known.contains { $0.hasPrefix(input.text) || "default".hasPrefix(input.text) })
  }

  static let tableName = Rule(
    "table-name-characters", .guess,
    "letters, digits and underscores, not beginning with a digit, at most 128 characters"
  ) { input in identifierFinding(input.text, what: "a table's name") }

  static let namespace = Rule(
    "namespace-characters", .guess,
    "levels of letters, digits and underscores, separated by dots, at most 128 characters each"
  ) { input in
    for level in input.text.split(separator: ".", omittingEmptySubsequences: false) {
      if level.isEmpty, !input.text.isEmpty {
        return Finding("a level between two dots is empty", isFinal: false)
      }
      if let finding = identifierFinding(String(level), what: "a namespace level") {
        return finding
      }
    }
    return nil
  }

  private static func identifierFinding(_ text: String, what: String) -> Finding? {
    if let odd = text.first(where: { !isWordCharacter($0) }) {
      return Finding("\(what) without quotes in SQL has no \(quoted(odd))")
    }
    if text.first?.isNumber == true {
      return Finding("\(what) that begins with a digit needs quotes in SQL")
    }
    let length = text.count
    return length > 128 ? Finding("\(what) has at most 128 characters, got \(length)") : nil
  }

  // MARK: Object keys

  static let path = Rule(
    "path-shape", .guess, "folders separated by single slashes, without odd characters"
  ) { input in
    let text = input.text
    if text.hasPrefix("/") || text.hasSuffix("/") || text.contains("//") {
      let final = text.hasPrefix("/") || text.contains("//")
      return Finding("extra slashes are probably dropped from the key", isFinal: final)
    }
    if text.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) {
      return Finding("\".\" and \"..\" are not folders in an object key", isFinal: false)
    }
    return oddCharacter(in: text)
  }

  static let fileNamePart = Rule(
    "file-name-shape", .guess, "no slash, without odd characters"
  ) { input in
    if input.text.contains("/") { return Finding("a slash makes folders out of the file's name") }
    return oddCharacter(in: input.text)
  }

  static let suffixDot = Rule("suffix-dot", .guess, "no dot at its beginning") { input in
    input.text.hasPrefix(".") ? Finding("the service adds a dot: this gives two") : nil
  }

  /// Limits the key of the first file; of the parameters that make it, the longest is told.
  static func keyLength(at pointer: Pointer) -> Rule {
    Rule("object-key-length", .documented, "an object key of at most 1,024 bytes") { input in
      let facts = input.facts
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
