/// Rules for the text of secrets and of other values.
extension Rules {
  /// The rules of every secret.
  static let secret = [notEmpty, secretReference, serverVariable, surroundingSpace]

  static let serverVariable = Rule(
    "secret-template", .observed, "without {{ NAME }}"
  ) { input in
    hasTemplate(input.text)
      ? Finding("the service may replace {{ NAME }} with a variable of its own") : nil
  }

  static let secretReference = Rule(
    "secret-reference", .observed, severity: .warning,
    "${NAME} with a name of letters, digits and underscores"
  ) { input in
    let looksLikeReference =
      input.text.hasPrefix("${") && SecretReference(input.text) == nil
      || input.text.hasPrefix("$") && SecretReference("${\(input.text.dropFirst())}") != nil
    let meant = SecretReference(input.text) == nil ? variableName(in: input.text) : nil
    guard looksLikeReference || meant != nil else { return nil }
    return Finding(
      "is sent as the secret itself; write a reference as ${NAME}", reportsWhileTyping: false,
      repair: meant.map { .setValue("${\($0)}") })
  }

  /// Returns the name in a text such as `$NAME`, `{NAME}`, `%NAME%` or `${NAME`.
  ///
  /// Only upper-case names with an underscore count, so that a random secret is not mistaken for a
  /// variable.
  private static func variableName(in text: String) -> String? {
    let bare = text.drop { "${%".contains($0) }
    let name = bare.prefix { $0 != "}" && $0 != "%" }
    guard bare.count < text.count, ["", "}", "%"].contains(bare.dropFirst(name.count)),
      name.contains("_"), name == name.uppercased(), SecretReference("${\(name)}") != nil
    else { return nil }
    return String(name)
  }

  static let literalReference = Rule(
    "literal-reference", .observed, "no ${NAME}, which is replaced in secrets only"
  ) { input in
    // Most texts have no dollar sign, which is found faster than the two characters.
    guard input.text.utf8.contains(UInt8(ascii: "$")),
      let start = input.text.firstRange(of: "${"),
      let end = input.text[start.upperBound...].firstIndex(of: "}"),
      let reference = SecretReference(String(input.text[start.lowerBound...end]))
    else { return nil }
    return Finding(
      "${\(reference.name)} is sent literally: only secrets are read from the environment")
  }

  static let surroundingSpace = Rule(
    "surrounding-space", .observed, "no space at its beginning or end"
  ) { input in
    let scalars = input.text.unicodeScalars
    if isSpace(scalars.first) { return Finding("begins with a space") }
    return isSpace(scalars.last)
      ? Finding("ends with a space", reportsWhileTyping: false) : nil
  }

  /// Returns whether a scalar is whitespace, with a fast path for letters and digits.
  private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.value <= 0x20 || scalar.value >= 0x7F else { return false }
    return scalar.properties.isWhitespace
  }

  /// Returns whether the text contains a name in double braces, with or without spaces around it.
  private static func hasTemplate(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { start in
      guard scalars[start...].starts(with: ["{", "{"]) else { return false }
      let rest = scalars[(start + 2)...].drop(while: \.properties.isWhitespace)
      let afterName = rest.drop {
        $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
      return afterName.count < rest.count
        && afterName.drop(while: \.properties.isWhitespace).starts(with: ["}", "}"])
    }
  }
}
