/// What rules that span several parameters need to know of the whole request.
package struct RequestFacts: Hashable, Sendable {
  /// The strings and numbers of the request outside its schema, by pointer; numbers as their digits.
  package private(set) var values: [Pointer: String] = [:]
  /// The account of the URL, when it is known.
  package let account: String?
  /// The members of `/format`, as text with all space removed, to compare with `/schema/format`.
  package private(set) var formatMembers: Set<String> = []

  package init(account: String? = nil) { self.account = account }

  /// Collects the facts of a request.
  ///
  /// - Parameters:
  ///   - document: the request, with or without its schema.
  ///   - account: the account of the URL, when it is known.
  package init(of document: JSONDocument, account: String?) {
    self.account = account
    for member in document.members(.root) {
      let name = document.string(member.name) ?? ""
      if name != "schema" { collect(document, member.value, at: Pointer.root.appending(name)) }
      if name == "format" { formatMembers = Self.memberTexts(document, member.value) }
    }
  }

  /// The members of an object as `name=literal`, whatever their order.
  static func memberTexts(_ document: JSONDocument, _ index: JSONDocument.Index) -> Set<String> {
    Set(
      document.members(index).map {
        (document.string($0.name) ?? "") + "=" + document.literal($0.value)
      })
  }

  private mutating func collect(
    _ document: JSONDocument, _ index: JSONDocument.Index, at pointer: Pointer, depth: Int = 0
  ) {
    switch document.kind(index) {
    case .string: values[pointer] = document.string(index)
    case .number, .true, .false: values[pointer] = document.literal(index)
    case .object where depth < 2:
      for member in document.members(index) {
        let name = document.string(member.name) ?? ""
        collect(document, member.value, at: pointer.appending(name), depth: depth + 1)
      }
    case .object, .array, .null: break
    }
  }

  /// The facts that the rules of the schema ask for, so that others can change without judging it anew.
  package var aboutSchema: RequestFacts {
    var facts = RequestFacts()
    let asked: [Pointer] = ["/type", "/format/type", "/format/unstructured"]
    facts.values = values.filter { asked.contains($0.key) }
    facts.formatMembers = formatMembers
    return facts
  }

  package subscript(pointer: Pointer) -> String? { values[pointer] }

  package var sinkType: String? { values["/type"] }
  package var formatType: String? { values["/format/type"] }
  /// Whether the sink's type is one that the reference knows.
  package var hasKnownType: Bool { sinkType == SinkType.r2 || isCatalog }
  package var isCatalog: Bool { sinkType == SinkType.catalog }

  /// The number at a pointer, when it is a whole one within uint64.
  package func number(_ pointer: Pointer) -> UInt64? { values[pointer].flatMap { UInt64($0) } }
}

/// The values of `/type`.
package enum SinkType {
  package static let r2 = "r2"
  package static let catalog = "r2_data_catalog"
}
