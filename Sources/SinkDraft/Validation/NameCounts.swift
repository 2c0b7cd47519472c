import SinkSpec

/// The number of columns with each name, ignoring case, for finding equal and similar names without
/// comparing all columns.
struct NameCounts: Sendable {
  private var counts: [String: Int] = [:]
  /// The number of columns that repeat another column's name.
  private var repeats = 0

  mutating func insert(_ name: String?) {
    guard let name = name?.lowercased(), !name.isEmpty else { return }
    let count = counts[name, default: 0]
    if count > 0 { repeats += 1 }
    counts[name] = count + 1
  }

  mutating func remove(_ name: String?) {
    guard let name = name?.lowercased(), let count = counts[name] else { return }
    if count > 1 { repeats -= 1 }
    counts[name] = count > 1 ? count - 1 : nil
  }

  /// Returns whether the columns may break a rule for lists, without checking each column.
  func mayBreakRules(in context: RequestContext?) -> Bool {
    repeats > 0 || context?.isUnstructured == true
      || context?.isCatalog == true && counts[Validator.reservedColumnName] != nil
  }
}
