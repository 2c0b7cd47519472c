import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests opening a file that takes a while.
struct FileReadingTests {
  /// Returns a driver that waits for a file.
  private static func opening(_ keys: String = "<C-o>") -> Driver {
    var driver = Driver(typing: "\(keys)big.json<Enter>")
    driver.send(.opening(FileProgress(name: "big.json")))
    return driver
  }

  @Test func `shows the progress of a large file`() {
    var driver = Self.opening()
    #expect(driver.screen.contains("Opening big.json"), "\(driver.screen)")
    #expect(driver.screen.contains("Esc give up"))
    driver.send(.opening(FileProgress(name: "big.json", bytes: 25_000_000, total: 100_000_000)))
    #expect(driver.screen.contains(" 25%"), "\(driver.screen)")
    #expect(driver.screen.contains("Read 25 MB of 100 MB"), "\(driver.screen)")
    driver.send(.opening(FileProgress(name: "big.json", .validating, bytes: 100_000_000)))
    #expect(driver.screen.contains("Validating 100 MB"), "\(driver.screen)")
    driver.open("big.json", MonkeyOperator.right)
    #expect(driver.screen.contains("big.json is open; no issues found"), "\(driver.screen)")
  }

  @Test(arguments: ["<Esc>", "<C-c>"])
  func `gives up and ignores contents that still arrive`(_ key: String) {
    var driver = Self.opening()
    let late = driver.opened("big.json", MonkeyOperator.right)
    driver.type(key)
    #expect(driver.effects.last == .stopOpening)
    #expect(driver.screen.contains("Stopped opening big.json; nothing was loaded"))
    driver.send(.opening(FileProgress(name: "big.json", .preparing)))
    driver.send(late)
    #expect(driver.wizard.overlay == nil)
    #expect(driver.wizard.draft["/name"] == .notSet)
    driver.type("<C-o>big.json<Enter>")
    driver.send(late)
    #expect(driver.wizard.draft["/name"].isSet)
  }

  @Test func `prompts again if reading fails in the end`() {
    var driver = Self.opening()
    driver.send(.opened(name: "big.json", .failure(.failed("is not UTF-8 text"))))
    #expect(driver.screen.contains("is not UTF-8 text"))
    #expect(driver.wizard.overlay is FileNamePrompt)
  }
}
