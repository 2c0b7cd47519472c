package import SinkSpec

/// Something on a step that can have the focus.
package enum FormItem: Hashable, Sendable {
  case parameter(Pointer)
  /// A value from a file that has no field; it can only be removed.
  case unknownMember(Pointer)
  /// What is sent for the columns of the schema.
  case columns
  /// A member of a schema field, by the field's identity.
  case field(Int, ColumnMember)
  /// A member from a file that a schema field does not have; it can only be removed.
  case unknownColumnMember(Int, String)
  /// The row that adds the first schema field.
  case addField
  /// The rows that fill the list of columns from a file.
  case importSchema, sample
  /// An issue in the list of the review, by its place there.
  case issue(Int)
  case action(ReviewAction)

  package var fieldID: Int? {
    switch self {
    case .field(let id, _), .unknownColumnMember(let id, _): id
    default: nil
    }
  }
}

/// What can be done at the end.
package enum ReviewAction: String, CaseIterable, Hashable, Sendable {
  case submit, finish, save, export, copy, leave

  var command: Command {
    switch self {
    case .submit: .submit
    case .finish: .finish
    case .save: .save
    case .export: .export
    case .copy: .copy
    case .leave: .leave
    }
  }
}
