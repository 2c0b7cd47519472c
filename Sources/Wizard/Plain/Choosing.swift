/// The option that an answer in line mode selects: by number, name, or start of a name.
enum Choosing {
  case option(ChoiceList.Option)
  /// No option matches; the text says what to type instead.
  case problem(String)

  /// Matches an answer against the options.
  ///
  /// - Parameters:
  ///   - line: The answer, without surrounding blanks.
  ///   - options: The options, numbered from 0 if the first is "not set", otherwise from 1.
  init(_ line: String, of options: [ChoiceList.Option]) {
    let first = options.first?.value == nil ? 0 : 1
    let names = options.map(\.name)
    let isFlag = options.contains { $0.value == "true" }
    let wanted = line.lowercased()
    var found = names.indices.filter { names[$0] == wanted || options[$0].value == wanted }
    if found.isEmpty, isFlag, ["y", "n"].contains(wanted) {
      found = names.indices.filter { names[$0] == (wanted == "y" ? "yes" : "no") }
    }
    if found.isEmpty, !wanted.isEmpty {
      found = names.indices.filter { names[$0].hasPrefix(wanted) }
    }
    if found.isEmpty, !isFlag, let index = line.itemIndex(among: options.count, from: first) {
      found = [index]
    }
    if found.count == 1 {
      self = .option(options[found[0]])
    } else if found.count > 1 {
      self = .problem("\(line) could be \(found.map { names[$0] }.joined(separator: " or ")).")
    } else if isFlag {
      self = .problem("Invalid choice \"\(line)\": type yes or no, or /unset to clear it.")
    } else {
      let last = options.count - 1 + first
      self = .problem(
        "Invalid choice \"\(line)\": type a number from \(first) to \(last) or a name; ? lists them."
      )
    }
  }
}
