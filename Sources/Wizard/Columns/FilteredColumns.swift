import SinkDraft
import SinkSpec

/// The rows of the columns whose names contain a text, and of the fields that enclose them.
package struct FilteredColumns: Sendable {
  /// The search text, matched case-insensitively.
  package let text: String
  /// The fields whose names matched when the search was made, by identity.
  private var matching: Set<Int> = []
  /// The number of columns searched, at any depth.
  private(set) var total = 0
  private var list: FieldList
  private var paths: [FieldPath] = []
  private var ids: [Int] = []
  private var places: [Int: Int] = [:]
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
    total = list.reduce(0) { $0 + $1.namedCount }
    for position in list.indices {
      _ = look(for: needle, at: list[position], FieldPath(steps: [.position(position)]))
    }
    updatePlaces()
  }

  /// Adds a field if it or a descendant matches.
  ///
  /// - Returns: Whether it was added.
  private mutating func look(
    for needle: Needle, at field: SchemaField, _ path: FieldPath
  ) -> Bool {
    let isMatch = field.has(needle)
    if isMatch { matching.insert(field.id) }
    let place = paths.count
    paths.append(path)
    ids.append(field.id)
    var hasMatch = isMatch
    if field.isStruct {
      for (index, child) in field.children.enumerated()
      where look(for: needle, at: child, path.child(.position(index))) { hasMatch = true }
    } else if field.isList, let item = field.item.first {
      if look(for: needle, at: item, path.child(.item)) { hasMatch = true }
    }
    if !hasMatch {
      paths.removeLast(paths.count - place)
      ids.removeLast(ids.count - place)
    }
    return hasMatch
  }

  private mutating func updatePlaces() {
    places = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the same matches after a change to the list, even if their names no longer match.
  func following(_ list: FieldList, _ folding: Folding) -> FilteredColumns {
    var matches = self
    if !self.list.hasSameTree(as: list) {
      let found = ids.compactMap { id in list.path(of: id).map { (id, $0) } }
      matches.total = list.reduce(0) { $0 + $1.namedCount }
      matches.ids = found.map(\.0)
      matches.matching.formIntersection(matches.ids)
      matches.paths = found.map(\.1)
      matches.updatePlaces()
    }
    matches.list = list
    matches.details = (0, [])
    if let detailed = folding.detailed, let place = matches.places[detailed],
      let field = list.field(at: matches.paths[place])
    {
      matches.details = (
        place, field.details(isItem: matches.paths[place].isItem, folding)
      )
    }
    return matches
  }

  /// The number of columns that matched.
  var found: Int { matching.count }

  // MARK: Rows

  var count: Int { paths.count + details.items.count }

  subscript(place: Int) -> FormRow {
    let below = place - details.place - 1
    if details.items.indices.contains(below) { return .item(details.items[below]) }
    let path = paths[below < 0 ? place : place - details.items.count]
    return list.field(at: path).map { .field(.init(field: $0, path: path)) } ?? .heading(.columns)
  }

  /// Returns the index of a field's row; nil if it is not shown.
  func place(of path: FieldPath) -> Int? {
    guard let place = list.field(at: path).flatMap({ places[$0.id] }) else { return nil }
    return place > details.place ? place + details.items.count : place
  }

  /// The first field whose own name contains the text.
  var firstMatch: FormItem? {
    let needle = Needle(text)
    return paths.lazy.compactMap { list.field(at: $0) }.first { $0.has(needle) }
      .map { .field($0.id, .name) }
  }

  /// The fields whose own names contain the text, by identity.
  package var matchingIDs: [Int] {
    let needle = Needle(text)
    return paths.compactMap { path in
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
