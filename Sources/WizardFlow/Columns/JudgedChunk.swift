import SinkSpec

/// What a chunk of fields comes to: each field, and the sums.
final class JudgedChunk: Sendable {
  let source: FieldList.Chunk
  let fields: [JudgedField]
  let lineCount: Int
  let totals: IssueTotals
  /// The hashes of the fields' names, to find names given twice.
  let nameHashes: [UInt32]

  /// The `told`: what is judged aloud.
  init(_ source: FieldList.Chunk, _ fields: [JudgedField], _ told: ToldItems) {
    self.source = source
    self.fields = fields
    lineCount = fields.reduce(0) { $0 + $1.lineCount }
    var totals = IssueTotals()
    for field in fields { totals.add(field.totals(told)) }
    self.totals = totals
    nameHashes = fields.compactMap(\.heading.nameHash)
  }
}
