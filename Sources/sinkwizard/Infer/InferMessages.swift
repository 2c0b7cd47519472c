import Glibc
import SchemaInference
import Screen
import SinkSpec
import Wizard

/// What `infer` has to say beside the schema, on standard error.
struct InferMessages {
  let name: String
  private let inference: Inference

  init(name: String, _ inference: Inference) {
    self.name = name
    self.inference = inference
  }

  /// The events that could not be read, as `check` tells of places.
  func printBroken() {
    for event in inference.broken {
      say("\(name):\(event.line):\(event.column): error: \(event.message) [event]")
    }
    let rest = inference.brokenCount - inference.broken.count
    if rest > 0 { say("\(name): \(rest) more that could not be read") }
  }

  func printNothing() {
    let broken = Wizard.count(inference.brokenCount, "event") ?? "nothing"
    say(
      inference.events == 0
        ? "\(name): no event could be read, so there is no schema"
        : "\(name): \(broken) could not be read, so there is no schema (--strict)")
  }

  /// What speaks against columns, or what else they could be.
  func printDiagnostics(_ proposal: SchemaProposal) {
    printWhole(proposal)
    for (pointer, diagnostic) in proposal.located {
      say("\(name): \(diagnostic.severity.rawValue): \(pointer): \(diagnostic.text)")
    }
  }

  /// Each column with what was seen of it and why it has its type.
  func explain(_ proposal: SchemaProposal) {
    say("\(name): \(proposal.source), \(Count.of(proposal.columns.count, "column"))")
    printWhole(proposal)
    explain(proposal.columns, indent: "  ")
  }

  /// The remarks on the whole; that events could not be read has been told with their places.
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
