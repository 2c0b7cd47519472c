package import SinkSpec

/// The columns inferred from the events.
extension Inference {
  /// The inferred columns with their evidence, in order of first appearance.
  package var proposal: SchemaProposal {
    let tree = scanner.tree
    var columns = columns(inside: 0, depth: 1)
    var diagnostics: [Diagnostic] = []
    if isMap(0) {
      let rare = columns.filter { !isFrequent($0) }
      columns.removeAll { !isFrequent($0) }
      let names = rare.prefix(3).compactMap(\.name.setText).joined(separator: ", ")
      if !rare.isEmpty {
        diagnostics.append(
          Diagnostic(
            .warning,
            "\(Count.of(rare.count, "name")) skipped, because fewer than 1 in 100 events "
              + "have each of them: \(names) …"))
      }
    }
    if let brokenDiagnostic { diagnostics.append(brokenDiagnostic) }
    if tree.nodes[0].unplaced > 0 {
      diagnostics.append(
        Diagnostic(
          .warning,
          "\(Count.of(tree.nodes[0].unplaced, "value")) skipped: more than "
            + "\(limits.columns) different names, or names over \(limits.nameBytes) bytes"))
    }
    return SchemaProposal(
      source: Count.of(events, "event"), columns: columns, diagnostics: diagnostics)
  }

  /// The diagnostic about events that could not be parsed; nil if there are none.
  package var brokenDiagnostic: Diagnostic? {
    guard brokenCount > 0 else { return nil }
    let first = broken.first.map { ", the first on line \($0.line): \($0.message)" } ?? ""
    return Diagnostic(.warning, "\(Count.of(brokenCount, "event")) could not be read\(first)")
  }

  private func columns(inside index: Int, depth: Int) -> [SchemaField] {
    let tree = scanner.tree
    let children = tree.children(of: index).filter { tree.nodes[$0].counts.all > 0 }
    let lowercased = Dictionary(
      children.map { (name(of: $0).lowercased(), 1) }, uniquingKeysWith: +)
    return children.map { child in
      let name = name(of: child)
      var column = column(
        child, name: name, among: tree.nodes[index].counts.objects, depth: depth)
      if lowercased[name.lowercased(), default: 0] > 1 {
        column.diagnostics.append(Diagnostic(.warning, "another name differs only in case"))
      }
      column.diagnostics += NameDiagnostic.all(for: name)
      if tree.nodes[child].repeats > 0 {
        let times = tree.nodes[child].repeats
        column.diagnostics.append(
          Diagnostic(.warning, "duplicated in some events (\(Count.of(times, "time")))"))
      }
      return column
    }
  }

  func name(of index: Int) -> String {
    String(decoding: scanner.tree.name(of: index), as: UTF8.self)
  }

  private func column(
    _ index: Int, name: String?, among: Int, depth: Int
  ) -> SchemaField {
    let node = scanner.tree.nodes[index]
    let present = node.name == nil ? node.counts.all : node.present
    let decision = TypeDecision(on: node, isSparse: isMap(index), depth: depth)
    let isRequired = node.name != nil && present == among && node.counts.nulls == 0
    let hasMixedItems =
      decision.type == .list && node.item >= 0 && scanner.tree.nodes[node.item].counts.isMixed
    var column = SchemaField(
      name: name, type: hasMixedItems ? .json : decision.type,
      required: node.name == nil ? nil : isRequired)
    column.evidence = ColumnEvidence(
      among: node.name == nil ? node.counts.all : among, present: present, seen: node.counts.seen,
      examples: scanner.tree.examples[index].map(\.shown),
      reason: hasMixedItems ? "the items have different types" : decision.reason,
      epochUnit: decision.type == .int64 ? node.counts.epochUnit : nil)
    column.diagnostics = decision.diagnostics
    if hasMixedItems { return column }
    if decision.type == .struct {
      column.children = FieldList(columns(inside: index, depth: depth + 1))
    }
    if decision.type == .list, node.item >= 0 {
      column.item = [self.column(node.item, name: nil, among: among, depth: depth + 1)]
    }
    return column
  }

  private func isFrequent(_ column: SchemaField) -> Bool {
    (column.evidence?.present ?? 0) * 100 >= events
  }

  private func isMap(_ index: Int) -> Bool {
    let node = scanner.tree.nodes[index]
    return node.isVarying || scanner.tree.isOnceEach(index)
      || node.childCount >= ColumnTree.manyMembers && scanner.tree.isSparse(index)
  }
}
