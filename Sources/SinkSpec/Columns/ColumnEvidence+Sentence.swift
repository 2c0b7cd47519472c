extension ColumnEvidence {
  /// A one-line summary: `in 98 of 100 · integer 97, null 1 · 42, 17 · reason`.
  package var sentence: String {
    let kinds = seen.map { "\($0.kind) \($0.count)" }.joined(separator: ", ")
    let offer = epochUnit.map { "every number could be a time in \($0)s" } ?? ""
    let parts = [
      "in \(present) of \(among)", kinds, examples.joined(separator: ", "), reason, offer,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
