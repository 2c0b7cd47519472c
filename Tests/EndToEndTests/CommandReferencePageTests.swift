import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Tests the page of commands and options, which is generated from the argument parser.
  @Suite struct CommandReferencePageTests {
    @Test func `the command page is current`() throws {
      let page = ReferencePage(
        name: "commands", title: "Commands", source: "the command-line parser",
        body: """
          Shared options that a command ignores are accepted, so that scripts can pass them everywhere;
          `--help-hidden` lists them.

          \(try commands().map(section).joined(separator: "\n"))
          """)
      #expect(try page.isCurrent, "renew it: \(ReferencePage.renewal)")
    }

    private func commands() throws -> [CommandDump.Command] {
      let dump = try Program.runWithoutTerminal(
        "sinkwizard --experimental-dump-help", in: Folder())
      return try JSONDecoder().decode(CommandDump.self, from: Data(dump.output.utf8)).command.all
    }

    private func section(_ command: CommandDump.Command) -> String {
      "## `\(command.path)`\n\n"
        + [command.abstract, command.discussion.map(withCodeBlocks)].compactMap { $0 }
        .joined(separator: "\n\n") + "\n" + tables(of: command.arguments ?? [])
    }

    /// Returns the text with its indented lines as code blocks.
    private func withCodeBlocks(_ text: String) -> String {
      text.components(separatedBy: "\n\n").map { paragraph in
        let lines = paragraph.components(separatedBy: "\n")
        guard let start = lines.firstIndex(where: { $0.hasPrefix("  ") }) else { return paragraph }
        let language = lines[0] == "Examples:" ? "sh" : ""
        let code = ["```" + language] + lines[start...].map { String($0.dropFirst(2)) } + ["```"]
        return (start == 0 ? code : Array(lines[..<start]) + [""] + code).joined(separator: "\n")
      }.joined(separator: "\n\n")
    }

    /// Returns a table for each titled group, in help order.
    private func tables(of arguments: [CommandDump.Argument]) -> String {
      let shown = arguments.filter {
        $0.shouldDisplay && !["help", "version"].contains($0.preferredName?.name)
      }
      var titles: [String] = []
      for argument in shown where !titles.contains(argument.sectionTitle ?? "") {
        titles.append(argument.sectionTitle ?? "")
      }
      return titles.map { title in
        "\n" + ReferencePage.head([title.isEmpty ? "Argument" : title, "Meaning"])
          + shown.filter { ($0.sectionTitle ?? "") == title }.map(row).joined()
      }.joined()
    }

    private func row(_ argument: CommandDump.Argument) -> String {
      var meaning = ReferencePage.escaped(
        [argument.abstract, argument.discussion].compactMap { $0 }.joined(separator: " "))
      if let values = argument.allValues, !values.isEmpty {
        meaning += " One of \(values.map { "`\($0)`" }.joined(separator: ", "))."
      }
      if let value = argument.defaultValue, argument.kind != "flag" {
        meaning += " Default: `\(value)`."
      }
      return ReferencePage.row(["`\(argument.usage)`", meaning])
    }
  }
}
