import Screen
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests the notes of values and columns.
@Suite struct ShownValueTests {
  @Test func `shows blanks around a value, and warns of them`() {
    var driver = Driver(typing: "</config/path> raw<Tab>", rows: 24, columns: 80)
    #expect(driver.screen.contains("\" raw\""), "\(driver.screen)")
    #expect(driver.screen.contains("begins with a space"))
    driver = Driver(typing: "<A-4><Enter> id<Enter>", rows: 24, columns: 80)
    #expect(driver.screen.contains("\" id\""))
  }

  @Test func `keeps the first file's name while time passes`() {
    var driver = Driver(typing: "</config/path>r", rows: 24, columns: 160)
    let name = driver.wizard.firstWritten.text
    driver.wizard.now = Timestamp(secondsSinceEpoch: driver.wizard.now.secondsSinceEpoch + 30)
    driver.type("aw")
    #expect(driver.wizard.firstWritten.text == name.replacing("r/year", with: "raw/year"))
  }

  @Test func `counts filtered columns like the searched ones`() {
    var driver = Driver(rows: 24, columns: 80)
    driver.type("<A-4><Enter>user<Tab>struct<Enter>id<Enter>name<Enter><Enter>total<Enter><Enter>")
    driver.type("<A-/>na")
    #expect(driver.screen.contains("1 of 4 columns"), "\(driver.screen)")
  }

  @Test func `deletes all marked columns with F8`() {
    var driver = Driver(rows: 24, columns: 80)
    driver.type("<A-4><Enter>a<Enter>b<Enter>c<Enter><Enter>")
    driver.type("<A-4>")
    while driver.wizard.item?.fieldID == nil { driver.type("<S-Tab>") }
    driver.type("<A-g><F8>")
    #expect(driver.wizard.draft.fields.isEmpty)
    driver.type("<C-_>")
    #expect(driver.wizard.draft.fields.count == 3)
  }

  @Test func `describes the sample's line under the cursor`() {
    var driver = Driver(rows: 40, columns: 120)
    driver.type("<A-4><Enter>a<Tab>int32<Enter>b<Tab>bool<Enter><Enter>")
    driver.type("<F3><F2>")
    driver.type("<F3>")
    while driver.wizard.requestPane.hasFocus == false { driver.type("<F2>") }
    driver.type("<F3>")
    var types: Set<String> = []
    for _ in 0..<12 {
      if let type = driver.wizard.storedType?.type { types.insert(type) }
      driver.type("<Down>")
    }
    #expect(types.count == 2, "\(types)")
  }
}
