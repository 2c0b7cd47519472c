extension FieldReference {
  /// The error for a search term without matches.
  package struct UnknownWord: Error, Hashable {
    package let word: String
    /// The closest known term.
    package let nearest: String?
  }

  /// Returns the reference entries that match search terms.
  ///
  /// - Parameter words: Pointers, which select everything below them, or case-insensitive parts of
  ///   a pointer, label, heading, value or rule name.
  /// - Returns: Lines of at most 80 columns.
  /// - Throws: ``UnknownWord`` for the first term without a match.
  package static func text(matching words: [String]) throws(UnknownWord) -> String {
    var pointers: Set<Pointer> = []
    var ruleNames: Set<String> = []
    for word in words {
      let found = entries.filter { matches($0, word) }.map(\.parameter.pointer)
      let rules = ListedRule.ofAnyValue.map(\.name).filter { contains($0, word) }
      guard !found.isEmpty || !rules.isEmpty else {
        throw UnknownWord(word: word, nearest: NearestName.of(word, among: names))
      }
      pointers.formUnion(found)
      ruleNames.formUnion(rules)
    }
    return text(
      of: entries.filter { pointers.contains($0.parameter.pointer) },
      and: ListedRule.ofAnyValue.filter { ruleNames.contains($0.name) })
  }

  private static func matches(_ entry: Entry, _ word: String) -> Bool {
    let parameter = entry.parameter
    if let asked = described(Pointer(word)) { return parameter.pointer.isWithin(asked) }
    let texts =
      [parameter.pointer.text, parameter.label, entry.section.fullTitle]
      + parameter.choices.map(\.value) + parameter.listedRules.map(\.name)
    return texts.contains { contains($0, word) }
  }

  /// Returns the description's pointer for a pointer of a request; nil if it names no parameter.
  private static func described(_ pointer: Pointer) -> Pointer? {
    guard pointer != .root else { return nil }
    let isField = pointer.isWithin("/schema/fields") && Int(pointer.lastToken) != nil
    return isField
      ? SchemaFieldDescription.pattern : SinkDescription.parameter(at: pointer)?.pointer
  }

  private static func contains(_ text: String, _ word: String) -> Bool {
    !word.isEmpty && text.lowercased().contains(word.lowercased())
  }

  /// The names of all rules, in the order of the reference.
  package static var ruleNames: [String] {
    var names: [String] = []
    for rule in entries.flatMap(\.parameter.listedRules) + ListedRule.ofAnyValue
    where !names.contains(rule.name) {
      names.append(rule.name)
    }
    return names
  }

  /// The pointers and names of all parameters and the names of all rules, for completion.
  package static var searchTerms: [String] {
    var terms: [String] = []
    var known: Set<String> = []
    for term in entries.map(\.parameter.pointer.text) + entries.map(\.parameter.name) + ruleNames
    where !term.isEmpty && known.insert(term).inserted {
      terms.append(term)
    }
    return terms
  }

  /// The candidates for suggestions.
  private static var names: [String] {
    entries.flatMap { entry in
      [entry.parameter.pointer.text, entry.parameter.name, entry.parameter.label]
        + entry.parameter.choices.map(\.value) + entry.parameter.listedRules.map(\.name)
    } + ListedRule.ofAnyValue.map(\.name)
  }
}
