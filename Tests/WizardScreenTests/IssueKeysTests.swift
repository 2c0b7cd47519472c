import SinkDraft
import SinkSpec
import Testing
import Wizard

/// Tests moving between issues with Alt-N and Alt-P.
@Suite struct IssueKeysTests {
  private static func driver() -> Driver {
    var driver = Driver(rows: 40, columns: 120)
    let payload = """
      {"name": "", "type": "r2", "format": {"type": "parquet"}, "config": {"bucket": "logs",
      "account_id": "\(Driver.account)", "credentials": {"access_key_id": "a",
      "secret_access_key": "b"}}, "schema": {"fields": [{"name": "box", "type": "struct", "fields":
      [{"name": "inner", "type": "wrong"}]}, {"name": "list", "type": "list", "items":
      {"type": "int32", "sql_name": 5}}]}}
      """
    driver.wizard.open(name: "a", Array(payload.utf8))
    driver.type("<Esc>")
    return driver
  }

  @Test(arguments: ["<A-1><Tab><Tab>", "<A-2>", "<A-3>", "<A-4>", "<A-5>", "<F2>", "<A-2><F2>"])
  func `reaches every issue in both directions from everywhere`(start: String) {
    let issues = Self.driver().wizard.draftValidation.issues
    let positions = Set(issues.compactMap { Self.driver().wizard.item(for: $0.pointer) })
    for key in ["<A-n>", "<A-p>"] {
      var driver = Self.driver()
      driver.type("<A-4><A-a>" + start)
      var reached: Set<FormItem> = []
      for _ in 0..<positions.count * 2 {
        driver.type(key)
        if let item = driver.wizard.item { reached.insert(item) }
        #expect(driver.wizard.item.flatMap { driver.wizard.row(of: $0) } != nil)
        #expect(driver.screen.contains("▸"))
      }
      #expect(reached == positions)
    }
  }

  @Test func `announces wrapping around, except from the review`() {
    var driver = Self.driver()
    driver.type("<A-5><A-n>")
    #expect(driver.wizard.item == .parameter("/name"))
    #expect(driver.wizard.notice == nil)
    driver.type("<A-p>")
    #expect(driver.wizard.notice == .lastIssueAgain)
    driver.type("<A-n>")
    #expect(driver.wizard.notice == .firstIssueAgain)
  }

  @Test func `goes to the review if there are no issues`() {
    var driver = Driver()
    driver.wizard.open(name: "a", MonkeyOperator.right)
    driver.type("<Tab>")
    #expect(driver.screen.contains("Alt-N review"))
    driver.type("<A-n>")
    #expect(driver.wizard.step == .review)
    #expect(!driver.screen.contains("Alt-N"))
    driver.type("<A-n>")
    #expect(driver.wizard.notice == .noIssue)
  }

  @Test(arguments: [60, 80, 120])
  func `names the next issue in the footer wherever the focus is`(columns: Int) {
    var driver = Driver(rows: 24, columns: columns, access: .available)
    driver.type("<A-4><Enter>a<Tab>")
    for step in Step.allCases {
      driver.type("<A-\(step.number)>")
      var before: FormItem?
      while driver.wizard.item != before {
        before = driver.wizard.item
        #expect(driver.screen.contains(" Alt-N next "), "\(driver.screen)")
        // The notice of the last field takes the place of the keys.
        driver.type("<Tab><Left>")
      }
    }
  }

  @Test func `goes to the review rather than back to a warning`() {
    var driver = Driver(rows: 40, columns: 200)
    driver.type("my_sink</config/bucket>logs</config/credentials/access_key_id><Right><Tab><Right>")
    driver.type("</format/type><Left></format/compression>gz")
    #expect(driver.wizard.draft["/format/compression"] == .text("gzip"))
    driver.type("<A-4>")
    #expect(driver.screen.contains("Alt-N review"), "\(driver.screen)")
    driver.type("<A-n>")
    #expect(driver.wizard.step == .review && driver.wizard.notice == nil)
    // A warning further down still comes next; an error further up is reached by wrapping around.
    driver.type("<A-2><A-n>")
    #expect(driver.wizard.item == .parameter("/format/compression"))
    driver.type("</name><C-u><A-4><A-n>")
    #expect(driver.wizard.item == .parameter("/name"))
    #expect(driver.wizard.notice == .firstIssueAgain)
  }

  @Test func `counts required values and issues in the footer`() {
    var driver = Driver()
    #expect(driver.screen.contains("Alt-N next required (4)"))
    driver.type("my_sink<A-n>")
    #expect(driver.wizard.item == .parameter("/config/bucket"))
    #expect(driver.screen.contains("Alt-N next required (3)"))
    // An incomplete name is not an issue while it is being typed.
    driver.type("a")
    #expect(driver.screen.contains("Alt-N next required (2)"))
    driver.type("<A-n>")
    #expect(driver.wizard.item == .parameter("/config/credentials/access_key_id"))
    driver.type("x")
    #expect(driver.screen.contains("Alt-N next issue (2)"))
  }
}
