/// A scalar member of a column, such as its name or its type; the description lists them all.
package struct ColumnMember: Hashable, Sendable {
  /// The index of its parameter in ``SchemaFieldDescription/scalars``.
  let index: Int

  /// Those that have a cell on a column's row come first.
  package static let all = SchemaFieldDescription.scalars.indices.map { ColumnMember(index: $0) }

  package static let name = ColumnMember(index: 0)
  package static let type = ColumnMember(index: 1)
  package static let required = ColumnMember(index: 2)
  package static let unit = ColumnMember(index: 3)

  /// The members that have a cell on a column's row, in its order.
  package static let cells = [name, type, required, unit]

  /// The members without a cell on the row of a column.
  package static let details = all.filter { !cells.contains($0) }

  /// The members without a cell on the row of a list's item.
  package static let itemDetails = [name, required] + details

  private init(index: Int) { self.index = index }

  /// The member with a name; nil when a column has no such scalar member.
  package init?(_ name: String) {
    guard let index = SchemaFieldDescription.scalars.firstIndex(where: { $0.name == name })
    else { return nil }
    self.init(index: index)
  }

  package var parameter: Parameter { SchemaFieldDescription.scalars[index] }

  /// The name of the member in a request, such as `metadata_key`.
  package var key: String { parameter.name }
}
