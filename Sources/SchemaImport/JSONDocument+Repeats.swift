import SinkSpec

extension JSONDocument {
  /// The names of all duplicate members in the document.
  var duplicateNames: [String] {
    var duplicates: [String] = []
    var reported = Set<String>()
    var open = [Index.root]
    while let index = open.popLast() {
      open += elements(index)
      var seen = Set<String>()
      for member in members(index) {
        open.append(member.value)
        guard let name = string(member.name), !seen.insert(name).inserted else { continue }
        if reported.insert(name).inserted { duplicates.append(name) }
      }
    }
    return duplicates
  }
}
