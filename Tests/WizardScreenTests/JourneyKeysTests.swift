import SinkDraft
import SinkExport
import SinkSpec
import TestSupport
import Testing
import Wizard

/// Tests complete key sequences: from the first key to the payload.
@Suite struct JourneyKeysTests {
  /// The payload that the journey ended with; nil if it did not end.
  private func payload(_ driver: Driver) -> String? {
    if case .finish(let payload, 0)? = driver.effects.last { payload } else { nil }
  }

  @Test(arguments: Journey.all)
  func `ends with its payload`(journey: Journey) {
    var driver = Driver()
    driver.type(journey.keys + "<C-x>")
    #expect(payload(driver) == journey.payload)
  }

  @Test func `goes to the next step on Enter in the last field`() {
    var driver = Driver()
    driver.type("my_sink</config/bucket>events")
    while driver.wizard.item != driver.wizard.rows.lastItem { driver.type("<Enter>") }
    #expect(driver.wizard.step == .destination)
    driver.type("<Enter>")
    #expect(driver.wizard.step == .format)
  }

  @Test func `adds ten columns with little more than their names and types`() {
    var driver = Driver()
    driver.type("<A-4><Enter>")
    let names = (1...10).map { "column_\($0)" }
    var keys = 0
    for name in names {
      driver.type("\(name)<Tab>t<Enter>")
      keys += name.count + 3
    }
    #expect(driver.wizard.draft.fields.dropLast().map(\.name.text) == names)
    #expect(keys == names.joined().count + 30)
    // Enter on an empty new column ends the list.
    driver.type("<Enter>")
    #expect(driver.wizard.draft.fields.count == 10)
  }

  @Test func `asks before leaving only if input would be lost`() {
    var driver = Driver()
    driver.type("<C-q>")
    #expect(driver.effects == [.leave])
    driver = Driver()
    driver.type("x<C-c>")
    #expect(driver.effects.isEmpty)
    #expect(driver.screen.contains("would be lost"))
    driver.type("n")
    #expect(driver.wizard.overlay == nil)
    driver.type("<C-c><C-c>")
    #expect(driver.effects == [.leave])
  }

  @Test func `asks before finishing with errors`() {
    var driver = Driver()
    driver.type("x<C-x>")
    #expect(driver.effects.isEmpty)
    #expect(driver.screen.contains("3 errors"))
    driver.type("y")
    guard case .finish(_, let errors)? = driver.effects.last else {
      Issue.record("not finished")
      return
    }
    #expect(errors == 3)
  }

  @Test func `keeps shared values when the type changes, and restores the others`() {
    var driver = Driver()
    driver.type("x</config/bucket>buck</config/path>folder</type><Right>")
    #expect(driver.screen.contains("r2_data_catalog"))
    let catalog = driver.wizard.draft.request.text(secrets: .masked)
    #expect(catalog.contains("\"bucket\": \"buck\""))
    #expect(!catalog.contains("folder"))
    driver.type("<Left>")
    #expect(driver.wizard.draft.request.text(secrets: .masked).contains("\"path\": \"folder\""))
  }

  @Test func `names a saved file, and asks before overwriting`() {
    var driver = Driver()
    driver.type("x<C-s>a.json<Enter>")
    guard case .save("a.json", .json, let text, false)? = driver.effects.last else {
      Issue.record("not saved")
      return
    }
    _ = driver.wizard.handle(.saved(name: "a.json", .json, .exists))
    #expect(driver.screen.contains("overwrite it"))
    driver.type("y")
    #expect(driver.effects.last == .save(name: "a.json", .json, text: text, overwriting: true))
    _ = driver.wizard.handle(
      .saved(name: "a.json", .json, .failed("could not be written: disk full")))
    #expect(driver.screen.contains("disk full"))
    _ = driver.wizard.handle(.saved(name: "a.json", .json, nil))
    #expect(driver.screen.contains("Saved to a.json"))
    driver.type("<C-q>")
    #expect(driver.effects.last == .leave)
  }
}
