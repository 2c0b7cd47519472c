package import SinkSpec

/// What taking over proposed columns would change in the list of columns, column by column.
package struct SchemaChanges: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case added, changed, removed, same
  }

  /// One column, or what the items of a list are.
  package struct Line: Hashable, Sendable {
    package let kind: Kind
    /// How deep it stands in structs and lists; 0 at the top.
    package let depth: Int
    package let name: String
    /// What it becomes: its type, or what is different.
    package let detail: String
    /// Where it stands in the proposal; nil when it would be removed.
    package let path: FieldPath?
  }

  package private(set) var lines: [Line] = []

  /// - Parameters:
  ///   - old: the columns that there are.
  ///   - new: those that would take their place.
  package init(from old: [ProposedColumn], to new: [ProposedColumn]) {
    compare(old, new, under: FieldPath(steps: []))
  }

  package func count(_ kind: Kind) -> Int { lines.count { $0.kind == kind } }

  private mutating func compare(
    _ old: [ProposedColumn], _ new: [ProposedColumn], under path: FieldPath
  ) {
    var rest = Dictionary(grouping: old, by: \.name).mapValues { $0[...] }
    for (index, column) in new.enumerated() {
      compare(rest[column.name]?.popFirst(), column, at: path.child(.position(index)))
    }
    for column in old {
      guard let removed = rest[column.name]?.popFirst() else { continue }
      append(.removed, removed, removed.typeText, path: nil, depth: path.steps.count)
    }
  }

  private mutating func compare(
    _ old: ProposedColumn?, _ new: ProposedColumn, at path: FieldPath
  ) {
    let difference = old.map { new.difference(from: $0) }
    let kind: Kind = difference.map { $0.isEmpty ? .same : .changed } ?? .added
    let detail = kind == .changed ? difference ?? "" : new.wholeText
    append(kind, new, detail, path: path, depth: path.depth)
    let inside = old?.type == new.type ? old : nil
    compare(inside?.fields ?? [], new.fields, under: path)
    if let item = new.item.first { compare(inside?.item.first, item, at: path.child(.item)) }
  }

  private mutating func append(
    _ kind: Kind, _ column: ProposedColumn, _ detail: String, path: FieldPath?, depth: Int
  ) {
    lines.append(
      Line(
        kind: kind, depth: depth,
        name: column.name ?? (path?.isItem == true ? "each item" : "(no name)"),
        detail: detail, path: path))
  }
}

extension ProposedColumn {
  /// The type with what belongs to it, such as `timestamp in milliseconds`.
  fileprivate var typeText: String {
    switch type {
    case "timestamp": unit.map { "timestamp in \($0)s" } ?? type
    case "struct": "struct of \(Wizard.count(fields.count, "field") ?? "no fields")"
    case "list": item.first.map { "list of \($0.type)" } ?? type
    default: type
    }
  }

  fileprivate var wholeText: String { required == true ? "\(typeText), required" : typeText }

  /// What is different, in words; empty when nothing is.
  fileprivate func difference(from old: ProposedColumn) -> String {
    var differences: [String] = []
    if type != old.type || unit != old.unit {
      differences.append("\(old.typeText) → \(typeText)")
    }
    if (required ?? false) != (old.required ?? false) {
      differences.append(required == true ? "now required" : "no longer required")
    }
    if metadataKey != old.metadataKey { differences.append("metadata key") }
    if sqlName != old.sqlName { differences.append("SQL name") }
    return differences.joined(separator: ", ")
  }
}
