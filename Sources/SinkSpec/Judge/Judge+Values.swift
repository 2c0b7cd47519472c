extension Judge {
  mutating func judgeText(_ index: JSONDocument.Index, _ parameter: Parameter) {
    guard let text = document.string(index) else {
      return mistyped(index, "a string", mayShow: !parameter.isSecret)
    }
    run(parameter.rules, on: index, text: text, number: nil)
  }

  mutating func judgeChoice(
    _ index: JSONDocument.Index, _ choices: [Choice], _ parameter: Parameter
  ) {
    let wanted = choices.map(\.value).joined(separator: ", ")
    guard let text = document.string(index) else {
      return mistyped(index, "one of \(wanted)")
    }
    guard choices.contains(where: { $0.value == text }) else {
      let nearest = NearestName.of(text, among: choices.map(\.value))
      let message = nearest.map { "did you mean \($0)?" } ?? "one of \(wanted)"
      return report(
        .error, "choice", "\(given(index)) is not a value it takes; \(message)", at: index)
    }
    run(parameter.rules, on: index, text: text, number: nil)
  }

  mutating func judgeNumber(
    _ index: JSONDocument.Index, _ bounds: ClosedRange<UInt64>, _ wanted: String,
    _ parameter: Parameter
  ) {
    guard document.kind(index) == .number else { return mistyped(index, wanted) }
    let literal = document.literal(index)
    let digits = literal.first == "-" ? literal.dropFirst() : literal[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return mistyped(index, wanted)
    }
    let given = Self.shortened(literal)
    if literal.first == "-" && digits != "0" || (UInt64(digits) ?? .max) < bounds.lowerBound {
      return report(
        .error, "minimum", "must be at least \(bounds.lowerBound), got \(given)", at: index,
        isFinal: literal.first == "-")
    }
    guard let number = UInt64(digits), number <= bounds.upperBound else {
      return report(
        .error, "maximum", "must be at most \(bounds.upperBound), got \(given)", at: index)
    }
    run(parameter.rules, on: index, text: literal, number: number)
  }

  // MARK: Schema fields

  mutating func judgeFieldList(_ index: JSONDocument.Index) {
    guard document.kind(index) == .array else { return mistyped(index, "an array of fields") }
    var headings: [FieldListRule.Heading] = []
    var places: [JSONDocument.Index] = []
    for (number, element) in document.elements(index).enumerated() {
      path.append(.element(number))
      judgeField(element)
      path.removeLast()
      let (heading, name) = heading(of: element)
      headings.append(heading)
      places.append(name ?? element)
    }
    let rules = isTopFieldList ? Rules.topFieldList : Rules.fieldList
    for rule in rules {
      for (number, finding) in rule.check(headings, facts) {
        path += [.element(number), .member("name")]
        report(
          rule.severity, rule.name, finding.message, at: places[number], isFinal: finding.isFinal)
        path.removeLast(2)
      }
    }
  }

  /// What the rules of a list look at of a field, and where the field's name stands.
  private func heading(
    of field: JSONDocument.Index
  ) -> (FieldListRule.Heading, name: JSONDocument.Index?) {
    var name: JSONDocument.Index?
    var type: JSONDocument.Index?
    var metadataKey: JSONDocument.Index?
    for member in document.members(field) {
      switch document.string(member.name) {
      case "name": name = member.value
      case "type": type = member.value
      case "metadata_key": metadataKey = member.value
      default: break
      }
    }
    let heading = FieldListRule.Heading(
      name: name.flatMap { document.string($0) }, type: type.flatMap { document.string($0) },
      isNameless: document.kind(field) == .object
        && name.map { document.kind($0) == .null } != false,
      isMetadata: metadataKey.map { document.kind($0) == .string } == true)
    return (heading, name)
  }

  private var isTopFieldList: Bool {
    path.count + base.tokens.count == 2
  }

  mutating func judgeField(_ index: JSONDocument.Index) {
    judgeObject(index, members: SchemaFieldDescription.members, of: nil)
  }
}
