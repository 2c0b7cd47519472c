/// The schema's fields, as a list and one at a time.
extension Judge {
  /// Judges a field that stands in the schema's own list, without the rules that look at others.
  ///
  /// - Parameters:
  ///   - document: the field, as a document of its own.
  ///   - pointer: where it stands in the request.
  /// - Returns: the issues in the order of the document, and what the rules of the list ask for.
  package static func judgeField(
    _ document: JSONDocument, at pointer: Pointer
  ) -> (issues: [Issue], heading: FieldHeading) {
    // No rule of a field asks for what is outside it.
    var judge = Judge(document: document, facts: RequestFacts(), base: pointer)
    let found = judge.judgeField(.root)
    let heading = judge.heading(of: .root, found)
    let missing = findings(of: [heading], in: [Rules.fieldName], judge.facts).map {
      issue($0.rule, $0.finding, at: pointer)
    }
    return (judge.issuesInOrder + missing, heading)
  }

  /// Judges the schema's own list by the headings of its fields; the issues have no offsets.
  package static func judgeList(of headings: [FieldHeading], facts: RequestFacts) -> [Issue] {
    let list: Pointer = "/schema/fields"
    return findings(of: headings, in: Rules.topFieldListOthers, facts).map { rule, index, finding in
      issue(rule, finding, at: list.appending(index))
    }
  }

  /// Whether ``judgeList(of:facts:)`` may find anything, told without the headings.
  ///
  /// The `nameHashes`: of the fields that have a name, in parts.
  package static func mayFindInList(_ nameHashes: [[UInt32]], facts: RequestFacts) -> Bool {
    if facts.isUnstructured || RepeatedNames.hasRepeated(nameHashes) { return true }
    return facts.isCatalog && nameHashes.contains { $0.contains(Rules.reservedNameHash) }
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
      isJSON: type.flatMap { SchemaFieldDescription.type.choice($0, in: document) } == "json",
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
