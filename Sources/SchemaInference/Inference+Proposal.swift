package import SinkSpec

/// The columns inferred from the events.
extension Inference {
  /// The inferred columns with their evidence, in order of first appearance.
  package var proposal: SchemaProposal { proposal(of: 0) }

  /// Returns the columns of the events at a path; nil if no document has an object there.
  package func proposal(at path: EventPath) -> SchemaProposal? {
    guard let root = scanner.tree.node(at: path), scanner.tree.nodes[root].counts.objects > 0
    else { return nil }
    return proposal(of: root)
  }

  private func proposal(of root: Int) -> SchemaProposal {
    let node = scanner.tree.nodes[root]
    let objects = root == 0 ? events : node.counts.objects
    let (columns, sparse) = withoutRareNames(columns(inside: root, depth: 1), of: root)
    var diagnostics = [sparse, brokenDiagnostic].compactMap { $0 }
    if node.unplaced > 0 {
      diagnostics.append(
        Diagnostic(
          .warning,
          "\(Count.of(node.unplaced, "value")) skipped: more than "
            + "\(limits.columns) different names, or names over \(limits.nameBytes) bytes"))
    }
    let others = root == 0 ? 0 : node.counts.all - node.counts.objects
    if others > 0 {
      diagnostics.append(
        Diagnostic(.warning, "skipped \(Count.of(others, "value")): only objects are events"))
    }
    if objects < Self.fewEvents, columns.contains(where: \.isRequired) {
      diagnostics.append(
        Diagnostic(
          .warning,
          "required columns were seen in only \(Count.of(objects, "event")); events without them "
            + "may be dropped"))
    }
    if root == 0, let wrapperDiagnostic { diagnostics.append(wrapperDiagnostic) }
    return SchemaProposal(
      source: Count.of(objects, "event"), columns: LikelyTimes.marked(columns),
      diagnostics: diagnostics)
  }

  /// With fewer events than this, a required column is only a guess.
  private static let fewEvents = 10

  /// Limits the columns of sparse events to the most frequent ones, with a diagnostic.
  private func withoutRareNames(
    _ columns: [SchemaField], of root: Int
  ) -> ([SchemaField], Diagnostic?) {
    guard columns.count >= ColumnTree.manyMembers, scanner.tree.isSparse(root) else {
      return (columns, nil)
    }
    guard columns.count > limits.sparseColumns else {
      return (
        columns,
        Diagnostic(
          .note,
          "each event has few of the \(Count.of(columns.count, "name")); all became columns "
            + "(up to \(Count.digits(of: limits.sparseColumns)))")
      )
    }
    func present(_ column: SchemaField) -> Int { column.evidence?.present ?? 0 }
    let byFrequency = columns.indices.sorted {
      (present(columns[$1]), $0) < (present(columns[$0]), $1)
    }
    let kept = Set(byFrequency.prefix(limits.sparseColumns))
    let rare = byFrequency.dropFirst(limits.sparseColumns).map { columns[$0] }
    let names = rare.prefix(3).compactMap(\.name.setText).joined(separator: ", ")
    let most = rare.first.map(present) ?? 0
    return (
      columns.indices.filter(kept.contains).map { columns[$0] },
      Diagnostic(
        .warning,
        "\(Count.of(rare.count, "name")) skipped: only the "
          + "\(Count.digits(of: limits.sparseColumns)) most frequent become columns; each of the "
          + "others is in at most \(Count.of(most, "event")): \(names) …")
    )
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
    let names = children.map { name(of: $0) }
    let similar = Dictionary(grouping: names) { $0.lowercased() }
    return zip(children, names).map { child, name in
      var column = column(
        child, name: name, among: tree.nodes[index].counts.objects, depth: depth)
      // Compare bytes: equal strings may have different normalization forms.
      let others = similar[name.lowercased(), default: []].filter {
        !$0.utf8.elementsEqual(name.utf8)
      }
      if let other = others.first {
        column.diagnostics.append(NameDiagnostic.similar(to: other))
      }
      column.diagnostics += NameDiagnostic.all(for: name)
      column.diagnostics += valueDiagnostics(of: tree.nodes[child])
      return column
    }
  }

  private func valueDiagnostics(of node: ColumnNode) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if node.repeats > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, "duplicated in some events (\(Count.of(node.repeats, "time")))",
          group: "duplicated in some events"))
    }
    if node.loneSurrogates > 0 {
      diagnostics.append(
        Diagnostic(
          .warning,
          "\(Count.of(node.loneSurrogates, "string")) with an unpaired surrogate, which is invalid "
            + "Unicode; the events may be dropped",
          group: "strings with an unpaired surrogate, which is invalid Unicode"))
    }
    return diagnostics
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
    if !hasMixedItems { column.unit = Entry(decision.unit) }
    column.evidence = ColumnEvidence(
      among: node.name == nil ? node.counts.all : among, present: present,
      seen: node.counts.seen(scanner.tree.examples[index]),
      examples: scanner.tree.examples[index].filter(\.kind.isScalar).prefix(2).map(\.shown),
      reason: hasMixedItems ? "the items have different types" : decision.reason,
      epochUnit: decision.type == .int64 ? node.counts.epochUnit : nil,
      isRequiredByFew: isRequired && among < Self.fewEvents)
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

  private func isMap(_ index: Int) -> Bool {
    let node = scanner.tree.nodes[index]
    return node.isVarying || scanner.tree.isOnceEach(index)
      || node.childCount >= ColumnTree.manyMembers && scanner.tree.isSparse(index)
  }
}
