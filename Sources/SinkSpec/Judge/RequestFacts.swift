/// What rules that span several parameters need to know of the whole request.
package struct RequestFacts: Hashable, Sendable {
  /// The strings of the request outside its schema, by pointer.
  private var texts: [Pointer: String] = [:]
  /// The numbers, as their digits, and the booleans.
  private var literals: [Pointer: String] = [:]
  /// The account of the URL, when it is known.
  package let account: String?
  /// The members of `/format`, to compare with `/schema/format`; nil when it is no object.
  package private(set) var formatMembers: Set<String>?

  /// Facts of a request of which nothing else is known.
  package init(account: String? = nil) { self.account = account }

  /// Collects the facts of a request.
  ///
  /// - Parameters:
  ///   - document: the request, with or without its schema.
  ///   - account: the account of the URL, when it is known.
  package init(of document: JSONDocument, account: String?) {
    self.account = account
    for (name, value) in document.lastMembers(.root) where name != "schema" {
      collect(document, value, at: Pointer.root.appending(name))
      if name == "format", document.kind(value) == .object {
        formatMembers = Self.memberTexts(document, value)
      }
    }
  }

  /// The members of an object as `name=value`, whatever their order; null counts as left out.
  static func memberTexts(_ document: JSONDocument, _ index: JSONDocument.Index) -> Set<String> {
    Set(
      document.members(index).compactMap { member in
        guard document.kind(member.value) != .null else { return nil }
        let text = document.string(member.value).map { JSONText.string($0) }
        return (document.string(member.name) ?? "") + "="
          + (text ?? document.literal(member.value))
      })
  }

  private mutating func collect(
    _ document: JSONDocument, _ index: JSONDocument.Index, at pointer: Pointer, depth: Int = 0
  ) {
    switch document.kind(index) {
    case .string: texts[pointer] = document.string(index)
    case .number, .true, .false: literals[pointer] = document.literal(index)
    case .object where depth < 2:
      for (name, value) in document.lastMembers(index) {
        collect(document, value, at: pointer.appending(name), depth: depth + 1)
      }
    case .object, .array, .null: break
    }
  }

  /// The facts that the rules of the schema ask for, so that others can change without judging it anew.
  package var aboutSchema: RequestFacts {
    var facts = RequestFacts()
    let asked: [Pointer] = ["/type", "/format/type", "/format/unstructured"]
    facts.texts = texts.filter { asked.contains($0.key) }
    facts.literals = literals.filter { asked.contains($0.key) }
    facts.formatMembers = formatMembers
    return facts
  }

  /// The string at a pointer.
  package subscript(pointer: Pointer) -> String? { texts[pointer] }

  /// The value of `/type`, when it is a string.
  package var sinkType: String? { self["/type"] }
  /// The value of `/format/type`, when it is a string.
  package var formatType: String? { self["/format/type"] }
  /// Whether the sink's type is one that the reference knows.
  package var hasKnownType: Bool { isR2 || isCatalog }
  /// Whether the sink writes files into a bucket.
  package var isR2: Bool { sinkType == SinkType.r2 }
  /// Whether the sink writes a table of a Data Catalog.
  package var isCatalog: Bool { sinkType == SinkType.catalog }
  /// Whether the format is JSON without columns.
  var isUnstructured: Bool { formatType == "json" && literals["/format/unstructured"] == "true" }

  /// Whether there is a string, a number or a boolean at a pointer.
  func has(_ pointer: Pointer) -> Bool { texts[pointer] != nil || literals[pointer] != nil }

  /// The number at a pointer, when it is a whole one within uint64.
  package func number(_ pointer: Pointer) -> UInt64? { literals[pointer].flatMap { UInt64($0) } }
}
