package import SinkSpec

/// The path of a field from the top of the schema, through structs and lists.
package struct FieldPath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    /// A position in the list of fields, or in a struct.
    case position(Int)
    /// The item of a list.
    case item
  }

  package var steps: [Step]

  package init(steps: [Step]) { self.steps = steps }

  /// The field's pointer in the request.
  package var pointer: Pointer {
    var pointer: Pointer = "/schema"
    for step in steps {
      switch step {
      case .position(let index): pointer = pointer.appending("fields").appending(index)
      case .item: pointer = pointer.appending("items")
      }
    }
    return pointer
  }

  package var depth: Int { steps.count - 1 }
  /// The position of the top-level column that contains the field, or is the field.
  package var top: Int? {
    if case .position(let index)? = steps.first { index } else { nil }
  }
  package var isItem: Bool { steps.last == .item }

  /// The path of the enclosing field; nil at the top.
  package var parent: FieldPath? {
    steps.count > 1 ? FieldPath(steps: Array(steps.dropLast())) : nil
  }

  package var position: Int? {
    if case .position(let index)? = steps.last { index } else { nil }
  }

  /// The path of the field, or of the outermost list if the field is a list's item.
  package var withoutItems: FieldPath {
    var path = self
    while path.isItem, let parent = path.parent { path = parent }
    return path
  }

  /// Returns the path of the sibling at a position.
  package func sibling(_ index: Int) -> FieldPath {
    FieldPath(steps: steps.dropLast() + [.position(index)])
  }

  package func child(_ step: Step) -> FieldPath { FieldPath(steps: steps + [step]) }
}

extension FieldList {
  /// Returns the path of the field with the given identity; nil if there is none.
  package func path(of id: Int) -> FieldPath? {
    var path = FieldPath(steps: [])
    return find(id, &path) ? path : nil
  }

  private func find(_ id: Int, _ path: inout FieldPath) -> Bool {
    for (index, chunk) in chunks.enumerated() where chunk.ids.contains(id) {
      for offset in chunk.fields.indices {
        guard chunk.holdsFields || chunk.fields[offset].id == id else { continue }
        path.steps.append(.position(starts[index] + offset))
        if chunk.fields[offset].id == id || Self.find(id, inside: chunk.fields[offset], &path) {
          return true
        }
        path.steps.removeLast()
      }
    }
    return false
  }

  private static func find(
    _ id: Int, inside field: SchemaField, _ path: inout FieldPath
  ) -> Bool {
    if field.children.find(id, &path) { return true }
    guard let item = field.item.first else { return false }
    path.steps.append(.item)
    if item.id == id || find(id, inside: item, &path) { return true }
    path.steps.removeLast()
    return false
  }

  /// Returns the field at a path; nil if there is none.
  package func field(at path: FieldPath) -> SchemaField? {
    var level = self
    var found: SchemaField?
    for step in path.steps {
      switch step {
      case .position(let index):
        guard level.indices.contains(index) else { return nil }
        found = level[index]
      case .item: found = found?.item.first
      }
      level = found?.children ?? []
    }
    return found
  }

  /// Changes the field at a path.
  package mutating func update(at path: FieldPath, _ change: (inout SchemaField) -> Void) {
    Self.update(&self, path.steps[...], change)
  }

  private static func update(
    _ fields: inout FieldList, _ steps: ArraySlice<FieldPath.Step>,
    _ change: (inout SchemaField) -> Void
  ) {
    guard case .position(let index)? = steps.first, fields.indices.contains(index) else { return }
    update(&fields[index], steps.dropFirst(), change)
  }

  private static func update(
    _ field: inout SchemaField, _ steps: ArraySlice<FieldPath.Step>,
    _ change: (inout SchemaField) -> Void
  ) {
    switch steps.first {
    case nil: change(&field)
    case .item where !field.item.isEmpty: update(&field.item[0], steps.dropFirst(), change)
    case .position: update(&field.children, steps, change)
    case .item: break
    }
  }

  /// Returns whether both lists have the same fields at the same positions, ignoring other members.
  package func hasSameTree(as other: FieldList) -> Bool {
    guard starts == other.starts else { return false }
    return zip(chunks, other.chunks).allSatisfy { one, other in
      one === other || zip(one.fields, other.fields).allSatisfy { $0.hasSameTree(as: $1) }
    }
  }
}

extension SchemaField {
  fileprivate func hasSameTree(as other: SchemaField) -> Bool {
    id == other.id && type == other.type && children.hasSameTree(as: other.children)
      && item.hasSameTree(as: other.item)
  }
}

extension Draft {
  /// Returns the path of the field with the given identity; nil if there is none.
  package func path(of id: Int) -> FieldPath? { fields.path(of: id) }

  /// Returns the field at a path; nil if there is none.
  package func field(at path: FieldPath) -> SchemaField? { fields.field(at: path) }

  /// Changes the field at a path.
  package mutating func update(at path: FieldPath, _ change: (inout SchemaField) -> Void) {
    fields.update(at: path, change)
  }

  /// Inserts a field at a path; the fields at and after its position move down.
  package mutating func insert(_ field: SchemaField, at path: FieldPath) {
    columns = .listed
    guard let position = path.position else {
      if let parent = path.parent { update(at: parent) { $0.item = [field] } }
      return
    }
    if let parent = path.parent {
      update(at: parent) { $0.children.insert(field, at: min(position, $0.children.count)) }
    } else {
      fields.insert(field, at: min(position, fields.count))
    }
  }

  /// Removes and returns the field at a path.
  @discardableResult
  package mutating func remove(at path: FieldPath) -> SchemaField? {
    guard let field = field(at: path) else { return nil }
    if let parent = path.parent {
      update(at: parent) { holder in
        if let position = path.position {
          holder.children.remove(at: position)
        } else {
          holder.item = []
        }
      }
    } else if let position = path.position {
      fields.remove(at: position)
    }
    if fields.isEmpty, columns == .listed { columns = .notSet }
    return field
  }

  /// Returns a copy of a field with new identities.
  package mutating func copy(_ field: SchemaField) -> SchemaField {
    field.renumbered(keepsOrigin: false) { makeID() }
  }

  /// Replaces the columns with proposed ones.
  package mutating func takeColumns(_ proposed: FieldList) {
    fields = FieldList(proposed.map { $0.renumbered(keepsOrigin: true) { makeID() } })
    columns = fields.isEmpty ? .notSet : .listed
  }
}
