import Foundation

/// A page of the manual in section 1, made from the description of a command.
struct ManualPage {
  /// The page's name, such as `sinkwizard-sinks-list`.
  let name: String
  /// The page in the man(7) macros.
  let text: String

  /// Creates the page of a command.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - version: The program's version.
  init(of command: CommandDump.Command, version: String) {
    let name = Self.name(of: command)
    self.name = name
    let blocks = (command.discussion ?? "").components(separatedBy: "\n\n").map(Block.init)
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    let subcommands = (command.subcommands ?? []).filter { $0.commandName != "help" }
    let abstract = command.abstract ?? ""
    var sections = [
      #".TH \#(name.uppercased()) 1 "" "sinkwizard \#(version)" "User Commands""#,
      ".SH NAME\n\(name) \\- \(Self.escaped(Self.summary(abstract)))",
      ".SH SYNOPSIS\n\(Self.synopsis(of: command, arguments, subcommands))",
    ]
    let paragraphs = blocks.filter { $0.title == nil }.map(\.roff)
    if !paragraphs.isEmpty {
      sections.append(".SH DESCRIPTION\n" + paragraphs.joined(separator: "\n.PP\n"))
    }
    if !subcommands.isEmpty {
      let rows = subcommands.map {
        ".TP\n.BR \(Self.name(of: $0).replacing("-", with: "\\-")) (1)\n\(Self.escaped($0.abstract ?? ""))"
      }
      sections.append(".SH COMMANDS\n" + rows.joined(separator: "\n"))
    }
    sections += Self.options(arguments)
    sections += blocks.compactMap { block in
      block.title.map { ".SH \($0.uppercased())\n\(block.roff)" }
    }
    let others = ["sinkwizard", "sinkwizard-new", "sinkwizard-fields"].filter { $0 != name }
    sections.append(
      ".SH SEE ALSO\n"
        + others.map { ".BR \($0.replacing("-", with: "\\-")) (1)" }.joined(separator: ",\n"))
    text = sections.joined(separator: "\n") + "\n"
  }

  private static func name(of command: CommandDump.Command) -> String {
    command.path.replacing(" ", with: "-")
  }

  /// Returns an abstract as the summary of a page: without a capital letter and a full stop.
  private static func summary(_ abstract: String) -> String {
    let text = abstract.prefix(1).lowercased() + abstract.dropFirst()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func synopsis(
    of command: CommandDump.Command, _ arguments: [CommandDump.Argument],
    _ subcommands: [CommandDump.Command]
  ) -> String {
    var words = [".B \(escaped(command.path))"]
    if !subcommands.isEmpty { words.append(".RI [ command ]") }
    if arguments.contains(where: { $0.kind != "positional" }) { words.append(".RI [ options ]") }
    for argument in arguments where argument.kind == "positional" {
      words.append(
        ".RI [ \(escaped(argument.valueName ?? "")) ]\(argument.isRepeating ? " ..." : "")")
    }
    return words.joined(separator: "\n")
  }

  /// Returns a section for the arguments without a title, and a subsection for each title.
  private static func options(_ arguments: [CommandDump.Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    var titles: [String] = [""]
    for argument in arguments where !titles.contains(argument.sectionTitle ?? "") {
      titles.append(argument.sectionTitle ?? "")
    }
    return [".SH OPTIONS"]
      + titles.flatMap { title in
        (title.isEmpty ? [] : [".SS \(title)"])
          + arguments.filter { ($0.sectionTitle ?? "") == title }.map(option)
      }
  }

  private static func option(_ argument: CommandDump.Argument) -> String {
    let value = argument.valueName ?? "value"
    let name = argument.preferredName.map { "\($0.kind == "short" ? "-" : "--")\($0.name)" } ?? ""
    let heading =
      switch argument.kind {
      case "positional": ".I \(escaped(value))"
      case "flag": ".B \(escaped(name))"
      default: ".BI \(escaped(name)) \" \(escaped(value))\""
      }
    var meaning = [argument.abstract, argument.discussion].compactMap { $0 }.joined(separator: " ")
    if let values = argument.allValues, !values.isEmpty {
      meaning += " One of \(values.joined(separator: ", "))."
    }
    if let value = argument.defaultValue, argument.kind != "flag" {
      meaning += " Default: \(value)."
    }
    return ".TP\n\(heading)\n\(escaped(meaning))"
  }

  /// A paragraph of a discussion, or a titled list such as `Examples:`.
  private struct Block {
    let title: String?
    private let lines: [String]

    init(_ text: String) {
      let lines = text.components(separatedBy: "\n")
      let isList = lines.count > 1 && lines[0].hasSuffix(":") && lines[1].hasPrefix("  ")
      title = isList ? String(lines[0].dropLast()) : nil
      self.lines = isList ? Array(lines.dropFirst()) : lines
    }

    var roff: String {
      let isVerbatim = title != nil || lines.contains { $0.hasPrefix("  ") }
      let text = lines.map { ManualPage.escaped($0) }.joined(separator: "\n")
      return isVerbatim ? ".nf\n\(text)\n.fi" : text
    }
  }

  /// Returns text without the characters that roff interprets.
  private static func escaped(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
