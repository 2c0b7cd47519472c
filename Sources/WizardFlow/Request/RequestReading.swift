/// The focus in the request: the line that has it, and what is searched for.
package struct RequestReading: Hashable, Sendable {
  /// The line that has the focus, of the request or of the sample event in its place.
  package internal(set) var line: Int
  package internal(set) var search: RequestSearch?
}

/// A search in the lines of the request.
package struct RequestSearch: Hashable, Sendable {
  package internal(set) var editor = LineEditor()
  /// Whether keys go into the text that is looked for.
  package internal(set) var isTyping = true
  /// The lines that have the text, in rising order.
  package internal(set) var matches: [Int] = []
  /// The text that they have, in lower case.
  package internal(set) var needle = ""
  /// The line that had the focus when the search began.
  let origin: Int

  /// Where the text stands in a line, counted in characters.
  package func places(in text: String) -> [Range<Int>] {
    guard !needle.isEmpty, text.lowercased().contains(needle) else { return [] }
    let letters = text.map { $0.lowercased() }
    let wanted = needle.map(String.init)
    var places: [Range<Int>] = []
    var start = 0
    while start + wanted.count <= letters.count {
      let end = start + wanted.count
      if letters[start..<end].elementsEqual(wanted) {
        places.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return places
  }

  /// The place of a line among the matches, counted from 1; nil when it has none.
  package func number(of line: Int) -> Int? {
    let place = place(after: line - 1)
    return place < matches.count && matches[place] == line ? place + 1 : nil
  }

  /// The place of the first match below a line, by halving.
  func place(after line: Int) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
