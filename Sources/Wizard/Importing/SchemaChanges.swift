package import SinkDraft
package import SinkSpec

/// The differences between the current columns and proposed ones, column by column.
package struct SchemaChanges: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case added, changed, removed, same
  }

  /// The change of one column, or of the items of a list.
  package struct Line: Hashable, Sendable {
    package let kind: Kind
    /// The nesting depth; 0 at the top level.
    package let depth: Int
    package let name: String
    /// The new type, or the differences.
    package let detail: String
    /// The path in the proposal; nil if the column would be removed.
    package let path: FieldPath?
    /// The index of its top-level column, in ``columns``.
    package let column: Int
  }

  /// A top-level column before and after the changes, each nil if there is none.
  private struct Column: Hashable {
    let old: SchemaField?
    let new: SchemaField?
    let kind: Kind
  }

  package private(set) var lines: [Line] = []
  private var columns: [Column] = []

  /// Compares two lists of columns.
  ///
  /// - Parameters:
  ///   - old: The current columns.
  ///   - new: The proposed columns.
  package init(from old: FieldList, to new: FieldList) {
    compare(old, new, under: FieldPath(steps: []))
  }

  package func count(_ kind: Kind) -> Int { lines.count { $0.kind == kind } }

  /// Returns the columns after the changes, except those to the given top-level columns.
  func result(leaving left: Set<Int>) -> FieldList {
    FieldList(columns.indices.compactMap { left.contains($0) ? columns[$0].old : columns[$0].new })
  }

  /// The indices of the top-level columns that would change or be removed.
  var replaced: Set<Int> {
    Set(columns.indices.filter { columns[$0].old != nil && columns[$0].kind != .same })
  }

  /// Returns the index of the first top-level column with the given name.
  func column(named name: String) -> Int? {
    columns.firstIndex { ($0.new ?? $0.old)?.name.setText == name }
  }

  private mutating func compare(_ old: FieldList, _ new: FieldList, under path: FieldPath) {
    var rest = Dictionary(grouping: old, by: \.name.setText).mapValues { $0[...] }
    for (index, column) in new.enumerated() {
      let match = rest[column.name.setText]?.popFirst()
      let first = lines.count
      if path.steps.isEmpty { columns.append(Column(old: match, new: column, kind: .same)) }
      compare(match, column, at: path.child(.position(index)))
      let isSame = lines[first...].allSatisfy { $0.kind == .same }
      if path.steps.isEmpty, !isSame {
        let kind: Kind = match == nil ? .added : .changed
        columns[columns.count - 1] = Column(old: match, new: column, kind: kind)
      }
    }
    for column in old {
      guard let removed = rest[column.name.setText]?.popFirst() else { continue }
      if path.steps.isEmpty { columns.append(Column(old: removed, new: nil, kind: .removed)) }
      append(.removed, removed, removed.typeText, path: nil, depth: path.steps.count)
    }
  }

  private mutating func compare(_ old: SchemaField?, _ new: SchemaField, at path: FieldPath) {
    let difference = old.map { new.difference(from: $0) }
    let kind: Kind = difference.map { $0.isEmpty ? .same : .changed } ?? .added
    let detail = kind == .changed ? difference ?? "" : new.wholeText
    append(kind, new, detail, path: path, depth: path.depth)
    let inside = old?.type.text == new.type.text ? old : nil
    compare(inside?.presentChildren ?? [], new.presentChildren, under: path)
    if let item = new.presentItem { compare(inside?.presentItem, item, at: path.child(.item)) }
  }

  private mutating func append(
    _ kind: Kind, _ column: SchemaField, _ detail: String, path: FieldPath?, depth: Int
  ) {
    lines.append(
      Line(
        kind: kind, depth: depth,
        name: column.name.setText ?? (path?.isItem == true ? "each item" : "(no name)"),
        detail: detail, path: path, column: columns.count - 1))
  }
}

extension SchemaField {
  /// The type with its parameters, such as `timestamp in milliseconds`.
  fileprivate var typeText: String {
    switch columnType {
    case .timestamp: unit.setText.map { "timestamp in \($0)s" } ?? type.text
    case .struct: "struct of \(Wizard.count(children.count, "field") ?? "no fields")"
    case .list: item.first.map { "list of \($0.type.text)" } ?? type.text
    default: type.text
    }
  }

  fileprivate var wholeText: String { isRequired ? "\(typeText), required" : typeText }

  /// Returns a description of the differences; empty if there are none.
  fileprivate func difference(from old: SchemaField) -> String {
    var differences: [String] = []
    if type.text != old.type.text || unit.text != old.unit.text {
      differences.append("\(old.typeText) → \(typeText)")
    }
    for member in ColumnMember.all where ![.name, .type, .unit].contains(member) {
      let words = member.parameter.label.inSentence
      if member.parameter.isFlag {
        let isOn = self[member] == .text("true")
        guard isOn != (old[member] == .text("true")) else { continue }
        differences.append(isOn ? "now \(words)" : "no longer \(words)")
      } else if self[member].setText != old[member].setText {
        differences.append(words)
      }
    }
    return differences.joined(separator: ", ")
  }
}

extension String {
  /// The label for use within a sentence: in lower case, unless it starts with an
  /// abbreviation.
  fileprivate var inSentence: String {
    let isAbbreviation = dropFirst().first?.isUppercase == true
    return isAbbreviation ? self : prefix(1).lowercased() + dropFirst()
  }
}
