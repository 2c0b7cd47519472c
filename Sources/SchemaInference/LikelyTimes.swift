import SinkSpec

/// Decides which columns with plausible Unix times are likely to contain times.
///
/// The name decides. If it is neutral, the values must be close to other times in the events, which
/// identifiers rarely are.
struct LikelyTimes {
  /// The times in columns that certainly contain times, in seconds since 1970.
  private var seconds: [Int64] = []
  /// The maximum distance from the other times, in seconds.
  private static let window: Int64 = 400 * 86_400

  /// Returns the columns with `isLikelyTime` set in their evidence.
  static func marked(_ columns: [SchemaField]) -> [SchemaField] {
    var times = LikelyTimes()
    for column in columns { times.collect(column, named: nil) }
    return columns.map { times.marked($0, named: nil) }
  }

  private mutating func collect(_ column: SchemaField, named parent: String?) {
    let name = column.name.setText ?? parent ?? ""
    let unit = column.evidence?.epochUnit
    if column.isOf(.timestamp) || unit != nil && ColumnEvidence.timeName(name) == .time {
      seconds += Self.seconds(of: column, unit: unit ?? column.unit.setText)
    }
    for child in column.children { collect(child, named: nil) }
    for item in column.item { collect(item, named: name) }
  }

  private func marked(_ column: SchemaField, named parent: String?) -> SchemaField {
    var marked = column
    let name = column.name.setText ?? parent ?? ""
    marked.children = FieldList(column.children.map { self.marked($0, named: nil) })
    marked.item = FieldList(column.item.map { self.marked($0, named: name) })
    if var evidence = column.evidence, let unit = evidence.epochUnit {
      evidence.isLikelyTime = isLikely(column, name, unit)
      marked.evidence = evidence
    }
    return marked
  }

  private func isLikely(_ column: SchemaField, _ name: String, _ unit: String) -> Bool {
    switch ColumnEvidence.timeName(name) {
    case .time: return true
    case .identifier: return false
    case .neutral:
      guard let first = seconds.min(), let last = seconds.max() else { return true }
      return Self.seconds(of: column, unit: unit).allSatisfy {
        first - Self.window <= $0 && $0 <= last + Self.window
      }
    }
  }

  private static func seconds(of column: SchemaField, unit: String?) -> [Int64] {
    let perSecond: Int64 =
      switch unit {
      case "millisecond": 1000
      case "microsecond": 1_000_000
      case "nanosecond": 1_000_000_000
      default: 1
      }
    return (column.evidence?.examples ?? []).compactMap { example in
      if let number = Int64(example) { return number / perSecond }
      return Timestamp(rfc3339: String(example.dropFirst().dropLast()))?.secondsSinceEpoch
    }
  }
}
