import SinkSpec

/// The validation of one column without its children, independent of its position.
struct ShallowValidation: Sendable {
  /// Whether the column has children that are part of the request.
  let hasChildren: Bool
  private(set) var summary = ColumnSummary.unknown
  /// The issues in the order of the request; the pointers are relative to the column.
  private(set) var issues: [Issue] = []
  private(set) var totals = IssueTotals()
  /// The number of lines in the request that belong to the column itself.
  private(set) var lineCount: Int
  /// The number of these lines that precede the lines of the children.
  private(set) var linesBefore: Int

  /// Validates a column.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - isItem: Whether the column is the item of a list, which needs no name.
  init(_ column: SchemaField, isItem: Bool) {
    let node = column.withPlaceholder.node(at: .root, name: nil)
    lineCount = node.lineCount
    linesBefore = lineCount
    let placeholder = column.childSlot?.placeholder
    hasChildren = placeholder != nil
    if let placeholder, let line = node.firstLine(of: placeholder) {
      lineCount -= 1
      linesBefore = line
    }
    guard let document = node.document else { return }
    let found = Validator.validateField(document, isItem: isItem)
    summary = found.summary
    issues = found.issues.filter { $0.pointer != placeholder } + column.warnings
    totals = IssueTotals(issues)
  }

  /// Returns the validation of a column that is equal except for its name.
  func named(_ name: String) -> ShallowValidation {
    var copy = self
    copy.summary = summary.named(name)
    return copy
  }
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
