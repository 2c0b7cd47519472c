/// The statistics of one column, or of a list's items.
struct ColumnNode: Sendable {
  /// The index of the parent column; -1 for the root.
  let parent: Int
  /// The range of its name in the tree's name buffer; nil for a list's items.
  let name: Range<Int>?
  /// The input offset of its first occurrence, which determines the column order.
  var firstSeen: Int
  var counts = ColumnCounts()
  /// The number of parent objects that contain it.
  var present = 0
  /// The number of duplicates within the same object.
  var repeats = 0
  /// The last object that contained it.
  var lastObject = 0
  /// The last child; children are linked through `previousSibling`.
  var lastChild = -1
  var previousSibling = -1
  var childCount = 0
  /// The index of a list's item node.
  var item = -1
  /// The column that followed this one last time, as a prediction for the next member.
  var follower = -1
  /// The first child last time, as a prediction for the first member.
  var firstInside = -1
  /// The number of members skipped because a limit was reached.
  var unplaced = 0
  /// Whether its members look like arbitrary keys, so that no more are added.
  var isVarying = false
  /// The kinds of values that still need an example, as bits.
  var wantedKinds = UInt16.max
  /// The number of strings with an unpaired surrogate.
  var loneSurrogates = 0
  /// The number of bytes in `"name":`; 0 if the name cannot be compared with the input.
  var keyLength = 0
  /// The index of their first word in the tree's keys.
  var keyStart = 0

  /// Counts an occurrence: the first one in an object, or a duplicate.
  ///
  /// - Parameters:
  ///   - object: The serial number of the object.
  ///   - offset: The input offset of the name.
  ///   - step: 1, or -1 to revert the count.
  mutating func count(in object: Int, at offset: Int, _ step: Int) {
    if lastObject == object {
      repeats += step
    } else {
      lastObject = object
      present += step
    }
    if firstSeen > offset { firstSeen = offset }
  }

  /// Counts a value.
  ///
  /// - Parameters:
  ///   - kind: The kind of the value.
  ///   - step: 1, or -1 to revert the count.
  /// - Returns: Whether an example of the kind may be added, or must be removed.
  @inline(__always)
  mutating func count(_ kind: Example.Kind, _ step: Int) -> Bool {
    counts[kind] += step
    return wantedKinds & kind.bit != 0 || step < 0
  }

  init(parent: Int, name: Range<Int>?, firstSeen: Int) {
    self.parent = parent
    self.name = name
    self.firstSeen = firstSeen
  }
}
