import Screen

/// A line of the help: a heading, a sentence, or a key with its description.
package struct HelpLine: Hashable, Sendable {
  package let key: String
  package let text: String
  package let isHeading: Bool

  static func heading(_ text: String) -> HelpLine {
    HelpLine(key: "", text: text, isHeading: true)
  }

  static func sentence(_ text: String) -> HelpLine {
    HelpLine(key: "", text: text, isHeading: false)
  }

  static func key(_ key: String, _ text: String) -> HelpLine {
    HelpLine(key: key, text: text, isHeading: false)
  }

  /// Returns whether the key or the description contains a text, in any case.
  func contains(_ text: String) -> Bool {
    "\(key) \(self.text)".lowercased().contains(text.lowercased())
  }

  /// Returns the line wrapped to the width of a box.
  package func wrapped(width: Int) -> [String] {
    if isHeading { return [text] }
    let key = self.key.isEmpty ? "" : self.key.padded(to: 16)
    let indent = String(repeating: " ", count: key.count)
    return TextWrap.lines(text, width: max(20, width - 2 - key.count)).enumerated().map {
      "  " + ($0 == 0 ? key : indent) + $1
    }
  }

  /// Returns every key that works in the given contexts, and the legend of signs.
  static func keys(
    in contexts: [Keymap.Context], _ signs: Signs = .unicode
  ) -> [HelpLine] {
    Keymap.bindings(in: contexts).flatMap { context, bindings in
      [heading(context.title)] + bindings.map { key($0.labels.joined(separator: " "), $0.does) }
    } + legend(of: signs)
  }

  private static func legend(of signs: Signs) -> [HelpLine] {
    [
      heading("Signs"),
      key(signs.error, "error: the API would reject it"),
      key("!", "warning: Cloudflare's tools or documentation advise against it"),
      key("i", "note: users or the engine's code suggest a problem"),
      key("*", "required"),
      key("(…)", "not set: the service's default"),
      key(
        "\(signs.current) \(signs.toDo) \(signs.success)",
        "in the header: current step, to do, nothing missing"),
      key("▌", "in the request: the line of the focused field"),
      key("▸", "focus: the field, request line or list item that keys act on"),
    ]
  }
}
