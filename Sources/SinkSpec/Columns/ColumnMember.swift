/// A scalar member of a column, such as its name or type.
package struct ColumnMember: Hashable, Sendable {
  /// The index of the member's parameter in ``SchemaFieldDescription/scalars``.
  let index: Int

  /// Every member, those with a cell in the column's row first.
  package static let all = SchemaFieldDescription.scalars.indices.map { ColumnMember(index: $0) }

  package static let name = ColumnMember(index: 0)
  package static let type = ColumnMember(index: 1)
  package static let required = ColumnMember(index: 2)
  package static let unit = ColumnMember(index: 3)

  /// The members with a cell in the column's row, in order.
  package static let cells = [name, type, required, unit]

  /// The members without a cell in a column's row.
  package static let details = all.filter { !cells.contains($0) }

  /// The members without a cell in the row of a list's item.
  package static let itemDetails = [name, required] + details

  private init(index: Int) { self.index = index }

  /// Creates the member with the given name; nil if columns have no such scalar member.
  package init?(_ name: String) {
    guard let index = SchemaFieldDescription.scalars.firstIndex(where: { $0.name == name })
    else { return nil }
    self.init(index: index)
  }

  package var parameter: Parameter { SchemaFieldDescription.scalars[index] }

  /// The member's name in a request, such as `metadata_key`.
  package var key: String { parameter.name }
}
