internal import SinkSpec

/// Text in the syntax of HCL, Terraform's configuration language.
enum HCLText {
  /// Returns a quoted string literal without template sequences.
  static func string(_ text: String) -> String {
    var result = "\""
    let scalars = Array(text.unicodeScalars)
    let lastBrace = scalars.lastIndex(of: "}") ?? -1
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      // Some HCL parsers reject `$${` and `%%{` without a closing brace after them.
      let sign = index < lastBrace ? String(scalar) + String(scalar) : escape(scalar)
      if let short = StringLiteral.shortEscape(scalar) {
        result += short
        continue
      }
      switch scalar {
      // HCL escapes `${` and `%{` by doubling the sign.
      case "$" where next == "{", "%" where next == "{": result += sign
      // HCL parsers disagree about runs of `$` or `%` before a brace, so escape those numerically.
      case "$" where next == "$", "%" where next == "%": result += escape(scalar)
      case _ where InvisibleCharacters.contains(scalar): result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.value <= 0xFFFF
      ? "\\u" + InvisibleCharacters.hex(scalar.value, digits: 4)
      : "\\U" + InvisibleCharacters.hex(scalar.value, digits: 8)
  }

  /// Returns a valid identifier derived from a name.
  static func identifier(_ name: String) -> String {
    let letters = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "_"
    }
    let text = String(letters)
    guard text.contains(where: { $0 != "_" }) else { return "sink" }
    return text.first?.isNumber == true ? "_" + text : text
  }

  /// Returns the name of the input variable for an environment variable.
  static func variable(_ name: String) -> String {
    reserved.contains(name) ? name + "_" : name
  }

  /// Meta-argument names of Terraform modules, which cannot be variable names.
  private static let reserved: Set<String> = [
    "source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals",
  ]

  /// Aligns the equals signs of adjacent one-line attributes, as `terraform fmt` does.
  static func aligned(_ lines: [String]) -> [String] {
    var result: [String] = []
    var run: [String] = []
    func width(_ line: String) -> Int { line.prefix { $0 != "=" }.utf8.count }
    func end() {
      let widest = run.map(width).max() ?? 0
      result += run.map { line in
        let name = line.prefix { $0 != "=" }
        return name + String(repeating: " ", count: widest - name.utf8.count)
          + line.dropFirst(name.count)
      }
      run = []
    }
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 2)
      let isOpening = line.hasSuffix("{") || line.hasSuffix("[")
      if words.count == 3, words[1] == "=", !isOpening {
        run.append(line)
      } else {
        end()
        result.append(line)
      }
    }
    end()
    return result
  }
}
