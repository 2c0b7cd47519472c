import Glibc
import SchemaInference
import Screen
import SinkSpec
import Wizard

/// The messages of `infer` on standard error.
struct InferMessages {
  let name: String
  private let inference: Inference

  init(name: String, _ inference: Inference) {
    self.name = name
    self.inference = inference
  }

  /// Prints the events that could not be read, in the format of `check`.
  func printBroken() {
    for event in inference.broken {
      say("\(name):\(event.line):\(event.column): error: \(event.message) [event]")
    }
    let rest = inference.brokenCount - inference.broken.count
    if rest > 0 { say("\(name): \(rest) more events could not be read") }
  }

  /// Prints why no schema can be inferred from the input.
  func printRefusal(_ sentence: String) { Console.say("\(name) \(sentence)") }

  func printNothing() {
    let broken = Wizard.count(inference.brokenCount, "event") ?? "nothing"
    say(
      inference.events == 0
        ? "\(name): no event could be read, so there is no schema"
        : "\(name): \(broken) could not be read, so there is no schema (--strict)")
  }

  /// Prints warnings and notes about columns, one line for many columns with the same problem.
  func printDiagnostics(_ proposal: SchemaProposal) {
    printWhole(proposal)
    let located = proposal.namedColumns.flatMap { name, column in
      column.diagnostics.map { (column: name, diagnostic: $0) }
    }
    let groups = Dictionary(grouping: located, by: \.diagnostic.group)
    var printed = Set<String>()
    for (column, diagnostic) in located {
      let group = groups[diagnostic.group, default: []]
      guard group.count > Self.groupLimit else {
        say("\(name): \(diagnostic.severity.rawValue): \(column): \(diagnostic.text)")
        continue
      }
      guard printed.insert(diagnostic.group).inserted else { continue }
      let names = group.prefix(Self.groupLimit).map(\.column).joined(separator: ", ")
      say(
        "\(name): \(diagnostic.severity.rawValue): \(Count.of(group.count, "column")) (\(names), …): "
          + diagnostic.group)
    }
  }

  /// The maximum number of columns with the same problem that get a line each.
  private static let groupLimit = 3

  /// Prints each column that `--epochs` turned into a timestamp, and the columns it left alone.
  func printEpochs(_ proposal: SchemaProposal) {
    var left: [String] = []
    for (column, field) in proposal.namedColumns {
      guard let evidence = field.evidence, let unit = evidence.epochUnit else { continue }
      if field.isOf(.timestamp) {
        let example = evidence.examples.first.map { ", such as \($0)" } ?? ""
        say("\(name): note: \(column): integers read as timestamps in \(unit)s\(example)")
      } else {
        left.append(column)
      }
    }
    guard !left.isEmpty else { return }
    let names = left.prefix(12).joined(separator: ", ") + (left.count > 12 ? ", …" : "")
    say(
      "\(name): note: \(Count.of(left.count, "column")) left as int64 (\(names)): named like "
        + "identifiers, or far from the other times")
  }

  /// Prints each column with its evidence and the reason for its type.
  func explain(_ proposal: SchemaProposal) {
    say("\(name): \(proposal.source), \(Count.of(proposal.columns.count, "column"))")
    printWhole(proposal)
    explain(proposal.columns, indent: "  ")
  }

  /// Prints diagnostics about the whole input, except unreadable events, which were reported one by
  /// one.
  private func printWhole(_ proposal: SchemaProposal) {
    for diagnostic in proposal.diagnostics where diagnostic != inference.brokenDiagnostic {
      say("\(name): \(diagnostic.severity.rawValue): \(diagnostic.text)")
    }
  }

  private func explain(_ columns: some Sequence<SchemaField>, indent: String) {
    for column in columns {
      let unit = column.unit.setText.map { " in \($0)s" } ?? ""
      let required = column.isRequired ? ", required" : ""
      let name = column.name.setText ?? "each item"
      say("\(indent)\(name): \(column.type.text)\(unit)\(required)")
      if let evidence = column.evidence { say("\(indent)    \(evidence.sentence)") }
      for diagnostic in column.diagnostics {
        say("\(indent)    \(diagnostic.severity.rawValue): \(diagnostic.text)")
      }
      explain(Array(column.children) + column.item, indent: indent + "  ")
    }
  }

  private func say(_ line: String) {
    FileContents.writeAll(Array((TerminalText.printable(line) + "\n").utf8), to: 2)
  }
}
