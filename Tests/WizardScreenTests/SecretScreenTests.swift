import Screen
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// Tests when a secret is visible, and that masks reveal nothing.
@Suite struct SecretScreenTests {
  private static let secret = "N33DLE-of-a-secret"

  private static func revealed() -> Driver {
    var driver = Driver(rows: 40, columns: 120)
    driver.type("</config/credentials/access_key_id>\(secret)")
    #expect(!driver.screen.contains(secret))
    driver.type("<C-r>")
    #expect(driver.screen.contains(secret))
    return driver
  }

  @Test(arguments: [
    "<Tab><S-Tab>", "<A-1><A-2>", "<F1><Esc>", "<C-s><Esc>", "<C-z>", "<C-q>n", "<C-r>",
    "<C-n><C-p>",
    "<F2><F2>", "<A-n><A-2>",
  ])
  func `hides a revealed secret again`(keys: String) {
    var driver = Self.revealed()
    for key in keys.split(separator: ">", omittingEmptySubsequences: false) where !key.isEmpty {
      driver.type(key.hasPrefix("<") ? "\(key)>" : String(key))
      if key == "<F1" || key == "<C-s" { #expect(!driver.screen.contains(Self.secret)) }
    }
    #expect(!driver.screen.contains(Self.secret))
  }

  @Test func `hides a revealed secret after an external stop`() {
    var driver = Self.revealed()
    driver.send(.continued)
    #expect(!driver.screen.contains(Self.secret))
  }

  @Test func `keeps the request masked`() {
    let driver = Self.revealed()
    let rows = driver.screen.split(separator: "\n").filter { $0.contains("N33DLE") }
    #expect(rows.count == 1)
    #expect(driver.screen.contains("\"access_key_id\": \"••••••••\""))
  }

  @Test func `uses a mask of fixed length for any secret and cursor`() {
    func row(_ typed: String) -> String {
      var driver = Driver(rows: 40, columns: 120)
      driver.type("</config/credentials/access_key_id>" + typed)
      return driver.screen.split(separator: "\n").first { $0.contains("Access key ID") }
        .map(String.init) ?? ""
    }
    let one = row("x")
    #expect(one.contains("•••••••• "))
    #expect(row("x" + String(repeating: "y", count: 60)) == one)
    #expect(row("xy<Left>") == one)
    var driver = Driver(rows: 40, columns: 120)
    driver.type("</config/credentials/access_key_id>abcdefghijkl<Left>")
    let cursorColumns = ["<Left>", "<Left>", "<Right>"].map { key in
      driver.type(key)
      return Painter.draw(driver.wizard).cursor
    }
    #expect(Set(cursorColumns).count == 1)
  }
}
