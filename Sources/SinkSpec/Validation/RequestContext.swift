/// What rules that span several parameters need to know of the whole request.
package struct RequestContext: Hashable, Sendable {
  /// A value of the request outside its schema.
  private struct Value: Hashable {
    let pointer: Pointer
    /// The string, or the number's digits, or the boolean.
    let text: String
    let isString: Bool
  }

  /// The values that the description knows; few, so that looking through them is quick.
  private var values: [Value] = []
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
    collect(document, .root, as: SinkDescription.request)
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
    _ document: JSONDocument, _ object: JSONDocument.Index, as parameter: Parameter
  ) {
    var found = FoundMembers()
    for member in document.members(object) {
      guard let place = parameter.knownNames.place(of: member.name, in: document) else { continue }
      _ = found.insert(member, at: place, in: document)
    }
    for (place, member) in parameter.members.enumerated() where member.pointer != "/schema" {
      guard let value = found.value(place) else { continue }
      switch document.kind(value) {
      case .string: add(member, document.string(value) ?? "", isString: true)
      case .number, .true, .false: add(member, document.literal(value), isString: false)
      case .object:
        collect(document, value, as: member)
        if member.pointer == "/format" { formatMembers = Self.memberTexts(document, value) }
      case .array, .null: break
      }
    }
  }

  private mutating func add(_ member: Parameter, _ text: String, isString: Bool) {
    values.append(Value(pointer: member.pointer, text: text, isString: isString))
  }

  /// The facts that the rules of the schema ask for, so that others can change without validating it anew.
  package var aboutSchema: RequestContext {
    var facts = RequestContext()
    let asked: [Pointer] = ["/type", "/format/type", "/format/unstructured"]
    facts.values = values.filter { asked.contains($0.pointer) }
    facts.formatMembers = formatMembers
    return facts
  }

  /// The string at a pointer.
  package subscript(pointer: Pointer) -> String? {
    value(pointer).flatMap { $0.isString ? $0.text : nil }
  }

  private func value(_ pointer: Pointer) -> Value? { values.first { $0.pointer == pointer } }

  /// The number or the boolean at a pointer, as its text.
  private func literal(_ pointer: Pointer) -> String? {
    value(pointer).flatMap { $0.isString ? nil : $0.text }
  }

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
  package var isUnstructured: Bool {
    formatType == "json" && literal("/format/unstructured") == "true"
  }

  /// Whether there is a string, a number or a boolean at a pointer.
  func has(_ pointer: Pointer) -> Bool { value(pointer) != nil }

  /// The number at a pointer, when it is a whole one within uint64.
  package func number(_ pointer: Pointer) -> UInt64? { literal(pointer).flatMap { UInt64($0) } }
}
