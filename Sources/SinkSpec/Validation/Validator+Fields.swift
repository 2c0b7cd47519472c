/// Validation of schema fields, one at a time and as a list.
extension Validator {
  /// Validates a field without the rules about its siblings.
  ///
  /// - Parameters:
  ///   - document: The field as a document.
  ///   - isItem: Whether the field is the item of a list, which needs no name.
  /// - Returns: The issues in document order, with pointers relative to the field, and the summary
  ///   for the rules of its list.
  package static func validateField(
    _ document: JSONDocument, isItem: Bool
  ) -> (issues: [Issue], summary: ColumnSummary) {
    // No rule of a field depends on the rest of the request.
    var validator = Validator(document: document, context: RequestContext())
    let found = validator.validateField(.root)
    let summary = validator.summary(of: .root, found)
    let rules = isItem ? [] : [Rules.fieldName]
    let missing = findings(of: [summary], in: rules, validator.context).map(\.issue)
    return (validator.issuesInOrder + missing, summary)
  }

  /// Applies the rules that compare the fields of a list.
  ///
  /// - Parameters:
  ///   - summaries: The summaries of the fields.
  ///   - context: The context for the rules of the schema's own list; nil for a nested list.
  /// - Returns: Issues without offsets, by the position of their field, with relative pointers.
  package static func validateList(
    of summaries: [ColumnSummary], context: RequestContext?
  ) -> [(position: Int, issue: Issue)] {
    let rules = context == nil ? Rules.fieldListOthers : Rules.topFieldListOthers
    return findings(of: summaries, in: rules, context ?? RequestContext())
  }

  /// The column name that the Data Catalog reserves.
  package static let reservedColumnName = Rules.reservedName

  private static func findings(
    of summaries: [ColumnSummary], in rules: [FieldListRule], _ context: RequestContext
  ) -> [(position: Int, issue: Issue)] {
    rules.flatMap { rule in
      rule.check(summaries, context).map { position, finding in
        let issue = Issue(
          severity: rule.severity, pointer: "/name", rule: rule.name, message: finding.message,
          reportsWhileTyping: finding.reportsWhileTyping)
        return (position, issue)
      }
    }
  }

  mutating func validateFieldList(_ index: JSONDocument.Index, _ parameter: Parameter) {
    guard document.kind(index) == .array else { return mistyped(index, "an array of fields") }
    var summaries: [ColumnSummary] = []
    for (number, element) in document.elements(index).enumerated() {
      path.append(.element(number))
      let found = validateField(element)
      path.removeLast()
      summaries.append(summary(of: element, found))
    }
    run(parameter.rules, on: index, text: "", number: UInt64(summaries.count))
    let rules = isTopFieldList ? Rules.topFieldList : Rules.fieldList
    let findings = Self.findings(of: summaries, in: rules, context)
    guard !findings.isEmpty else { return }
    let elements = Array(document.elements(index))
    for (number, issue) in findings {
      report(
        issue.severity, issue.rule, issue.message,
        at: document.lastMember("name", of: elements[number]) ?? elements[number],
        pointer.appending(number).appending("name"), reportsWhileTyping: issue.reportsWhileTyping)
    }
  }

  /// Returns the properties of a field that the rules of its list check.
  private func summary(of field: JSONDocument.Index, _ found: FoundMembers) -> ColumnSummary {
    let name = found.value(SchemaFieldDescription.nameIndex)
    let type = found.value(SchemaFieldDescription.typeIndex)
    let metadataKey = found.value(SchemaFieldDescription.metadataKeyPlace)
    return ColumnSummary(
      name: name.flatMap { document.string($0) },
      isJSON: type.flatMap { SchemaFieldDescription.type.choiceValue($0, in: document) }
        == ColumnType.json.name,
      isNameless: document.kind(field) == .object && name == nil,
      isMetadata: metadataKey.map { document.kind($0) == .string } == true)
  }

  private var isTopFieldList: Bool {
    path.count + base.tokens.count == 2
  }

  @discardableResult
  mutating func validateField(_ index: JSONDocument.Index) -> FoundMembers {
    validateObject(index, as: SchemaFieldDescription.field)
  }
}
