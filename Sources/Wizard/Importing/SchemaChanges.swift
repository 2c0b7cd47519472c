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
  }

  package private(set) var lines: [Line] = []

  /// Compares two lists of columns.
  ///
  /// - Parameters:
  ///   - old: The current columns.
  ///   - new: The proposed columns.
  package init(from old: FieldList, to new: FieldList) {
    compare(old, new, under: FieldPath(steps: []))
  }

  package func count(_ kind: Kind) -> Int { lines.count { $0.kind == kind } }

  private mutating func compare(_ old: FieldList, _ new: FieldList, under path: FieldPath) {
    var rest = Dictionary(grouping: old, by: \.name.setText).mapValues { $0[...] }
    for (index, column) in new.enumerated() {
      compare(rest[column.name.setText]?.popFirst(), column, at: path.child(.position(index)))
    }
    for column in old {
      guard let removed = rest[column.name.setText]?.popFirst() else { continue }
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
        detail: detail, path: path))
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
