/// One column as seen so far, or what the items of a list are.
struct ColumnNode: Sendable {
  /// The place of the column that holds it; the events themselves have none.
  let parent: Int
  /// Where its name stands among the bytes of all names; nil for the items of a list.
  let name: Range<Int>?
  /// Where it was first seen, as an offset in the input: the order of columns.
  var firstSeen: Int
  var counts = ColumnCounts()
  /// In how many of the objects around it it was, each counted once.
  var present = 0
  /// How often it was given more than once in one object.
  var repeats = 0
  /// The object in which it was seen last.
  var lastObject = 0
  /// The columns inside, the last one first.
  var lastChild = -1
  var previousSibling = -1
  var childCount = 0
  /// What the items are, for a list.
  var item = -1
  /// The column that followed last time, tried first.
  var follower = -1
  /// The one that came first inside it last time.
  var firstInside = -1
  /// Members that found no place: too many of them, or names too long.
  var unplaced = 0
  /// Whether its members vary without end, so that no more are taken in.
  var isVarying = false
  var exampleCount = 0
  /// Whether its name is ASCII that needs no escapes, so that it stands in the input as it is.
  var isPlain = false

  init(parent: Int, name: Range<Int>?, firstSeen: Int) {
    self.parent = parent
    self.name = name
    self.firstSeen = firstSeen
  }
}
