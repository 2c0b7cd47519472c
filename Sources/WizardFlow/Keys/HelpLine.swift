/// A line of the help: a heading, or a key and what it does.
package struct HelpLine: Hashable, Sendable {
  package let key: String
  package let text: String

  package var isHeading: Bool { key.isEmpty }

  /// The help for where the focus is: every key that works there, and what the signs mean.
  package static func lines(in contexts: [Keymap.Context]) -> [HelpLine] {
    contexts.flatMap { context in
      [HelpLine(key: "", text: context.title)]
        + Keymap.bindings(in: context).map { HelpLine(key: $0.label, text: $0.does) }
    } + signs
  }

  private static let signs = [
    HelpLine(key: "", text: "Signs"),
    HelpLine(key: "✗", text: "error: the API would refuse it"),
    HelpLine(key: "!", text: "warning: the vendor's tools or documentation advise against it"),
    HelpLine(key: "i", text: "note: users or the engine's code suggest trouble"),
    HelpLine(key: "*", text: "required"),
    HelpLine(key: "(…)", text: "not set: what the service then does"),
    HelpLine(key: "● ○ ✓", text: "in the header: here, to do, nothing missing"),
    HelpLine(key: "▌", text: "in the request: the line of the focused field"),
  ]
}
