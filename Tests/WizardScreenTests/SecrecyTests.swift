import SinkDraft
import SinkExport
import SinkSpec
import Testing
import Wizard

/// Tests that secrets are not exposed and input is not lost silently.
@Suite struct SecrecyTests {
  @Test(arguments: [
    #"{"name": "a", "type": "r2", "config": {"secret_acess_key": "N33DLE"}}"#,
    #"{"name": "a", "type": "r2", "config": {"credentials": "N33DLE"}}"#,
    #"{"name": "a", "type": "r2", "credentials": {"access_key_id": "N33DLE"}}"#,
    #"{"name": "a", "type": "r2", "tokn": "N33DLE"}"#,
    #"{"name": "a", "type": "r2", "config": {"credentials": {"access_key_id": ["N33DLE"]}}}"#,
  ])
  func `neither shows nor prints a probable secret`(payload: String) {
    var driver = Driver(rows: 40, columns: 120)
    driver.wizard.open(name: "file", Array(payload.utf8))
    #expect(!driver.screen.contains("N33DLE"))
    for step in ["<Esc>", "<A-2>", "<A-5>"] {
      driver.type(step)
      #expect(!driver.screen.contains("N33DLE"))
    }
    #expect(!driver.wizard.payload.contains("N33DLE"))
  }

  @Test func `asks before leaving if a typed secret was not saved`() {
    var driver = Driver()
    driver.type("</config/credentials/access_key_id>secret<C-s>a.json<Enter>")
    _ = driver.wizard.handle(.saved(name: "a.json", .json, nil))
    #expect(driver.screen.contains("with references in place of the secrets"))
    driver.type("<C-q>")
    #expect(driver.screen.contains("are not saved"))
    #expect(driver.wizard.redactedSecrets == ["Access key ID"])
  }

  @Test func `ignores a file that is not a JSON object`() {
    var driver = Driver()
    driver.type("name")
    driver.open("list.json", Array("[1, 2]".utf8))
    #expect(driver.screen.contains("1:1: the payload: must be an object, got an array"))
    driver.type("<Esc>")
    #expect(driver.wizard.draft["/name"] == .text("name"))
  }

  @Test func `cannot undo the initial file`() {
    var driver = Driver()
    driver.wizard.open(name: "file", Array(#"{"name": "a", "type": "r2"}"#.utf8))
    driver.type("<Esc>b<C-_><C-_><C-_>")
    #expect(driver.wizard.draft["/name"] == .text("a"))
  }

  @Test func `undoes opening a file`() {
    var driver = Driver()
    driver.type("mine")
    let theirs = Array(#"{"name": "theirs", "type": "r2"}"#.utf8)
    driver.open("file", theirs)
    #expect(driver.wizard.draft["/name"] == .text("theirs"))
    driver.type("<Esc><C-_>")
    #expect(driver.wizard.draft["/name"] == .text("mine"))
  }

  @Test func `returns to the name prompt when not overwriting`() {
    var driver = Driver()
    driver.type("x<C-s>a.json<Enter>")
    _ = driver.wizard.handle(.saved(name: "a.json", .json, .exists))
    driver.type("n")
    #expect(driver.screen.contains("a.json"))
    driver.type("2<Enter>")
    guard case .save("a.json2", .json, _, false)? = driver.effects.last else {
      Issue.record("not saved under the other name")
      return
    }
  }
}
