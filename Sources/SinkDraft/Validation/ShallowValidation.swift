import SinkSpec

/// What validation finds in one column, apart from its children and wherever it is.
struct ShallowValidation: Sendable {
  /// Whether the column has children that are part of the request.
  let hasChildren: Bool
  private(set) var summary = ColumnSummary.unknown
  /// In the order of the request; their pointers are relative to the column.
  private(set) var issues: [Issue] = []
  private(set) var totals = IssueTotals()
  /// The column's own lines in the request.
  private(set) var lineCount: Int
  /// How many of them come before those of the children.
  private(set) var linesBefore: Int

  /// - Parameters:
  ///   - column: the column.
  ///   - isItem: whether it is the item of a list, which needs no name.
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
    summary = found.heading
    issues = found.issues.filter { $0.pointer != placeholder } + column.warnings
    totals = IssueTotals(issues)
  }
}

/// The member of a column that holds columns again.
enum ChildSlot: String {
  case fields, items

  /// The pointer, relative to the column, of what stands in for the children.
  var placeholder: Pointer { self == .fields ? "/fields/0" : "/items" }
}

extension SchemaField {
  /// Where the column has children that are part of the request; nil without any.
  var childSlot: ChildSlot? {
    guard foreign == nil else { return nil }
    let slot: ChildSlot? =
      isStruct && !children.isEmpty ? .fields : isList && !item.isEmpty ? .items : nil
    return unknownMembers.contains { $0.name == slot?.rawValue } ? nil : slot
  }

  /// The column with something else in the place of its children.
  var withPlaceholder: SchemaField {
    guard let slot = childSlot else { return self }
    var placeholder = SchemaField(id: 0)
    placeholder.foreign = "0"
    var copy = self
    copy.children = slot == .fields ? [placeholder] : []
    copy.item = slot == .items ? [placeholder] : []
    return copy
  }

  /// The warnings among the remarks on the column; their pointers are relative to it.
  fileprivate var warnings: [Issue] {
    diagnostics.filter { $0.severity >= .warning }.map {
      Issue(severity: $0.severity, pointer: "/type", rule: "imported", message: $0.text)
    }
  }
}

extension RequestNode {
  /// The value as the document that would be sent; nil only when it is missing.
  var document: JSONDocument? {
    // What a file has in the wrong place may stand deeper in the request than in the file.
    try? JSONDocument(
      parsing: Array(text(secrets: .shown).utf8), depthLimit: 2 * JSONDocument.depthLimit)
  }

  /// The number of the first line of what a pointer names.
  func firstLine(of pointer: Pointer) -> Int? {
    lines(secrets: .masked).firstIndex { $0.pointer == pointer }
  }
}
