import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests the keys that text fields have in common with shells.
@Suite struct TextKeysTests {
  @Test func `yanks killed text, also in another field and after undo`() {
    var driver = Driver()
    driver.type("my_sink<C-u></config/bucket><C-y>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("my_sink"))
    #expect(driver.wizard.draft["/name"] == .notSet)
    driver.type("<C-_>")
    #expect(driver.wizard.draft["/config/bucket"] == .notSet)
    driver.type("<C-y><C-w><C-y>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("my_sink"))
  }

  @Test func `yanks no secret into a field that shows it`() {
    var driver = Driver()
    driver.type("my_sink<C-u></config/credentials/access_key_id>planted<C-u>")
    driver.type("</config/path><C-y>")
    #expect(driver.wizard.draft["/config/path"] == .text("my_sink"))
  }

  @Test func `moves by word with Ctrl and the arrows`() {
    var driver = Driver()
    driver.type("</config/path>events/raw<C-Left>x<C-Left><C-Left>y<C-Right>z")
    #expect(driver.wizard.draft["/config/path"] == .text("yeventsz/xraw"))
  }
}
