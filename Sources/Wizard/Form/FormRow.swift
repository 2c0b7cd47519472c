package import SinkDraft
package import SinkSpec

/// A row of a step's form.
package enum FormRow: Hashable, Sendable {
  case heading(FormHeading)
  /// A line of the review that cannot be focused.
  case review(ReviewLine)
  case item(FormItem)
  case field(FieldRow)

  /// The row of a schema field, with one cell per member.
  package struct FieldRow: Hashable, Sendable {
    package let field: SchemaField
    package let path: FieldPath

    package init(field: SchemaField, path: FieldPath) {
      self.field = field
      self.path = path
    }

    /// The cells of the row, in order.
    package var cells: [ColumnMember] {
      if field.raw != nil { return [.name] }
      return ColumnMember.cells.filter {
        field.applies($0.parameter) && !(path.isItem && [.name, .required].contains($0))
      }
    }
  }

  /// Returns whether an item is on the row.
  package func holds(_ item: FormItem) -> Bool {
    switch (self, item) {
    case (.item(let own), _): own == item
    case (.field(let row), .field(let id, let cell)):
      row.field.id == id && row.cells.contains(cell)
    default: false
    }
  }

  /// The focusable items of the row.
  package var items: [FormItem] {
    switch self {
    case .heading, .review: []
    case .item(let item): [item]
    case .field(let row): row.cells.map { .field(row.field.id, $0) }
    }
  }
}
