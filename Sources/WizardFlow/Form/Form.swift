import SinkSpec

/// The rows of a step, made from the description and the draft.
package enum Form {
  /// The rows of a step.
  ///
  /// - Parameters:
  ///   - step: any but the review, whose rows are the issues and actions.
  ///   - draft: decides which parameters apply.
  ///   - expanded: the schema field whose every parameter is asked for.
  /// - Returns: headings, items and schema fields from top to bottom.
  package static func rows(of step: Step, _ draft: Draft, expanded: Int? = nil) -> [FormRow] {
    var rows: [FormRow] = step == .schema ? schemaRows(draft, expanded) : []
    for section in step.sections {
      let parameters = SinkDescription.asked
        .filter { $0.section == section && draft.applies($0) && isAsked($0, draft) }
        .sorted { rank($0) < rank($1) }
      guard !parameters.isEmpty else { continue }
      rows.append(.heading(title(of: section, draft)))
      if section == .schemaAdvanced, isAskedForColumns(draft) { rows.append(.item(.columns)) }
      rows += parameters.map { .item(.parameter($0.pointer)) }
    }
    let strays = draft.strays.filter { Step.holding($0.pointer) == step }
    if !strays.isEmpty {
      rows.append(.heading("Not in the reference"))
      rows += strays.map { .item(.stray($0.pointer)) }
    }
    return rows
  }

  private static func title(of section: FormSection, _ draft: Draft) -> String {
    section == .bucket && draft["/type"] == .text(SinkType.catalog)
      ? "Bucket of the catalog" : section.title
  }

  /// A stray that stands in a parameter's place hides it.
  private static func isAsked(_ parameter: Parameter, _ draft: Draft) -> Bool {
    !draft.strays.contains {
      parameter.pointer.isWithin($0.pointer) && $0.literal != Stray.emptyObject
    }
  }

  /// What a section asks for first: the bucket before its account, which usually follows step 1.
  private static func rank(_ parameter: Parameter) -> Int {
    switch parameter.pointer {
    case "/config/bucket", "/name": 0
    case "/type": 1
    case "/account_id", "/config/account_id": 2
    default: 3
    }
  }

  private static func schemaRows(_ draft: Draft, _ expanded: Int?) -> [FormRow] {
    guard isAskedForColumns(draft) else { return [] }
    var rows: [FormRow] = [.heading("Columns")]
    for (index, field) in draft.fields.enumerated() where draft.columns == .listed {
      append(field, FieldPath(steps: [.position(index)]), expanded, to: &rows)
    }
    return rows + [.item(.addField), .item(.importSchema), .item(.sample)]
  }

  private static func isAskedForColumns(_ draft: Draft) -> Bool {
    SinkDescription.parameter(at: "/schema/fields").map { isAsked($0, draft) } ?? false
  }

  private static func append(
    _ field: SchemaField, _ path: FieldPath, _ expanded: Int?, to rows: inout [FormRow]
  ) {
    rows.append(.field(.init(field: field, path: path)))
    rows += details(of: field, path, isExpanded: field.id == expanded).map { .item($0) }
    if field.isStruct {
      for (index, child) in field.children.enumerated() {
        append(child, path.child(.position(index)), expanded, to: &rows)
      }
    } else if field.isList, let item = field.item.first {
      append(item, path.child(.item), expanded, to: &rows)
    }
  }

  /// What has no place on a field's row: shown when asked for, and whenever it is set.
  private static func details(
    of field: SchemaField, _ path: FieldPath, isExpanded: Bool
  ) -> [FormItem] {
    guard field.foreign == nil else { return [] }
    let rare: [FormItem.Cell] =
      path.isItem ? [.name, .required, .metadataKey, .sqlName] : [.metadataKey, .sqlName]
    return rare.filter { isExpanded || field[$0.rawValue].isSet }.map { .field(field.id, $0) }
      + field.strays.map { .fieldStray(field.id, $0.name) }
  }
}
