import SinkSpec

/// What a chunk of fields comes to: each field, and the sums.
final class JudgedChunk: Sendable {
  let source: FieldList.Chunk
  let fields: [JudgedField]
  /// For each field the place of its first line, counted from the chunk's first, and at the end
  /// the number of lines.
  let lineStarts: [Int]
  let totals: IssueTotals
  /// The hashes of the fields' names, to find names given twice.
  let nameHashes: [UInt32]

  var lineCount: Int { lineStarts[fields.count] }

  /// The `told`: what is judged aloud.
  init(_ source: FieldList.Chunk, _ fields: [JudgedField], _ told: ToldItems) {
    self.source = source
    self.fields = fields
    lineStarts = fields.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.lineCount) }
    var totals = IssueTotals()
    for field in fields { totals.add(field.totals(told)) }
    self.totals = totals
    nameHashes = fields.compactMap(\.heading.nameHash)
  }
}
