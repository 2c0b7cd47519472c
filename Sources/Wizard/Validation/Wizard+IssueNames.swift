import SinkDraft
package import SinkSpec

extension Wizard {
  /// Returns the location of an issue, named by form labels and columns: `Columns › note › Type`.
  package func name(of issue: Issue) -> String {
    if issue.pointer.columnPosition != nil { return columnName(of: issue.pointer) }
    guard let parameter = SinkDescription.parameter(at: issue.pointer), !parameter.label.isEmpty
    else { return issue.pointer.text.isEmpty ? "request" : issue.pointer.text }
    let isAmbiguous = SinkDescription.asked.count { $0.label == parameter.label } > 1
    return isAmbiguous
      ? "\(Step.holding(issue.pointer).title) › \(parameter.label)" : parameter.label
  }

  private func columnName(of pointer: Pointer) -> String {
    var names = ["Columns"]
    var fields = Array(draft.fields)
    var item: [SchemaField] = []
    var rest = pointer.tokens.dropFirst(1)
    while let token = rest.first {
      let field: SchemaField
      if token == "items", let inside = item.first {
        names.append("each item")
        field = inside
        rest = rest.dropFirst()
      } else if token == "fields", let index = rest.dropFirst().first.flatMap({ Int($0) }),
        fields.indices.contains(index)
      {
        field = fields[index]
        names.append(field.name.text.isEmpty ? "column \(index + 1)" : field.name.text)
        rest = rest.dropFirst(2)
      } else {
        names.append(ColumnMember(token)?.parameter.label ?? token)
        break
      }
      (fields, item) = (Array(field.children), Array(field.item))
    }
    return names.joined(separator: " › ")
  }
}
