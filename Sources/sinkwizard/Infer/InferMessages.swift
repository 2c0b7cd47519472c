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

  func printNothing() {
    let broken = Wizard.count(inference.brokenCount, "event") ?? "nothing"
    say(
      inference.events == 0
        ? "\(name): no event could be read, so there is no schema"
        : "\(name): \(broken) could not be read, so there is no schema (--strict)")
  }

  /// Prints warnings and notes about columns.
  func printDiagnostics(_ proposal: SchemaProposal) {
    printWhole(proposal)
    for (pointer, diagnostic) in proposal.located {
      say("\(name): \(diagnostic.severity.rawValue): \(pointer): \(diagnostic.text)")
    }
  }

  /// Prints each column with its evidence and the reason for its type.
  func explain(_ proposal: SchemaProposal) {
    say("\(name): \(proposal.source), \(Count.of(proposal.columns.count, "column"))")
    printWhole(proposal)
    explain(proposal.columns, indent: "  ")
  }

  /// Prints diagnostics about the whole input; unreadable events were reported with their positions.
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
