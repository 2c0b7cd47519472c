import SinkSpec

/// The named types of an Avro schema or protocol, which may be used before their definition.
struct AvroNames {
  /// The definitions by full name.
  private(set) var definitions: [String: JSONDocument.Index] = [:]
  /// The namespace that encloses each definition.
  private var surroundings: [JSONDocument.Index: String] = [:]
  /// The full names that each record references.
  private var references: [JSONDocument.Index: Set<String>] = [:]
  private let document: JSONDocument

  init(in document: JSONDocument, from root: JSONDocument.Index = .root) {
    self.document = document
    collect(from: root)
  }

  /// Collects all types; iterative, so that deep nesting cannot overflow the stack.
  private mutating func collect(from root: JSONDocument.Index) {
    var rest: [(index: JSONDocument.Index, namespace: String, record: JSONDocument.Index?)] =
      [(root, "", nil)]
    while let (index, namespace, record) = rest.popLast() {
      switch document.kind(index) {
      case .array: rest += document.elements(index).map { ($0, namespace, record) }
      case .string:
        let name = document.string(index) ?? ""
        if let record {
          references[record, default: []].formUnion([Self.fullName(name, in: namespace), name])
        }
      case .object:
        let own = document.text("name", of: index)
        let isDefinition =
          own?.isEmpty == false
          && ["record", "error", "enum", "fixed"].contains(
            document.text("type", of: index) ?? "")
        var inside = document.text("namespace", of: index) ?? namespace
        var holder = record
        if isDefinition {
          let name = Self.fullName(of: index, in: namespace, document)
          if definitions[name] == nil { definitions[name] = index }
          surroundings[index] = namespace
          inside = Self.namespace(of: name)
          holder = index
        }
        for member in ["type", "items", "values", "fields", "types"] {
          guard let value = document.member(member, of: index) else { continue }
          rest.append((value, inside, holder))
        }
      default: break
      }
    }
  }

  /// Returns the namespace that encloses a definition.
  func namespace(around definition: JSONDocument.Index) -> String {
    surroundings[definition] ?? ""
  }

  /// Returns the records that no other record of the list references.
  func unreferenced(among records: [JSONDocument.Index]) -> [JSONDocument.Index] {
    records.filter { record in
      let name = Self.fullName(of: record, in: namespace(around: record), document)
      return !records.contains { $0 != record && references[$0]?.contains(name) == true }
    }
  }

  // MARK: Names

  /// Returns the full name: a dotted name as is, any other name qualified with the namespace.
  static func fullName(_ name: String, in namespace: String) -> String {
    name.contains(".") || namespace.isEmpty ? name : "\(namespace).\(name)"
  }

  static func fullName(
    of index: JSONDocument.Index, in namespace: String, _ document: JSONDocument
  ) -> String {
    fullName(
      document.text("name", of: index) ?? "",
      in: document.text("namespace", of: index) ?? namespace)
  }

  static func namespace(of fullName: String) -> String {
    fullName.lastIndex(of: ".").map { String(fullName[..<$0]) } ?? ""
  }
}
