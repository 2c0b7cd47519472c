/// A page in `.github/reference` that is generated from the code and checked in.
///
/// A test compares the page with the code:
///
/// ```swift
/// #expect(try ReferencePage(name: "keys", title: "Keys", source: "Keymap", body: text).isCurrent)
/// ```
///
/// With `RENEW=1` in the environment the page is written instead.
package struct ReferencePage {
  /// The command that rewrites every page.
  package static let renewal = "RENEW=1 swift test --disable-xctest --filter ReferencePage"

  private let file: GeneratedFile

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - name: The file's name without its extension.
  ///   - title: The heading.
  ///   - source: The part of the code that the page is generated from.
  ///   - body: The Markdown below the heading.
  package init(name: String, title: String, source: String, body: String) {
    file = GeneratedFile(
      path: ".github/reference/\(name).md",
      text: """
        <!-- Generated from \(source). Do not edit; renew with: \(Self.renewal) -->

        # \(title)

        \(body)
        """)
  }

  /// Whether the page is up to date with the code; with `RENEW=1`, writes it first.
  package var isCurrent: Bool {
    get throws { try file.isCurrent }
  }

  /// A row of a Markdown table.
  package static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// A heading row of a Markdown table.
  package static func head(_ cells: [String]) -> String {
    row(cells) + "|" + String(repeating: "---|", count: cells.count) + "\n"
  }

  /// Text without the characters that Markdown interprets.
  package static func escaped(_ text: String) -> String {
    text.map { "|<*\\`_".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
