import SinkDraft
import SinkSpec

/// The rows of the columns whose names contain a text, and of the fields that enclose them.
package struct FilteredColumns: Sendable {
  /// A field that matches or encloses a match.
  private struct Row {
    let id: Int
    /// The position of the top-level column, and the steps from there to the field; apart, because
    /// most fields are at the top and need no array.
    let top: Int
    let inside: [FieldPath.Step]
    /// Whether the field's own name matched when the search was made.
    let isMatch: Bool

    var path: FieldPath { FieldPath(steps: [.position(top)] + inside) }

    func moved(to top: Int, _ inside: [FieldPath.Step]) -> Row {
      Row(id: id, top: top, inside: inside, isMatch: isMatch)
    }
  }

  /// The search text, matched case-insensitively.
  package let text: String
  /// The number of columns searched, at any depth.
  private(set) var total = 0
  /// The number of columns that matched.
  private(set) var found = 0
  private var list: FieldList
  private var rows: [Row] = []
  /// The expanded parameters of a column, shown below its row.
  private var details: (place: Int, items: [FormItem]) = (0, [])

  /// Searches a list of columns.
  ///
  /// - Parameters:
  ///   - text: The text to find in the names.
  ///   - list: The columns.
  init(_ text: String, in list: FieldList) {
    self.text = text
    self.list = list
    let needle = Needle(text)
    var position = 0
    for chunk in list.chunks {
      for field in chunk.fields {
        _ = look(for: needle, at: field, position, [])
        position += 1
      }
    }
  }

  /// Adds a field if it or a descendant matches.
  ///
  /// - Returns: Whether it was added.
  private mutating func look(
    for needle: Needle, at field: SchemaField, _ top: Int, _ inside: [FieldPath.Step]
  ) -> Bool {
    if inside.last != .item { total += 1 }
    let row = Row(id: field.id, top: top, inside: inside, isMatch: field.has(needle))
    let place = rows.count
    rows.append(row)
    if row.isMatch { found += 1 }
    var hasMatch = row.isMatch
    if !field.children.isEmpty, field.isStruct {
      for (index, child) in field.children.enumerated()
      where look(for: needle, at: child, top, inside + [.position(index)]) { hasMatch = true }
    } else if let item = field.item.first, field.isList {
      if look(for: needle, at: item, top, inside + [.item]) { hasMatch = true }
    }
    if !hasMatch { rows.removeLast(rows.count - place) }
    return hasMatch
  }

  /// Returns the same matches after a change to the list, even if their names no longer match.
  func following(_ list: FieldList, _ folding: Folding) -> FilteredColumns {
    var matches = self
    if !self.list.hasSameTree(as: list) {
      matches.total = list.reduce(0) { $0 + $1.namedCount }
      matches.rows = rows(in: list)
      matches.found = matches.rows.count(where: \.isMatch)
    }
    matches.list = list
    matches.details = (0, [])
    if let detailed = folding.detailed, let place = matches.place(of: detailed),
      let field = list.field(at: matches.rows[place].path)
    {
      matches.details = (place, field.details(isItem: matches.rows[place].path.isItem, folding))
    }
    return matches
  }

  /// Returns the rows of the fields that are still in a list.
  private func rows(in list: FieldList) -> [Row] {
    // Most fields moved as far as the one before, which is faster to check than to search all.
    var shift = 0
    return rows.compactMap { row in
      let expected = row.moved(to: row.top + shift, row.inside)
      if list.field(at: expected.path)?.id == row.id { return expected }
      guard let path = list.path(of: row.id), let top = path.top else { return nil }
      shift = top - row.top
      return row.moved(to: top, Array(path.steps.dropFirst()))
    }
  }

  // MARK: Rows

  var count: Int { rows.count + details.items.count }

  subscript(place: Int) -> FormRow {
    let below = place - details.place - 1
    if details.items.indices.contains(below) { return .item(details.items[below]) }
    let path = rows[below < 0 ? place : place - details.items.count].path
    return list.field(at: path).map { .field(.init(field: $0, path: path)) } ?? .heading(.columns)
  }

  /// Returns the index of a field's row; nil if it is not shown.
  func place(of path: FieldPath) -> Int? {
    guard let place = list.field(at: path).flatMap({ place(of: $0.id) }) else { return nil }
    return place > details.place ? place + details.items.count : place
  }

  /// Returns the index of a field's row, not counting expanded parameters.
  private func place(of id: Int) -> Int? { rows.firstIndex { $0.id == id } }

  /// The first field whose own name contains the text.
  var firstMatch: FormItem? {
    let needle = Needle(text)
    return rows.lazy.compactMap { list.field(at: $0.path) }.first { $0.has(needle) }
      .map { .field($0.id, .name) }
  }

  /// The fields whose own names contain the text, by identity.
  package var matchingIDs: [Int] {
    let needle = Needle(text)
    return rows.compactMap { row in
      let path = row.path
      guard !path.isItem, let field = list.field(at: path), field.has(needle) else { return nil }
      return field.id
    }
  }
}

extension SchemaField {
  /// The number of columns that can have a name: the field and its descendants except list items.
  fileprivate var namedCount: Int { 1 + childrenCount }

  private var childrenCount: Int {
    if isStruct { return children.reduce(0) { $0 + $1.namedCount } }
    return isList ? item.reduce(0) { $0 + $1.childrenCount } : 0
  }

  fileprivate func has(_ needle: Needle) -> Bool {
    needle.isEmpty || name.isSet && needle.occurs(in: name.text)
  }
}
