import TestSupport
import Testing

@testable import Wizard

/// Tests the page of keys, which is generated from the keymap.
@Suite struct KeyReferencePageTests {
  @Test func `the key page is current`() throws {
    let page = ReferencePage(
      name: "keys", title: "Keys", source: "Keymap",
      body: """
        F1 shows the keys that work at the focus; the line at the bottom names the most useful ones.

        \(sections.joined(separator: "\n"))
        """)
    #expect(try page.isCurrent, "renew it: \(ReferencePage.renewal)")
  }

  @Test(arguments: Keymap.Context.allCases)
  func `every context has keys`(context: Keymap.Context) {
    #expect(!Keymap.bindings(in: context).isEmpty)
  }

  private var sections: [String] {
    Keymap.Context.allCases.map { context in
      "## \(context.title)\n\n" + ReferencePage.head(["Key", "Action"])
        + Keymap.bindings(in: context).map {
          ReferencePage.row([
            ReferencePage.escaped($0.labels.joined(separator: " ")), ReferencePage.escaped($0.does),
          ])
        }.joined()
    }
  }
}
