/// The schema's fields, as a list and one at a time.
extension Judge {
  /// Judges a field without the rules that look at those beside it.
  ///
  /// - Parameters:
  ///   - document: the field, as a document of its own.
  ///   - pointer: where it stands in the request.
  ///   - isItem: whether it is the item of a list, which stands alone.
  /// - Returns: the issues in the order of the document, and what the rules of the list ask for.
  package static func judgeField(
    _ document: JSONDocument, at pointer: Pointer, isItem: Bool
  ) -> (issues: [Issue], heading: FieldHeading) {
    // No rule of a field asks for what is outside it.
    var judge = Judge(document: document, facts: RequestFacts(), base: pointer)
    let found = judge.judgeField(.root)
    let heading = judge.heading(of: .root, found)
    let rules = isItem ? [] : [Rules.fieldName]
    let missing = findings(of: [heading], in: rules, judge.facts).map {
      issue($0.rule, $0.finding, at: pointer)
    }
    return (judge.issuesInOrder + missing, heading)
  }

  /// Judges a list of fields by their headings, but for the rules that look at one at a time.
  ///
  /// - Parameters:
  ///   - headings: of the fields.
  ///   - facts: what the rules of the schema's own list ask for; nil for a list inside a field.
  /// - Returns: issues without offsets, whose pointers go on from the list's.
  package static func judgeList(of headings: [FieldHeading], facts: RequestFacts?) -> [Issue] {
    let rules = facts == nil ? [Rules.fieldNames] : Rules.topFieldListOthers
    return findings(of: headings, in: rules, facts ?? RequestFacts()).map { rule, index, finding in
      issue(rule, finding, at: Pointer.root.appending(index))
    }
  }

  /// Whether ``judgeList(of:facts:)`` may find anything, told without most of the headings.
  ///
  /// - Parameters:
  ///   - nameHashes: of the fields that have a name, in parts.
  ///   - changed: the headings that have changed since nothing was found; nil when any may have.
  ///   - facts: what the rules of the schema's own list ask for; nil for a list inside a field.
  /// - Returns: false when nothing can be found.
  package static func mayFindInList(
    _ nameHashes: [[UInt32]], changed: [FieldHeading]?, facts: RequestFacts?
  ) -> Bool {
    if facts?.isUnstructured == true { return true }
    let news = changed.map { $0.compactMap(\.nameHash) }
    if let news, news.count < 8 {
      if RepeatedNames.hasRepeated(news, in: nameHashes) { return true }
    } else if RepeatedNames.hasRepeated(nameHashes) {
      return true
    }
    guard facts?.isCatalog == true else { return false }
    return (news.map { [$0] } ?? nameHashes).contains { $0.contains(Rules.reservedNameHash) }
  }

  private static func issue(
    _ rule: FieldListRule, _ finding: Finding, at field: Pointer
  ) -> Issue {
    Issue(
      severity: rule.severity, pointer: field.appending("name"), rule: rule.name,
      message: finding.message, isFinal: finding.isFinal)
  }

  private static func findings(
    of headings: [FieldHeading], in rules: [FieldListRule], _ facts: RequestFacts
  ) -> [(rule: FieldListRule, index: Int, finding: Finding)] {
    rules.flatMap { rule in rule.check(headings, facts).map { (rule, $0.0, $0.1) } }
  }

  mutating func judgeFieldList(_ index: JSONDocument.Index) {
    guard document.kind(index) == .array else { return mistyped(index, "an array of fields") }
    var headings: [FieldHeading] = []
    for (number, element) in document.elements(index).enumerated() {
      path.append(.element(number))
      let found = judgeField(element)
      path.removeLast()
      headings.append(heading(of: element, found))
    }
    let rules = isTopFieldList ? Rules.topFieldList : Rules.fieldList
    let findings = Self.findings(of: headings, in: rules, facts)
    guard !findings.isEmpty else { return }
    let elements = Array(document.elements(index))
    for (rule, number, finding) in findings {
      report(
        rule.severity, rule.name, finding.message,
        at: document.lastMember("name", of: elements[number]) ?? elements[number],
        pointer.appending(number).appending("name"), isFinal: finding.isFinal)
    }
  }

  /// What the rules of a list look at of a field.
  private func heading(of field: JSONDocument.Index, _ found: FoundMembers) -> FieldHeading {
    let name = found.value(SchemaFieldDescription.namePlace)
    let type = found.value(SchemaFieldDescription.typePlace)
    let metadataKey = found.value(SchemaFieldDescription.metadataKeyPlace)
    return FieldHeading(
      name: name.flatMap { document.string($0) },
      isJSON: type.flatMap { SchemaFieldDescription.type.choice($0, in: document) }
        == ColumnType.json.name,
      isNameless: document.kind(field) == .object
        && name.map { document.kind($0) == .null } != false,
      isMetadata: metadataKey.map { document.kind($0) == .string } == true)
  }

  private var isTopFieldList: Bool {
    path.count + base.tokens.count == 2
  }

  @discardableResult
  mutating func judgeField(_ index: JSONDocument.Index) -> FoundMembers {
    judgeObject(index, as: SchemaFieldDescription.field)
  }
}
