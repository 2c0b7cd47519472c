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
    judge.judgeField(.root)
    return (judge.issuesInOrder, judge.heading(of: .root).0)
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
    for (rule, number, finding) in Self.findings(of: headings, in: rules, facts) {
      path += [.element(number), .member("name")]
      report(
        rule.severity, rule.name, finding.message, at: places[number], isFinal: finding.isFinal)
      path.removeLast(2)
    }
  }

  /// What the rules of a list look at of a field, and where the field's name stands.
  private func heading(
    of field: JSONDocument.Index
  ) -> (FieldHeading, name: JSONDocument.Index?) {
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
    let heading = FieldHeading(
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
