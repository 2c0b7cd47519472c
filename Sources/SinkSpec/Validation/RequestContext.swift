/// The parts of the request needed by rules that span several parameters.
package struct RequestContext: Hashable, Sendable {
  /// A scalar of the request outside its schema.
  private struct Value: Hashable {
    let pointer: Pointer
    /// The string, the number's literal, or the boolean.
    let text: String
    let isString: Bool
  }

  /// The values of known parameters except the name, on which no rule of another parameter depends.
  ///
  /// There are few, so a linear search is fast.
  private var values: [Value] = []
  /// The account in the URL, if known.
  package let account: String?
  /// The members of `/format`, to compare with `/schema/format`; nil if it is not an object.
  package private(set) var formatMembers: Set<String>?

  /// Creates the context of an otherwise unknown request.
  package init(account: String? = nil) { self.account = account }

  /// Creates the context of a request.
  ///
  /// - Parameters:
  ///   - document: The request, with or without its schema.
  ///   - account: The account in the URL, if known.
  package init(of document: JSONDocument, account: String?) {
    self.init(of: [document], account: account)
  }

  /// Creates the context of a request in parts.
  ///
  /// - Parameters:
  ///   - parts: Objects with different members of the request, in reference order.
  ///   - account: The account in the URL, if known.
  package init(of parts: [JSONDocument], account: String?) {
    self.account = account
    for part in parts { collect(part, .root, as: SinkDescription.request) }
  }

  /// Returns the members of an object as `name=value`, ignoring order; null counts as omitted.
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
      guard let index = parameter.knownNames.index(of: member.name, in: document) else { continue }
      _ = found.insert(member, at: index, in: document)
    }
    for (index, member) in parameter.members.enumerated() {
      guard let value = found.value(index), member.pointer != "/name", member.pointer != "/schema"
      else { continue }
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

  /// The subset of the context that schema rules read.
  ///
  /// Other changes do not require revalidation.
  package var aboutSchema: RequestContext {
    var context = RequestContext()
    let relevant: [Pointer] = ["/type", "/format/type", "/format/unstructured"]
    context.values = values.filter { relevant.contains($0.pointer) }
    context.formatMembers = formatMembers
    return context
  }

  /// The string at a pointer.
  package subscript(pointer: Pointer) -> String? {
    value(pointer).flatMap { $0.isString ? $0.text : nil }
  }

  private func value(_ pointer: Pointer) -> Value? { values.first { $0.pointer == pointer } }

  /// Returns the literal of the number or boolean at a pointer.
  private func literal(_ pointer: Pointer) -> String? {
    value(pointer).flatMap { $0.isString ? nil : $0.text }
  }

  /// The value of `/type`, if it is a string.
  package var sinkType: String? { self["/type"] }
  /// The value of `/format/type`, if it is a string.
  package var formatType: String? { self["/format/type"] }
  /// Whether the sink's type is known.
  package var hasKnownType: Bool { isR2 || isCatalog }
  /// Whether the sink writes files to a bucket.
  package var isR2: Bool { sinkType == SinkType.r2 }
  /// Whether the sink writes a Data Catalog table.
  package var isCatalog: Bool { sinkType.map(SinkType.catalogs.contains) == true }
  /// Whether the format is JSON without columns.
  package var isUnstructured: Bool {
    formatType == "json" && literal("/format/unstructured") == "true"
  }

  /// Returns whether a pointer names a string, number or boolean.
  func has(_ pointer: Pointer) -> Bool { value(pointer) != nil }

  /// Returns the number at a pointer, if it is an integer that fits UInt64.
  package func number(_ pointer: Pointer) -> UInt64? { literal(pointer).flatMap { UInt64($0) } }
}
