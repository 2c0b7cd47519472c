import SinkSpec

/// The validations of columns that differ only in their names.
///
/// If a column's name is valid, its issues do not depend on the name, so of thousands of columns
/// only a few have to be validated.
struct AlikeColumns {
  private let areItems: Bool
  private var validations: [SchemaField: ShallowValidation] = [:]

  /// Creates a collection without columns.
  ///
  /// - Parameter areItems: Whether the columns are items of lists, which need no name.
  init(areItems: Bool) { self.areItems = areItems }

  /// Returns the validation of a column.
  mutating func validation(of column: SchemaField) -> ShallowValidation {
    // Children that another type keeps hidden are not worth comparing: there may be thousands.
    let hidesChildren =
      column.childSlot == nil && !(column.children.isEmpty && column.item.isEmpty)
    guard !hidesChildren, case .text(let name) = column.name,
      SchemaFieldDescription.name.accepts(name)
    else { return ShallowValidation(column, isItem: areItems) }
    var nameless = column.withPlaceholder.renumbered(keepsOrigin: true) { 0 }
    nameless.name = .notSet
    if let alike = validations[nameless] { return alike.named(name) }
    let validation = ShallowValidation(column, isItem: areItems)
    validations[nameless] = validation
    return validation
  }
}
