import Screen
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// When a secret shows, and that nothing else tells of it.
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
  func `a secret that was shown is hidden again after`(keys: String) {
    var driver = Self.revealed()
    for key in keys.split(separator: ">", omittingEmptySubsequences: false) where !key.isEmpty {
      driver.type(key.hasPrefix("<") ? "\(key)>" : String(key))
      if key == "<F1" || key == "<C-s" { #expect(!driver.screen.contains(Self.secret)) }
    }
    #expect(!driver.screen.contains(Self.secret))
  }

  @Test func `a secret that was shown is hidden when the program was stopped from outside`() {
    var driver = Self.revealed()
    driver.send(.continued)
    #expect(!driver.screen.contains(Self.secret))
  }

  @Test func `the request beside it stays masked`() {
    let driver = Self.revealed()
    let rows = driver.screen.split(separator: "\n").filter { $0.contains("N33DLE") }
    #expect(rows.count == 1)
    #expect(driver.screen.contains("\"access_key_id\": \"••••••••\""))
  }

  @Test func `the mask is as long for any secret, wherever the cursor is`() {
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
    let places = ["<Left>", "<Left>", "<Right>"].map { key in
      driver.type(key)
      return Painter.draw(driver.wizard).cursor
    }
    #expect(Set(places).count == 1)
  }
}
