/// The schema's fields, as a list and one at a time.
extension Judge {
  /// Judges a field that stands in the schema's own list, without the rules of the list.
  ///
  /// - Parameters:
  ///   - document: the field, as a document of its own.
  ///   - pointer: where it stands in the request.
  ///   - facts: what is known of the whole request.
  /// - Returns: the issues in the order of the document, and what the rules of the list ask for.
  package static func judgeField(
    _ document: JSONDocument, at pointer: Pointer, facts: RequestFacts
  ) -> (issues: [Issue], heading: FieldHeading) {
    var judge = Judge(document: document, facts: facts, base: pointer)
    let found = judge.judgeField(.root)
    return (judge.issuesInOrder, judge.heading(of: .root, found))
  }

  /// Judges the schema's own list by the headings of its fields; the issues have no offsets.
  package static func judgeList(of headings: [FieldHeading], facts: RequestFacts) -> [Issue] {
    let list: Pointer = "/schema/fields"
    return findings(of: headings, in: Rules.topFieldList, facts).map { rule, index, finding in
      Issue(
        severity: rule.severity, pointer: list.appending(index).appending("name"),
        rule: rule.name, message: finding.message, isFinal: finding.isFinal)
    }
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
