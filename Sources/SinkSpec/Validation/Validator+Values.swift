extension Validator {
  mutating func validateText(_ index: JSONDocument.Index, _ parameter: Parameter) {
    guard let text = document.string(index) else {
      let isNumber = document.kind(index) == .number && !parameter.isSecret
      return mistyped(
        index, "a string", mayShow: !parameter.isSecret,
        repair: isNumber ? .setValue(document.literal(index)) : nil)
    }
    run(parameter.rules, on: index, text: text, number: nil)
  }

  mutating func validateChoice(
    _ index: JSONDocument.Index, _ parameter: Parameter, _ ownType: String?
  ) {
    if let value = parameter.choiceValue(index, in: document) {
      return run(parameter.rules, on: index, text: value, number: nil)
    }
    let choices = parameter.choices(ownType: ownType)
    var wanted: String { choices.map(\.value).joined(separator: ", ") }
    guard let text = document.string(index) else {
      return mistyped(index, "one of \(wanted)")
    }
    let folded = NearestName.fold(text)
    let nearest =
      choices.first { $0.otherNames.contains { folded.elementsEqual($0.utf8) } }?.value
      ?? NearestName.of(text, among: choices.map(\.value))
    let message = nearest.map { "did you mean \(Rules.quoted($0))?" } ?? "use one of \(wanted)"
    report(
      .error, "choice", "invalid value \(given(index)); \(message)", at: index,
      repair: nearest.map { .setValue($0) })
  }

  /// Validates the source of a parameter or value, and whether the `type` of its object allows it.
  mutating func validateSource(
    of index: JSONDocument.Index, _ parameter: Parameter, ownType: String?
  ) {
    if let removal = parameter.removal {
      report(
        .warning, NewerSource.removedRule, "no longer in \(removal.text); omit it", at: index)
    }
    let choice = parameter.choice(index, in: document)
    if let choice, let ownType, !choice.isAllowed(ownType: ownType) {
      let wanted = parameter.choices(ownType: ownType).map(\.value).joined(separator: ", ")
      report(
        .error, "choice",
        "\(Rules.quoted(choice.value)) is not valid for type \(ownType); use one of \(wanted)",
        at: index)
    } else if let source = parameter.addition(ownType: ownType) ?? choice?.newer {
      report(
        .warning, NewerSource.addedRule,
        "listed in \(source.text), but not in the earlier one that these rules follow",
        at: index)
    }
  }

  mutating func validateNumber(
    _ index: JSONDocument.Index, _ bounds: ClosedRange<UInt64>, _ wanted: String,
    _ parameter: Parameter
  ) {
    guard document.kind(index) == .number else {
      let number = document.string(index).flatMap {
        try? Quantity.number($0, for: parameter).get()
      }
      return mistyped(index, wanted, repair: number.map { .setValue(String($0)) })
    }
    let literal = document.literal(index)
    let digits = literal.first == "-" ? literal.dropFirst() : literal[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return mistyped(index, wanted)
    }
    let given = Self.shortened(literal)
    if literal.first == "-" && digits != "0" || (UInt64(digits) ?? .max) < bounds.lowerBound {
      return report(
        .error, "minimum", "must be at least \(bounds.lowerBound), got \(given)", at: index,
        reportsWhileTyping: literal.first == "-")
    }
    guard let number = UInt64(digits), number <= bounds.upperBound else {
      return report(
        .error, "maximum", "must be at most \(bounds.upperBound), got \(given)", at: index)
    }
    run(parameter.rules, on: index, text: literal, number: number)
  }
}
