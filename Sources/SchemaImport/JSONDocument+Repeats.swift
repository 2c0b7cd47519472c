import SinkSpec

extension JSONDocument {
  /// The names that stand more than once in one object, anywhere in the document.
  var namesGivenTwice: [String] {
    var twice: [String] = []
    var abbreviated = Set<String>()
    var open = [Index.root]
    while let index = open.popLast() {
      open += elements(index)
      var seen = Set<String>()
      for member in members(index) {
        open.append(member.value)
        guard let name = string(member.name), !seen.insert(name).inserted else { continue }
        if abbreviated.insert(name).inserted { twice.append(name) }
      }
    }
    return twice
  }
}
