package import SinkSpec

/// A row of a step's form.
package enum FormRow: Hashable, Sendable {
  case heading(FormHeading)
  case item(FormItem)
  case field(FieldRow)

  /// A schema field's row: its cells stand beside one another.
  package struct FieldRow: Hashable, Sendable {
    package let field: SchemaField
    package let path: FieldPath

    package init(field: SchemaField, path: FieldPath) {
      self.field = field
      self.path = path
    }

    /// The cells of the row, in order.
    package var cells: [ColumnMember] {
      if field.foreign != nil { return [.name] }
      return ColumnMember.cells.filter {
        field.applies($0.parameter) && !(path.isItem && [.name, .required].contains($0))
      }
    }
  }

  /// Whether an item is on the row.
  package func holds(_ item: FormItem) -> Bool {
    switch (self, item) {
    case (.item(let own), _): own == item
    case (.field(let row), .field(let id, let cell)):
      row.field.id == id && row.cells.contains(cell)
    default: false
    }
  }

  /// What can have the focus on the row.
  package var items: [FormItem] {
    switch self {
    case .heading: []
    case .item(let item): [item]
    case .field(let row): row.cells.map { .field(row.field.id, $0) }
    }
  }
}
