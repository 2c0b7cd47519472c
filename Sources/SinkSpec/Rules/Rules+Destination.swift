extension Rules {
  static let bucketName = Rule(
    "bucket-name", .wrangler,
    "3–63 characters, a–z 0–9 and hyphens, beginning and ending with a letter or digit"
  ) { input in
    let text = input.text
    if let odd = text.first(where: { !isBucketCharacter($0) }) {
      let lower = text.lowercased()
      return Finding(
        "bucket names can only have a–z, 0–9 and hyphens, got \(quoted(odd))",
        repair: lower.allSatisfy(isBucketCharacter) ? .setValue(lower) : nil)
    }
    if text.first == "-" { return Finding("bucket names cannot begin with a hyphen") }
    let length = text.utf8.count
    guard (3...63).contains(length) else {
      return Finding(
        "bucket names must have 3 to 63 characters, got \(length)", reportsWhileTyping: length > 63)
    }
    return text.last == "-"
      ? Finding("bucket names cannot end with a hyphen", reportsWhileTyping: length == 63)
      : nil
  }

  private static func isBucketCharacter(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || character == "-"
  }

  static let jurisdiction = Rule(
    "jurisdiction-known", .documentation, Jurisdiction.all.listed(with: "or")
  ) { input in
    if Jurisdiction.all.contains(input.text) { return nil }
    if input.text == "default" || input.text.isEmpty {
      return Finding(
        "omit it for a bucket without a jurisdiction", reportsWhileTyping: !input.text.isEmpty)
    }
    return Finding(
      "known jurisdictions are \(Jurisdiction.all.listed(with: "and")), got \(quoted(input.text))",
      reportsWhileTyping: !Jurisdiction.all.contains { $0.utf8.starts(with: input.text.utf8) })
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
      return Finding("\(what) that contains \(quoted(odd)) needs quotes in SQL")
    }
    if let first = text.unicodeScalars.first, isDigit(first) {
      return Finding("\(what) that begins with a digit needs quotes in SQL")
    }
    let length = text.count
    return length > 128 ? Finding("\(what) can have at most 128 characters, got \(length)") : nil
  }

  // MARK: Object keys

  static let path = Rule(
    "path-shape", .observed, "folders separated by single slashes, without special characters"
  ) { input in
    // Split bytes: a slash followed by a combining mark is a single `Character`. Errors that
    // further input cannot fix come first.
    let folders = input.text.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    let extra = "extra slashes are dropped from the key"
    let dots = "\".\" and \"..\" become %2E and %2E%2E in the key, not another folder"
    let last = folders.last ?? ""
    let cleaned = Repair.setValue(folders.filter { !$0.isEmpty }.joined(separator: "/"))
    if folders.count > 1, folders.dropLast().contains("") {
      return Finding(extra, repair: cleaned)
    }
    if folders.dropLast().contains(where: { $0 == "." || $0 == ".." }) { return Finding(dots) }
    if let odd = encodedCharacter(in: input.text) { return odd }
    if folders.count > 1, last.isEmpty {
      return Finding(extra, reportsWhileTyping: false, repair: cleaned)
    }
    return last == "." || last == ".." ? Finding(dots, reportsWhileTyping: false) : nil
  }

  static let fileNamePart = Rule(
    "file-name-shape", .observed, "no slash and no special characters"
  ) { input in
    if input.text.utf8.contains(UInt8(ascii: "/")) {
      return Finding("a slash would split the file name into folders")
    }
    return encodedCharacter(in: input.text)
  }

  static let suffixDot = Rule("suffix-dot", .observed, "no leading dot") { input in
    input.text.utf8.first == UInt8(ascii: ".")
      ? Finding(
        "omit the dot: the service adds one itself",
        repair: .setValue(String(input.text.drop { $0 == "." }))) : nil
  }

  /// Returns a rule that limits the length of the first file's key; only the longest parameter
  /// reports it.
  static func keyLength(at pointer: Pointer) -> Rule {
    Rule("object-key-length", .documentation, "an object key of at most 1,024 bytes") { input in
      let context = input.context
      // Cheap early exit: two bytes of a time pattern expand to at most 15, any other byte to 3.
      let inputLength = ObjectKey.parameters.reduce(0) { $0 + (context[$1] ?? "").utf8.count }
      if inputLength * 8 + 64 < ObjectKey.utf8Limit { return nil }
      let longest = ObjectKey.parameters.max {
        (context[$0] ?? "").utf8.count < (context[$1] ?? "").utf8.count
      }
      guard longest == pointer,
        let length = ObjectKey(of: context, at: Timestamp.example).utf8Count,
        length > ObjectKey.utf8Limit
      else { return nil }
      return Finding("object keys can have at most 1,024 bytes; the first file's has \(length)")
    }
  }

  /// Returns a finding about the first character that is percent-encoded in an object key.
  static func encodedCharacter(in text: String) -> Finding? {
    guard let scalar = text.unicodeScalars.first(where: ObjectKey.isEncoded) else { return nil }
    let code = ObjectKey.encoded(String(scalar))
    let isInvisible = [.control, .format, .lineSeparator, .paragraphSeparator].contains(
      scalar.properties.generalCategory)
    guard isInvisible else {
      return Finding("\(quoted(String(scalar))) becomes \(code) in the key")
    }
    let name = String(scalar.value, radix: 16, uppercase: true)
    return Finding("contains an invisible character, U+\(name), which becomes \(code) in the key")
  }
}
