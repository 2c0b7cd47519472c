import Screen
import SinkDraft
import SinkExport
import SinkSpec
import Testing

@testable import Wizard

/// Tests the prompts for file names.
@Suite struct FileNameTests {
  private func prompt(_ driver: Driver) -> FileNamePrompt? {
    driver.wizard.overlay as? FileNamePrompt
  }

  @Test(arguments: zip(ExportForm.allCases, ["json", "http", "sh", "tf", "py", "sh"]))
  func `suggests a name with the extension of the format`(form: ExportForm, ending: String) {
    var driver = Driver(typing: "my sink")
    driver.wizard.askForName(to: .save(form))
    #expect(prompt(driver)?.editor.text == "my_sink.\(ending)")
    driver = Driver()
    driver.wizard.askForName(to: .save(form))
    #expect(prompt(driver)?.editor.text == "sink.\(ending)")
  }

  @Test func `replaces an offered name by the first character`() {
    var driver = Driver(typing: "my_sink<C-s>")
    #expect(driver.screen.contains("Type to replace it."))
    driver.type("a")
    #expect(prompt(driver)?.editor.text == "a")
    driver = Driver(typing: "my_sink<C-s><Left>x")
    #expect(prompt(driver)?.editor.text == "my_sink.jsoxn")
    driver = Driver(typing: "my_sink<C-s>")
    driver.press(.paste("b.json"))
    #expect(prompt(driver)?.editor.text == "b.json")
  }

  @Test func `remembers files read and written separately, and none that failed`() {
    var driver = Driver(typing: "my_sink<C-s>out.json<Enter>")
    driver.send(.saved(name: "out.json", .json, nil))
    driver.type("<C-o>in.json<Enter>")
    driver.open("in.json", Array("{}".utf8))
    driver.type("<Esc><C-o>")
    #expect(prompt(driver)?.editor.text == "in.json")
    driver.type("bad<Enter>")
    driver.send(.opened(name: "bad", .failure(.failed("does not exist"))))
    #expect(prompt(driver)?.editor.text == "bad" && driver.screen.contains("does not exist"))
    driver.type("<Esc><C-o>")
    #expect(prompt(driver)?.editor.text == "in.json")
    driver.type("<Esc><C-s>")
    #expect(prompt(driver)?.editor.text == "out.json")
    driver.type("<Esc><A-4>")
    driver.wizard.askForName(to: .sample)
    #expect(prompt(driver)?.editor.text == "")
  }

  @Test func `completes a name as far as it is unique`() {
    var driver = Driver(typing: "<C-o>dir/s<Tab>")
    #expect(driver.effects == [.complete(name: "dir/s")])
    driver.send(.completions(of: "dir/s", ["sink-a.json", "sink-b.json"]))
    #expect(prompt(driver)?.editor.text == "dir/sink-")
    expectScreen(
      driver,
      """
      [1 Sink ●2/3]2 Destination ○1/4 3 Format ✓    4 Schema ✓    5 Review ○4/8
      ╭─ Sink ───────────────────────────────────────────────────────────────────────╮
      │▸ Name              *                                                         │
      │  Type              *  ‹ r2 ›                           files in an R2 bucket │
      │  Account ID        *  0123105f4ecef8ad9ca31a8372d0c353                       │
      ├─ Request ─ 2 of 3 required ──────────────────────────────────────────────────┤
      │  {                                                                           │
      │▌   "name": ‹required›,                                                       │
      │    "type": "r2",                                                             │
      │   ╭─┤ Open a payload from ├──────────────────────────────────────────────╮   │
      │   │ dir/sink-                                                            │   │
      │   │ sink-a.json                                                          │   │
      │   │ sink-b.json                                                          │   │
      │   ╰─ Enter accept · Tab complete · Esc close ────────────────────────────╯   │
      │        "secret_access_key": ‹required›                                       │
      │      }                                                                       │
      │    },                                                                        │
      │    "format": {                                                               │
      │      "type": "parquet"                                                       │
      ╰───────────────────────────────────────────────────────────────── 1–13 of 15 ─╯
       Name · /name · required
       The name of the sink: 1–128 characters. Pipelines write to it by this name in
       SQL (INSERT INTO name …). It cannot be changed later. Example: my_sink

      """)
    driver.type("b<Tab>")
    #expect(!driver.screen.contains("sink-a.json"))
    driver.send(.completions(of: "dir/sink-b", ["sink-b.json"]))
    #expect(prompt(driver)?.editor.text == "dir/sink-b.json")
    driver.type("<Tab>")
    driver.send(.completions(of: "dir/sink-b.json", []))
    #expect(driver.screen.contains("no file name starts with this"))
    // A late response for a different text changes nothing.
    driver.type("<C-u>x")
    driver.send(.completions(of: "dir/s", ["sink-a.json"]))
    #expect(prompt(driver)?.editor.text == "x")
  }

  @Test func `lists the folder of an offered name`() {
    var driver = Driver(typing: "<C-o>a/b.json<Enter>")
    driver.open("a/b.json", Array("{}".utf8))
    driver.type("<Esc><C-o><Tab>")
    #expect(driver.effects.last == .complete(name: "a/"))
  }

  @Test func `tells how many names do not fit`() {
    var driver = Driver(typing: "<C-o><Tab>")
    driver.send(.completions(of: "", (1...40).map { "file-\($0)" }))
    #expect(driver.screen.contains("others"))
  }
}
