import Foundation
import Testing

extension EndToEnd {
  /// Tests the mouse with a terminal's reports.
  @Suite struct MouseRunTests {
    @Test func `fills in a sink with clicks and a few keys`() throws {
      let wizard = try WizardRun(
        "\(Program.keys) sinkwizard --sandbox --mouse", columns: 120, rows: 40)
      let terminal = wizard.terminal
      try wizard.wait(for: "hold Shift to select text")
      #expect(try terminal.reportsMouse)
      try wizard.type("my_snk")
      try wizard.wait(for: "my_snk")
      try terminal.click("my_snk", character: 4)
      try wizard.type("i")
      try wizard.wait(for: "7/128")
      try terminal.click("2 Destination")
      try wizard.wait(for: "[2 Destination")
      try terminal.click("Bucket ")
      try wizard.type("logs<Tab>")
      try terminal.click("Access key ID")
      try wizard.type("<Right><Tab><Right>")
      try wizard.wait(for: "${R2_SECRET_ACCESS_KEY}")
      try terminal.click("3 Format")
      try wizard.wait(for: "[3 Format")
      try terminal.click("Compression")
      try wizard.wait(for: "▸ Compression")
      try terminal.click("Compression")
      try wizard.wait(for: "Enter accept")
      try terminal.click("gzip")
      try wizard.wait(for: "\"compression\": \"gzip\"")
      try terminal.click("\"bucket\"")
      try wizard.wait(for: "▸ Bucket")
      try terminal.click("5 Review")
      // The checks of the account add rows above the button.
      try wizard.wait(for: "? permissions")
      try terminal.click("[ Create sink ]")
      try wizard.wait(for: "Create this sink?")
      try wizard.type("y")
      try wizard.wait(for: "Created: my_sink")
      try terminal.click("Enter quit and print it")
      let outcome = try wizard.end()
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\"name\": \"my_sink\""))
      #expect(try !terminal.reportsMouse)
    }

    @Test func `is off at first, toggles with F4, and ignores reports while off`()
      throws
    {
      let wizard = try WizardRun()
      #expect(try !wizard.terminal.reportsMouse)
      try wizard.terminal.click("3 Format")
      try wizard.type("x")
      try wizard.wait(for: "▸ Name              *  x")
      try wizard.type("<F4>")
      try wizard.wait(for: "F4 turns it off")
      #expect(try wizard.terminal.reportsMouse)
      try wizard.terminal.click("3 Format")
      try wizard.wait(for: "[3 Format")
      try wizard.terminal.click("F1 help")
      try wizard.wait(for: "Esc close")
      try wizard.terminal.point(button: 65, row: 10, column: 40)
      try wizard.terminal.wait("scrolls") { !$0.contains("│ Format · /format/type") }
      try wizard.terminal.point(button: 64, row: 10, column: 40)
      try wizard.wait(for: "│ Format · /format/type")
      try wizard.type("<F1><F4>")
      try wizard.wait(for: "F4 turns it on")
      #expect(try !wizard.terminal.reportsMouse)
      _ = try wizard.end(typing: "<C-q>y")
    }
  }
}
