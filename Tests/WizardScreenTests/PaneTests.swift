import Screen
import SinkSpec
import Testing
import Wizard

/// Tests panes, steps, dialogs and symbols, whatever their content.
@Suite struct PaneTests {
  private static let nested =
    "<A-4><Enter>id<Tab>int64<Enter>who<Tab>struct<Enter>name<Tab>s<Enter>mail<Tab>s<Enter><Enter>"
    + "tags<Tab>l<Enter>"

  @Test(arguments: [16, 20, 24, 30, 50], [60, 80, 99])
  func `shows the request below the form whenever five lines are left`(rows: Int, columns: Int) {
    for step in Step.allCases {
      var driver = Driver(typing: "clicks", rows: rows, columns: columns)
      driver.type("<A-\(step.number)>")
      let layout = driver.wizard.layout
      let isHeadingFirst = driver.wizard.rows.isHeading(0) ? 1 : 0
      let room = rows - 4 - layout.guideHeight - driver.wizard.rows.count + isHeadingFirst - 1
      #expect(driver.screen.contains("├─ Request ─") == (room >= 5), "\(driver.screen)")
      guard room >= 5 else { continue }
      #expect(layout.request?.rows.count == room)
    }
  }

  @Test func `the request below the form follows the focus and every key`() {
    var driver = Driver(typing: "<A-3>")
    #expect(driver.screen.contains("▌   \"format\": {") || driver.screen.contains("▌     \"type\""))
    driver.type("<Tab><Right><Right>")
    #expect(driver.screen.contains("▌     \"compression\": \"snappy\""), "\(driver.screen)")
  }

  @Test func `the steps keep their places while typing`() {
    var driver = Driver()
    func places(_ driver: Driver) -> [Int] {
      let line = Array(driver.screen.prefix { $0 != "\n" })
      return Step.allCases.compactMap { step in
        let name = Array("\(step.number) \(step.title)")
        return line.indices.first { line[$0...].starts(with: name) }
      }
    }
    let start = places(driver)
    #expect(start.count == 5)
    for keys in ["my-sink", "<Tab>", "<A-2>", "x<Tab>", "<A-4><Enter>a", "<A-5>", "<A-1>"] {
      driver.type(keys)
      #expect(places(driver) == start, "\(driver.screen)")
    }
  }

  @Test func `a step counts its required values, and is never complete without them`() {
    var driver = Driver(typing: "x<A-2>")
    #expect(driver.screen.contains("─ 1 of 4 required ─"))
    driver.type("bucket<Tab>")
    #expect(driver.screen.contains("─ 2 of 4 required ─"))
    #expect(!driver.screen.contains("complete"))
  }

  @Test func `the review is open while a variable is not set`() {
    var driver = Driver(target: .available("api.example"))
    driver.type("x<A-2>b-cket</config/credentials/access_key_id>${A}<Tab>${B}<A-5>")
    #expect(driver.wizard.state(of: .review).errors == 0)
    #expect(driver.screen.contains("[5 Review ●"), "\(driver.screen)")
    #expect(driver.screen.contains("needs: $A, $B"), "\(driver.screen)")
  }

  @Test(arguments: [60, 80, 120, 200])
  func `nested columns keep their lines at any width`(columns: Int) {
    var driver = Driver(typing: Self.nested, rows: 24, columns: columns)
    for _ in 0..<2 {
      for line in ["├ name", "└ mail", "└ each item"] {
        #expect(driver.screen.contains(line), "\(driver.screen)")
      }
      guard columns >= 100 else { return }
      driver.type("<F2>")
    }
  }

  @Test func `signs are words in ASCII, and only required values have an asterisk`() {
    var driver = Driver(typing: "my_sink<A-4><Enter>a<Tab>s<A-m><A-2><Tab><A-r>")
    driver.wizard.useASCII()
    driver.type("<A-1>")
    #expect(driver.canvas.inASCII.text.contains("1 Sink ok"))
    driver.type("<A-2>x<Tab><Tab><Tab>")
    let text = driver.canvas.inASCII.text
    #expect(text.contains("*ERR"), "\(text)")
    #expect(text.allSatisfy { $0.isASCII })
    for line in text.split(separator: "\n") where line.contains("*") {
      #expect(
        ["Bucket", "Account ID", "Access key", "Secret access"].contains { line.contains($0) })
    }
  }

  @Test(arguments: [60, 80, 120])
  func `the keys of a dialog are whole`(columns: Int) {
    for keys in ["<F1>", "<C-s>", "<C-t>", "<A-3><Tab> ", "x<C-q>", "x<C-x>"] {
      let driver = Driver(typing: keys, rows: 24, columns: columns)
      let footer = driver.wizard.overlay?.footer(in: driver.wizard) ?? []
      #expect(!footer.isEmpty)
      for item in footer {
        #expect(driver.screen.contains("\(item.label) \(item.text)".trimmingPrefix(" ")), "\(keys)")
      }
    }
  }

  @Test func `the help has two columns where it is wide`() {
    let driver = Driver(typing: "<F1>", rows: 40, columns: 160)
    let rows = HelpPage().rows(in: driver.wizard)
    #expect(rows.filter { $0.count == 2 }.count > rows.count - 3)
    for cell in rows.joined() {
      #expect(driver.screen.contains(cell.text), "\(driver.screen)")
    }
  }

  @Test func `Enter presses the marked button, which is the harmless one at first`() {
    var driver = Driver(typing: "x<C-q>")
    #expect(driver.screen.contains("▸ n  "))
    driver.type("<Enter>")
    #expect(driver.wizard.overlay == nil && driver.effects.isEmpty)
    driver.type("<C-q><Left>")
    #expect(driver.screen.contains("▸ y  "))
    driver.type("<Enter>")
    #expect(driver.effects == [.leave])
  }
}
