import SinkSpec

/// Keys as text in tmux notation: `my_sink<Tab><C-n><A-r>`; `<LT>` is `<` itself.
enum KeyScript {
  /// An element of a script.
  enum Part {
    case keys(String)
    /// A field to focus, written as `</config/bucket>`.
    case field(Pointer)
  }

  /// The elements of the script.
  static func parts(of script: String) -> [Part] {
    var parts: [Part] = []
    var rest = script[...]
    while let start = rest.firstRange(of: "</"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      if start.lowerBound > rest.startIndex {
        parts.append(.keys(String(rest[..<start.lowerBound])))
      }
      parts.append(.field(Pointer(String(rest[start.lowerBound..<end].dropFirst()))))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? parts : parts + [.keys(String(rest))]
  }

  /// Returns the arguments of one tmux call that presses all keys.
  ///
  /// On a screen, a focus report precedes the keys: because they arrive in one read, they would
  /// otherwise count as a paste.
  static func arguments(for keys: String, pane: String, isOnScreen: Bool) -> [String] {
    var calls = isOnScreen ? [literally("\u{1B}[I", pane: pane)] : []
    var literal = ""
    func flush() {
      if !literal.isEmpty { calls.append(literally(literal, pane: pane)) }
      literal = ""
    }
    var rest = keys[...]
    while let first = rest.first {
      guard first == "<", let end = rest.firstIndex(of: ">"),
        let name = name(of: rest[..<end].dropFirst())
      else {
        literal.append(rest.removeFirst())
        continue
      }
      flush()
      calls.append(["send-keys", "-t", pane, name])
      rest = rest[rest.index(after: end)...]
    }
    flush()
    return Array(calls.joined(separator: [";"]))
  }

  /// Returns the arguments that type text literally; tmux would treat a final semicolon as a separator.
  static func literally(_ text: String, pane: String) -> [String] {
    let isOpen = text.hasSuffix(";")
    return ["send-keys", "-t", pane, "-l", "--", isOpen ? text.dropLast() + "\\;" : text]
  }

  private static func name(of key: Substring) -> String? {
    if key.hasPrefix("C-") { return String(key) }
    if key.hasPrefix("A-") { return "M-" + key.dropFirst(2) }
    if key.hasPrefix("F"), Int(key.dropFirst()) != nil { return String(key) }
    return named[key]
  }

  private static let named: [Substring: String] = [
    "Tab": "Tab", "S-Tab": "BTab", "Enter": "Enter", "Esc": "Escape", "BS": "BSpace",
    "Del": "DC", "Up": "Up", "Down": "Down", "Left": "Left", "Right": "Right", "Home": "Home",
    "End": "End", "PgUp": "PPage", "PgDn": "NPage", "LT": "<",
  ]
}
