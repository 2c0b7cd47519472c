import SinkExport
import SinkSpec
import Testing
import Wizard

/// Tests exporting the request from the review.
@Suite struct ExportTests {
  private static func filled(rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver(rows: rows, columns: columns)
    driver.type(
      "my_sink</config/bucket>events</config/credentials/access_key_id>key</config/credentials/secret_access_key>planted"
    )
    return driver
  }

  @Test(arguments: ExportForm.allCases)
  func `shows every form before saving it`(form: ExportForm) throws {
    var driver = Self.filled()
    let index = try #require(ExportForm.allCases.firstIndex(of: form))
    driver.type("<C-t>" + String(repeating: "<Down>", count: index))
    let text = driver.wizard.export(form, secrets: .referenced)
    let firstLine = try #require(text.split(separator: "\n").first).prefix(60)
    #expect(driver.screen.contains("▸ \(index + 1) \(form.title)"), "\(driver.screen)")
    #expect(driver.screen.contains(firstLine), "\(driver.screen)")
    driver.type("<Enter>out<Enter>")
    #expect(driver.effects == [.save(name: "out", form, text: text, overwriting: false)])
    #expect(!text.contains("planted"))
    _ = driver.wizard.handle(.saved(name: "out", form, nil))
    #expect(driver.screen.contains("to out, with references"), "\(driver.screen)")
  }

  @Test func `chooses a form by its number, or by a letter`() {
    var driver = Self.filled()
    driver.type("<C-t>6")
    #expect(driver.screen.contains("▸ 6 wrangler"), "\(driver.screen)")
    driver.type("t")
    #expect(driver.screen.contains("▸ 8 TypeScript"))
    driver.type("T")
    #expect(driver.screen.contains("▸ 4 Terraform"))
    driver.type("xz0")
    #expect(driver.screen.contains("▸ 4 Terraform") && driver.effects.isEmpty)
    driver.type("2c")
    #expect(driver.effects == [.copy(driver.wizard.export(.http, secrets: .referenced))])
  }

  @Test func `asks before overwriting, and keeps the export form`() {
    var driver = Self.filled()
    driver.type("<C-t><Down><Down><Enter>x.sh<Enter>")
    _ = driver.wizard.handle(.saved(name: "x.sh", .curl, .exists))
    #expect(driver.screen.contains("The file x.sh already exists."))
    driver.type("n")
    #expect(driver.screen.contains("Save as curl to"))
    driver.type("<Enter>")
    _ = driver.wizard.handle(.saved(name: "x.sh", .curl, .exists))
    driver.type("y")
    let text = driver.wizard.export(.curl, secrets: .referenced)
    #expect(
      driver.effects.last == .save(name: "x.sh", .curl, text: text, overwriting: true))
  }

  @Test func `counts only the payload as saved`() {
    var driver = Self.filled()
    _ = driver.wizard.handle(.saved(name: "x.sh", .curl, nil))
    driver.type("<C-q>")
    #expect(driver.screen.contains("would be lost"))
  }

  @Test func `copies no secrets to the clipboard`() {
    var settings = Wizard.Settings()
    settings.showsSecrets = true
    var driver = Driver()
    driver.wizard = Wizard(now: Timestamp(secondsSinceEpoch: 0), settings: settings)
    driver.type(
      "my_sink</config/bucket>events</config/credentials/access_key_id>key</config/credentials/secret_access_key>planted"
    )
    #expect(driver.wizard.payload.contains("planted"))
    driver.type("<A-w>")
    guard case .copy(let text)? = driver.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("${R2_SECRET_ACCESS_KEY}") && !text.contains("planted"))
    #expect(driver.screen.contains("\(text.utf8.count) bytes"))
    driver.type("<C-t><Down><Down>c")
    #expect(driver.effects.last == .copy(driver.wizard.export(.curl, secrets: .referenced)))
  }

  @Test func `offers saving and exporting in the review`() {
    var driver = Self.filled()
    driver.type("<A-5>")
    #expect(driver.screen.contains("[ Export ]") && driver.screen.contains("[ Copy ]"))
    for action in [ReviewAction.export, .copy] {
      for _ in 0..<20 where driver.wizard.item != .action(action) { driver.type("<Down>") }
      driver.type("<Enter>")
      #expect(driver.screen.contains("Export the request") == (action == .export))
      driver.type("<Esc>")
    }
    #expect(driver.effects == [.copy(driver.wizard.export(.json, secrets: .referenced))])
  }

  @Test func `changes nothing when closed`() {
    var driver = Self.filled()
    let before = driver.screen
    driver.type("<C-t><Down><Up><Esc>")
    #expect(driver.screen == before)
    #expect(driver.effects.isEmpty)
  }

  @Test func `scrolls and counts the preview, and remembers the format`() {
    var driver = Self.filled()
    driver.type("<C-t><Down><Down><Down>")
    let lines = driver.wizard.export(.terraform, secrets: .referenced).split(separator: "\n")
    #expect(driver.screen.contains("lines 1–"))
    driver.type("<End>")
    #expect(driver.screen.contains(lines.last ?? "-"), "\(driver.screen)")
    driver.type("<Up>")
    #expect(!driver.screen.contains("lines 2"))
    driver.type("<Down><Enter>")
    #expect((driver.wizard.overlay as? FileNamePrompt)?.editor.text == "my_sink.tf")
    driver.type("<Esc><C-t>")
    #expect(driver.screen.contains("▸ 4 Terraform"))
  }
}
