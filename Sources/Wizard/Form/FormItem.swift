package import CloudflareAPI
package import SinkSpec

/// A focusable item of a step.
package enum FormItem: Hashable, Sendable {
  case parameter(Pointer)
  /// An unknown value from a file; it can only be removed.
  case unknownMember(Pointer)
  /// The choice of the columns to send.
  case columns
  /// A member of a schema field, by the field's identity.
  case field(Int, ColumnMember)
  /// An unknown member of a schema field from a file; it can only be removed.
  case unknownColumnMember(Int, String)
  /// The button that adds the first schema field.
  case addField
  /// The buttons that fill the list of columns from a file.
  case importSchema, sample
  /// An issue in the review, by its index.
  case issue(Int)
  case action(ReviewAction)
  /// A check of the account in the review that has a repair or a field.
  case check(AccountCheck.Subject)

  package var fieldID: Int? {
    switch self {
    case .field(let id, _), .unknownColumnMember(let id, _): id
    default: nil
    }
  }
}

/// An action of the review.
package enum ReviewAction: String, CaseIterable, Hashable, Sendable {
  case submit, finish, save, export, copy, leave

  /// The word that names the action in line mode.
  var word: String {
    switch self {
    case .submit: "create"
    case .finish: "print"
    case .save, .export, .copy: rawValue
    case .leave: "quit"
    }
  }

  /// Returns whether a word names the action in line mode; the raw value is its earlier name.
  func isNamed(_ word: String) -> Bool { [self.word, rawValue].contains(word.lowercased()) }

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
