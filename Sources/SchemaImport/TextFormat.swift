import SinkSpec

/// Text that is not JSON: configuration and schemas in other languages, or several JSON values.
enum TextFormat {
  /// Recognizes text that is not one JSON value.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - error: The error from parsing it as JSON.
  /// - Returns: The kind; nil if the text is meant to be one JSON value.
  static func kind(of bytes: [UInt8], after error: JSONSyntaxError) -> FileKind? {
    let space: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
    guard let start = bytes.firstIndex(where: { !space.contains($0) }) else { return nil }
    if bytes[start] == 0x1E {
      return .events("is a sequence of JSON texts (RFC 7464), which are sample events")
    }
    let opening = bytes[start]
    if [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(opening) {
      return valueSequence(bytes, start, error) ?? javaScript(bytes, start)
    }
    let text = String(decoding: bytes[start...].prefix(65_536), as: UTF8.self)
    return sentence(for: text).map { .unusable($0) }
  }

  /// Recognizes several JSON values, one after another.
  private static func valueSequence(
    _ bytes: [UInt8], _ start: Int, _ error: JSONSyntaxError
  ) -> FileKind? {
    guard error.offset > start, error.offset < bytes.count,
      [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[error.offset]),
      (try? JSONDocument(parsing: Array(bytes[start..<error.offset]))) != nil
    else { return nil }
    return .events("has several JSON values, one after another, which are sample events")
  }

  /// Recognizes a JavaScript object, whose names have no quotes, as `wrangler … list` prints it.
  private static func javaScript(_ bytes: [UInt8], _ start: Int) -> FileKind? {
    let text = String(decoding: bytes[start...].prefix(400), as: UTF8.self)
    let inside = text.drop { "{[".contains($0) || $0.isWhitespace }
    if inside.hasPrefix("//") || inside.hasPrefix("/*") {
      return .unusable("has comments, which JSON does not allow; remove them first")
    }
    let name = inside.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard !name.isEmpty, name.first?.isLetter == true,
      inside.dropFirst(name.count).drop(while: \.isWhitespace).first == ":"
    else { return nil }
    return .unusable(
      "is a JavaScript object, not JSON; have the tool print JSON, "
        + "for example with wrangler … get ID --json")
  }

  /// Returns a phrase about text in another language; nil if it is unknown.
  private static func sentence(for text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let own = lines.map { $0.drop(while: \.isWhitespace) }
    let code = own.filter {
      !$0.isEmpty && !["#", "//", "--", "/*", "*"].contains(where: $0.hasPrefix)
    }
    guard let first = code.first ?? own.first else { return nil }
    if ["//", "/*"].contains(where: own[0].hasPrefix), first.hasPrefix("{") || first.hasPrefix("[")
    {
      return "has comments, which JSON does not allow; remove them first"
    }
    if first.hasPrefix("<") { return "is XML or HTML, not JSON" }
    if isStatement(first) { return "is SQL, not JSON; convert the table to a list of fields first" }
    if isProtobuf(first) {
      return "is a Protobuf schema, which is not supported; use its JSON Schema or Avro form"
    }
    if first.hasPrefix("protocol ") || first.hasPrefix("@namespace") || first.hasPrefix("schema ") {
      return "is Avro IDL; convert it first: avro-tools idl2schemata FILE"
    }
    if isHCL(code) {
      return
        "is HCL (Terraform), not JSON; convert it first: hcl2json FILE, or terraform show -json"
    }
    if isYAML(lines, code) { return "is YAML, not JSON; convert it first: yq -o json FILE" }
    if first.hasPrefix("\"$schema\"") { return nil }
    return isCSV(code)
      ? "is CSV, not JSON; convert it first: mlr --icsv --ojsonl cat FILE" : nil
  }

  private static func isStatement(_ line: Substring) -> Bool {
    let words = line.lowercased().split(separator: " ").prefix(2).joined(separator: " ")
    return [
      "create table", "create or", "create external", "create temporary", "create stream",
      "create view", "insert into", "alter table", "select *",
    ].contains(words)
  }

  private static func isProtobuf(_ line: Substring) -> Bool {
    let start = line.split { $0 == " " || $0 == "=" }.prefix(2).joined(separator: " ")
    return ["syntax \"proto", "edition \""].contains(where: start.hasPrefix)
      || line.hasPrefix("message ") && line.contains("{")
  }

  private static func isHCL(_ code: [Substring]) -> Bool {
    let blocks = [
      "resource", "variable", "terraform", "provider", "locals", "data", "module", "output",
      "import",
      "moved",
    ]
    let isBlock = code.contains { line in
      let word = line.prefix(while: \.isLetter)
      let rest = line.dropFirst(word.count).drop { $0 == " " }
      return blocks.contains(String(word)) && (rest.hasPrefix("\"") || rest.hasPrefix("{"))
    }
    return isBlock || code.prefix(20).allSatisfy(isAssignment)
  }

  /// Returns whether a line is `name = value`, as in variable files.
  private static func isAssignment(_ line: Substring) -> Bool {
    let name = line.prefix { $0.isLetter || $0.isNumber || "_-.\"".contains($0) }
    return !name.isEmpty && line.dropFirst(name.count).drop { $0 == " " }.hasPrefix("=")
      || ["]", "}", "\"", ")"].contains(where: line.hasPrefix)
  }

  private static func isYAML(_ lines: [String], _ code: [Substring]) -> Bool {
    if lines.first.map({ $0.hasPrefix("---") || $0.hasPrefix("%YAML") }) == true { return true }
    return code.first.map { line in
      let line = line.hasPrefix("- ") ? line.dropFirst(2) : line
      if line.first == "{" || line.first == "[" { return true }
      let name = line.prefix { $0 != ":" && $0 != "," && $0 != "=" && $0 != "{" }
      let rest = line.dropFirst(name.count)
      return !name.isEmpty && rest.first == ":"
        && (rest.count == 1 || rest.dropFirst().first == " ")
        || code[0].hasPrefix("- ")
    } == true
  }

  private static func isCSV(_ code: [Substring]) -> Bool {
    guard code.count > 1 else { return false }
    return [",", ";", "\t"].contains { separator in
      let counts = code.prefix(5).map { line in line.count { String($0) == separator } }
      return counts[0] > 0 && Set(counts).count == 1
    }
  }
}
