import SchemaImport
import SinkSpec

/// Imported schemas in a compact notation.
enum Imported {
  static func from(_ text: String) throws -> SchemaProposal {
    try FileKind(of: Array(text.utf8)).proposal()
  }

  /// Returns a column as `name:type/unit(children)!`, with `?` if it has a warning.
  static func short(_ column: SchemaField) -> String {
    let inside = (Array(column.children) + column.item).map(short).joined(separator: " ")
    return [
      column.name.text, ":", column.type.text, column.unit.setText.map { "/\($0)" } ?? "",
      inside.isEmpty ? "" : "(\(inside))", column.isRequired ? "!" : "",
      column.diagnostics.isEmpty ? "" : "?",
    ].joined()
  }

  static func short(_ text: String) throws -> String {
    try from(text).columns.map(short).joined(separator: " ")
  }
}
