package import SinkSpec

/// Something on a step that can have the focus.
package enum FormItem: Hashable, Sendable {
  /// The parts of a schema field's row.
  package enum Cell: String, Hashable, CaseIterable, Sendable {
    case name, type, required, unit
    case metadataKey = "metadata_key"
    case sqlName = "sql_name"
  }

  case parameter(Pointer)
  /// A value from a file that has no field; it can only be removed.
  case stray(Pointer)
  /// What is sent for the columns of the schema.
  case columns
  /// A part of a schema field's row, by the field's identity.
  case field(Int, Cell)
  /// A member from a file that a schema field does not have; it can only be removed.
  case fieldStray(Int, String)
  /// The row that adds the first schema field.
  case addField
  /// The rows that fill the list of columns from a file.
  case importSchema, sample
  /// An issue in the list of the review, by its place there.
  case issue(Int)
  case action(ReviewAction)

  package var fieldID: Int? {
    switch self {
    case .field(let id, _), .fieldStray(let id, _): id
    default: nil
    }
  }
}

/// What can be done at the end.
package enum ReviewAction: String, CaseIterable, Hashable, Sendable {
  case submit, finish, save, export, copy, leave
}
