/// Splits a time pattern into literals and specifiers, and collects findings.
struct TimePatternParser {
  private(set) var items: [TimePattern.Item] = []
  private(set) var findings: [TimePatternFinding] = []
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var literal = ""
  /// The specifiers already reported.
  private var named: Set<String> = []

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func parse() {
    while at < scalars.count {
      let scalar = scalars[at]
      at += 1
      if scalar == "%" { specifier() } else { literal.unicodeScalars.append(scalar) }
    }
    endLiteral()
  }

  /// Parses a specifier after its percent sign.
  private mutating func specifier() {
    let start = at
    switch next() {
    case nil: incomplete(start)
    case "-": padded(start, .none)
    case "_": padded(start, .space)
    case "0": padded(start, .zero)
    case ".": fraction(start)
    case "3", "6", "9":
      let digits = digit(at - 1)
      switch next() {
      case "f": append(.fraction(digits: digits, dot: false))
      case nil: incomplete(start)
      default: unknown(start)
      }
    case ":": zone(start, colons: 1)
    case "#": zone(start, colons: 0)
    case let letter?: simple(letter, start)
    }
  }

  private mutating func simple(_ letter: Unicode.Scalar, _ start: Int) {
    if letter == "%" { return literal.unicodeScalars.append("%") }
    guard let items = TimeSpecifiers.items[letter] else {
      return "zZ+".unicodeScalars.contains(letter) ? needsZone(start) : unknown(start)
    }
    checkLabel(of: letter, start)
    for item in items { append(item) }
    if let alternative = TimeSpecifiers.withoutSpaces[letter] {
      let verb = "ntcr".unicodeScalars.contains(letter) ? "puts" : "pads with"
      note(
        TimePatternFinding.spaceRule, start,
        "\(verb) \(letter == "n" ? "a line break" : "spaces") in the key; \(alternative)")
    }
  }

  /// Checks that a specifier fits the label before it, such as `hour=`, and does not write a name.
  private mutating func checkLabel(of letter: Unicode.Scalar, _ start: Int) {
    let label = TimeLabel.all.first { literal.lowercased().hasSuffix($0.name + "=") }
    if let label, !label.letters.unicodeScalars.contains(letter) {
      note(
        TimePatternFinding.labelRule, start,
        "is \(TimeLabel.meaning[letter].map { $0 + ", " } ?? "")not the \(label.name); "
          + "use \(label.advice)")
    } else if let advice = TimeLabel.digits[letter] {
      note(
        TimePatternFinding.lettersRule, start,
        "is \(TimeLabel.meaning[letter] ?? "a name"), which does not sort by time; \(advice)")
    }
  }

  private mutating func padded(_ start: Int, _ padding: TimeField.Padding) {
    guard let letter = next() else { return incomplete(start) }
    guard let items = TimeSpecifiers.items[letter], items.count == 1, let item = items.first,
      case .number(let field, _) = item
    else {
      guard TimeSpecifiers.items[letter] != nil || letter == "%" else { return unknown(start) }
      return unknown(start, "a padding flag applies only to a single number, so write %\(letter)")
    }
    checkLabel(of: letter, start)
    append(.number(field, padding))
    if padding == .space, field.canBeShort {
      note(
        TimePatternFinding.spaceRule, start,
        "pads with spaces in the key; use %0\(letter) for zeros")
    }
  }

  /// Parses a fraction of a second with a dot: `%.f` or `%.3f`.
  private mutating func fraction(_ start: Int) {
    switch next() {
    case nil: incomplete(start)
    case "f": append(.fraction(digits: nil, dot: true))
    case "3", "6", "9":
      let digits = digit(at - 1)
      switch next() {
      case "f": append(.fraction(digits: digits, dot: true))
      case nil: incomplete(start)
      default: unknown(start)
      }
    default: unknown(start)
    }
  }

  /// Parses a time zone specifier that begins with colons or a number sign, such as `%:z`.
  private mutating func zone(_ start: Int, colons: Int) {
    switch next() {
    case nil: incomplete(start)
    case "z": needsZone(start)
    case ":" where colons > 0 && colons < 3: zone(start, colons: colons + 1)
    default: unknown(start)
    }
  }

  private mutating func needsZone(_ start: Int) {
    append(.unrenderable)
    note(
      TimePatternFinding.zoneRule, start,
      "needs a time zone, which event times do not have; "
        + "they are in UTC, so write Z or +0000 instead")
  }

  private mutating func unknown(_ start: Int, _ alternative: String? = nil) {
    append(.unrenderable)
    let advice = alternative ?? TimeSpecifiers.alternative(to: scalars[start..<at])
    note(TimePatternFinding.specifierRule, start, "is not a time specifier; \(advice)")
  }

  private mutating func incomplete(_ start: Int) {
    append(.unrenderable)
    let advice =
      start == at
      ? "write %% for a percent sign, or a letter after it, as in %Y"
      : "add a letter after it"
    note(
      TimePatternFinding.specifierRule, start,
      "at the end is not a time specifier; \(advice)", reportsWhileTyping: false)
  }

  private mutating func note(
    _ rule: String, _ start: Int, _ rest: String, reportsWhileTyping: Bool = true
  ) {
    var specifier = "%"
    specifier.unicodeScalars.append(contentsOf: scalars[start..<at])
    // The same specifier at the end is a separate finding: it may be incomplete.
    guard named.insert(specifier + (reportsWhileTyping ? "" : "…")).inserted else { return }
    findings.append(
      TimePatternFinding(
        rule: rule, message: specifier + " " + rest, reportsWhileTyping: reportsWhileTyping))
  }

  private mutating func next() -> Unicode.Scalar? {
    guard at < scalars.count else { return nil }
    defer { at += 1 }
    return scalars[at]
  }

  private func digit(_ index: Int) -> Int { Int(scalars[index].value) - 0x30 }

  private mutating func append(_ item: TimePattern.Item) {
    if case .literal(let text) = item { return literal += text }
    endLiteral()
    items.append(item)
  }

  private mutating func endLiteral() {
    guard !literal.isEmpty else { return }
    items.append(.literal(literal))
    literal = ""
  }
}
