import Screen
import SinkDraft
import SinkSpec
import Testing
import Wizard
import WizardScreen

/// Tests the request pane: moving, searching, and going to a line's field.
@Suite struct RequestPaneTests {
  private static func driver(rows: Int = 24, columns: Int = 80, columnCount: Int = 40) -> Driver {
    var driver = Driver(rows: rows, columns: columns)
    let fields = (0..<columnCount).map { "{\"name\": \"c\($0)\", \"type\": \"int32\"}" }
    driver.wizard.open(
      name: "a",
      Array(
        """
        {"name": "my_sink", "type": "r2", "format": {"type": "parquet"},
        "config": {"account_id": "\(Driver.account)", "bucket": "bucket", "credentials":
        {"access_key_id": "N33DLE", "secret_access_key": "N33DLE"}},
        "schema": {"fields": [\(fields.joined(separator: ","))]}}
        """.utf8))
    driver.type("<Esc>")
    return driver
  }

  private func line(_ driver: Driver) -> String {
    driver.screen.split(separator: "\n").first { $0.contains("▸") }.map {
      $0.split(separator: "▸").last.map { $0.trimming(" │") } ?? ""
    } ?? ""
  }

  @Test(arguments: [80, 120])
  func `opens with F2, moves by lines and pages, and goes to a field on Enter`(columns: Int) {
    var driver = Self.driver(columns: columns)
    driver.type("<F2>")
    #expect(line(driver).hasSuffix("\"name\": \"my_sink\","))
    driver.type("<Down>")
    #expect(line(driver).hasSuffix("\"type\": \"r2\","))
    driver.type("<End>")
    #expect(line(driver).hasSuffix("}"))
    driver.type("<PgUp><Home><Down><Down><Down><Down><Down>")
    #expect(line(driver).hasSuffix("\"bucket\": \"bucket\","))
    driver.type("x")
    #expect(driver.wizard.draft["/name"] == .text("my_sink"))
    driver.type("<Enter>")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    #expect(!driver.wizard.requestPane.hasFocus)
    #expect(driver.screen.contains("▸ Bucket"))
  }

  @Test func `goes to the first match, moves with n and N, and announces wrapping`() {
    var driver = Self.driver()
    driver.type("<F2>/\"C3")
    #expect(driver.screen.contains("/\"C3"))
    #expect(driver.screen.contains("1 of 11"))
    #expect(line(driver).contains("\"name\": \"c3\""))
    let reversed = Painter.draw(driver.wizard).cells.filter { $0.style.isReversed }
    #expect(reversed.compactMap(\.base).starts(with: ["\"", "c", "3"]))
    driver.type("<Enter>n")
    #expect(line(driver).contains("\"name\": \"c30\""))
    driver.type("NN")
    #expect(driver.wizard.notice == .fromBottomAgain)
    #expect(line(driver).contains("\"name\": \"c39\""))
    driver.type("n")
    #expect(driver.wizard.notice == .fromTopAgain)
    driver.type("<Enter>")
    #expect(driver.wizard.step == .schema)
    #expect(driver.wizard.item == .field(driver.wizard.draft.fields[3].id, .name))
    driver.type("<F2>n")
    #expect(line(driver).contains("\"name\": \"c30\""))
    driver.type("<Esc>")
    #expect(driver.wizard.requestPane.search == nil)
    driver.type("<Esc>")
    #expect(!driver.wizard.requestPane.hasFocus)
  }

  @Test func `reports no match, and returns to the start on Esc`() {
    var driver = Self.driver()
    driver.type("<F2><Down>")
    let before = line(driver)
    driver.type("/c3")
    #expect(line(driver) != before)
    driver.type("zz")
    #expect(driver.screen.contains("not found"))
    driver.type("<Enter>")
    #expect(driver.wizard.notice == .notFound("c3zz"))
    driver.type("<Esc>/c3<Esc>")
    #expect(line(driver) == before)
    driver.type("n")
    #expect(driver.wizard.notice == .notFound("c3zz"))
  }

  @Test func `lists only its own keys in key bar and help`() {
    var driver = Self.driver(columns: 200)
    #expect(driver.screen.contains("Tab next"))
    driver.type("<F2>")
    #expect(driver.screen.contains("Esc back to the form"))
    #expect(!driver.screen.contains("Tab next"))
    #expect(!driver.wizard.helpLines.contains { $0.text == "next field" })
    driver.type("/")
    #expect(driver.screen.contains("Esc end the search"))
    #expect(!driver.screen.contains("next match"))
  }

  @Test func `does not find secrets`() {
    var driver = Self.driver()
    driver.type("<F2>/N33DLE")
    #expect(driver.screen.contains("not found"))
  }

  @Test func `pastes into the search only`() {
    var driver = Self.driver()
    driver.type("<F2>")
    driver.press(.paste("c39"))
    #expect(driver.wizard.draft["/name"] == .text("my_sink"))
    #expect(driver.screen.contains("Esc or F2 goes back to the form"))
    driver.type("/")
    driver.press(.paste("c39"))
    #expect(line(driver).contains("c39"))
  }

  @Test func `stays wide on Tab, but not on F2 and Esc`() {
    var driver = Self.driver(columns: 120)
    let usual = driver.wizard.layout.form?.columns.count ?? 0
    driver.type("<F2>")
    #expect(driver.wizard.layout.form?.columns.count ?? usual < usual)
    driver.type("<Tab>")
    #expect(!driver.wizard.requestPane.hasFocus)
    #expect(driver.wizard.layout.form?.columns.count ?? usual < usual)
    driver.type("x")
    #expect(driver.wizard.draft["/name"] == .text("my_sinkx"))
    driver.type("<F2>")
    #expect(driver.wizard.layout.form?.columns.count == usual)
    driver.type("<F2><Esc>")
    #expect(driver.wizard.layout.form?.columns.count == usual)
  }

  @Test func `shows the form when a field gets the focus`() {
    for keys in ["<C-n>", "<A-2>", "<C-_>", "<A-n>", "<A-1>"] {
      var driver = Driver()
      driver.type("x<F2>\(keys)")
      #expect(driver.wizard.layout.form != nil, "\(keys)")
      #expect(!driver.wizard.requestPane.hasFocus, "\(keys)")
    }
  }

  @Test func `shows the focused pane if only one fits`() {
    var driver = Self.driver(columns: 120)
    driver.type("<F2><Tab>")
    driver.send(.resized(rows: 24, columns: 80))
    #expect(driver.screen.contains("▸ Name"))
    driver.send(.resized(rows: 24, columns: 120))
    driver.type("<F2><End>")
    driver.send(.resized(rows: 18, columns: 80))
    #expect(driver.wizard.layout.form == nil)
    #expect(line(driver) == "}")
  }

  @Test func `finds the last of many lines`() {
    var driver = Self.driver(columnCount: 2_000)
    driver.type("<F2>/c1999")
    #expect(driver.screen.contains("1 of 1"))
    #expect(line(driver).contains("c1999"))
  }
}

extension Substring {
  fileprivate func trimming(_ characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}
