import SinkSpec

/// The validation of one column without its children, independent of its position.
struct ShallowValidation: Sendable {
  /// The results that do not depend on the name, shared by columns that differ only in their names.
  final class Shared: Sendable {
    /// Whether the column has children that are part of the request.
    let hasChildren: Bool
    /// The issues in the order of the request; the pointers are relative to the column.
    let issues: [Issue]
    let totals: IssueTotals
    /// The number of lines in the request that belong to the column itself.
    let lineCount: Int
    /// The number of these lines that precede the lines of the children.
    let linesBefore: Int

    fileprivate init(_ column: SchemaField, _ node: RequestNode, _ issues: [Issue]) {
      let placeholder = column.childSlot?.placeholder
      let firstLine = placeholder.flatMap { node.firstLine(of: $0) }
      hasChildren = placeholder != nil
      self.issues = issues.filter { $0.pointer != placeholder }
      totals = IssueTotals(self.issues)
      lineCount = firstLine == nil ? node.lineCount : node.lineCount - 1
      linesBefore = firstLine ?? node.lineCount
    }
  }

  let shared: Shared
  let summary: ColumnSummary

  var hasChildren: Bool { shared.hasChildren }
  var issues: [Issue] { shared.issues }
  var totals: IssueTotals { shared.totals }
  var lineCount: Int { shared.lineCount }
  var linesBefore: Int { shared.linesBefore }

  /// Validates a column.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - isItem: Whether the column is the item of a list, which needs no name.
  init(_ column: SchemaField, isItem: Bool) {
    let node = column.withPlaceholder.node(at: .root, name: nil)
    let found = node.document.map { Validator.validateField($0, isItem: isItem) }
    summary = found?.summary ?? .unknown
    shared = Shared(column, node, found.map { $0.issues + column.warnings } ?? [])
  }

  private init(_ shared: Shared, _ summary: ColumnSummary) {
    self.shared = shared
    self.summary = summary
  }

  /// Returns the validation of a column that is equal except for its name.
  func named(_ name: String) -> ShallowValidation { .init(shared, summary.named(name)) }
}

/// The member of a column that contains nested columns.
enum ChildSlot: String {
  case fields, items

  /// The pointer of the placeholder for the children, relative to the column.
  var placeholder: Pointer { self == .fields ? "/fields/0" : "/items" }
}

extension SchemaField {
  /// The member that contains the children in the request; nil if there are none.
  var childSlot: ChildSlot? {
    guard raw == nil else { return nil }
    let slot: ChildSlot? =
      isStruct && !children.isEmpty ? .fields : isList && !item.isEmpty ? .items : nil
    return unknownMembers.contains { $0.name == slot?.rawValue } ? nil : slot
  }

  /// The column with a placeholder instead of its children.
  var withPlaceholder: SchemaField {
    guard let slot = childSlot else { return self }
    var placeholder = SchemaField(id: 0)
    placeholder.raw = "0"
    var copy = self
    copy.children = slot == .fields ? [placeholder] : []
    copy.item = slot == .items ? [placeholder] : []
    return copy
  }

  /// The warnings among the column's diagnostics; the pointers are relative to the column.
  fileprivate var warnings: [Issue] {
    diagnostics.filter { $0.severity >= .warning }.map {
      Issue(severity: $0.severity, pointer: "/type", rule: "imported", message: $0.text)
    }
  }
}

extension RequestNode {
  /// The value as the document that would be sent; nil only if it is missing.
  var document: JSONDocument? {
    // A misplaced value may be nested deeper in the request than in its file.
    try? JSONDocument(
      parsing: Array(text(secrets: .shown).utf8), depthLimit: 2 * JSONDocument.depthLimit)
  }

  /// Returns the first line of a pointer's value.
  func firstLine(of pointer: Pointer) -> Int? {
    lines(secrets: .masked).firstIndex { $0.pointer == pointer }
  }
}
