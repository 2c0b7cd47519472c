package import SinkSpec

/// The heading of a group of rows.
package enum FormHeading: Hashable, Sendable {
  case columns
  /// The summary and the checklist of the review.
  case summary
  case section(FormSection)
  /// The bucket that contains a catalog's tables.
  case catalogBucket
  /// Values that the reference does not define.
  case unknownMembers
  /// Values of known properties that no field can hold.
  case unplacedValues
  /// The issues of the request, by severity.
  case issues(errors: Int, warnings: Int, notes: Int)
  /// The actions of the review.
  case actions

  package var title: String {
    switch self {
    case .columns: "Columns"
    case .summary: "Summary"
    case .section(let section): section.title
    case .catalogBucket: "Bucket of the catalog"
    case .unknownMembers: "Unknown properties"
    case .unplacedValues: "Values that do not fit the form"
    case .issues(0, 0, 0): "No issues"
    case .issues(let errors, let warnings, let notes):
      [(errors, "error"), (warnings, "warning"), (notes, "note")]
        .compactMap { Wizard.count($0, $1) }.joined(separator: " · ")
    case .actions: "Actions"
    }
  }

  /// Whether the heading repeats the title of its step.
  var repeatsStepTitle: Bool {
    switch self {
    case .section(.sink), .section(.format): true
    default: false
    }
  }
}
