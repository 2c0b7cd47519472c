import SinkSpec

/// A slow reference implementation that inspects all values of a column at once.
enum ReferenceInference {
  typealias Value = (document: JSONDocument, index: JSONDocument.Index)

  static func columns(of objects: [Value]) -> String {
    var names: [String] = []
    var values: [String: [Value]] = [:]
    var present: [String: Int] = [:]
    for (document, index) in objects {
      var own = Set<String>()
      for member in document.members(index) {
        let name = document.string(member.name) ?? ""
        if values[name] == nil { names.append(name) }
        values[name, default: []].append((document, member.value))
        own.insert(name)
      }
      for name in own { present[name, default: 0] += 1 }
    }
    return names.map { name in
      let own = values[name] ?? []
      let isRequired =
        present[name] == objects.count && !own.contains { $0.document.kind($0.index) == .null }
      return "\(name):\(type(of: own))\(isRequired ? "!" : "")"
    }.joined(separator: " ")
  }

  private static func type(of all: [Value]) -> String {
    let values = all.filter { $0.document.kind($0.index) != .null }
    let kinds = Set(values.map { kind($0) })
    switch kinds {
    case []: return "json"
    case ["bool"], ["int64"], ["timestamp"]: return kinds.first ?? ""
    case _ where kinds.isSubset(of: ["int64", "big"]): return "json"
    case _ where kinds.isSubset(of: ["int64", "big", "float64"]): return "float64"
    case _ where kinds.isSubset(of: ["string", "timestamp"]): return "string"
    case ["object"]:
      let inside = columns(of: values)
      return inside.isEmpty ? "json" : "struct(\(inside))"
    case ["list"]:
      let items = values.flatMap { value in
        value.document.elements(value.index).map { (value.document, $0) }
      }
      let groups = Set(items.filter { $0.0.kind($0.1) != .null }.map { group(kind($0)) })
      return items.isEmpty || groups.count > 1 ? "json" : "list(:\(type(of: items)))"
    default: return "json"
    }
  }

  private static func group(_ kind: String) -> String {
    switch kind {
    case "int64", "big", "float64": "number"
    case "string", "timestamp": "text"
    default: kind
    }
  }

  private static func kind(_ value: Value) -> String {
    let (document, index) = value
    switch document.kind(index) {
    case .object: return "object"
    case .array: return "list"
    case .string:
      return Timestamp(rfc3339: document.string(index) ?? "") == nil ? "string" : "timestamp"
    case .number:
      let literal = document.literal(index)
      if literal.contains(where: { ".eE".contains($0) }) { return "float64" }
      return Int64(literal) == nil ? "big" : "int64"
    case .null: return "null"
    default: return "bool"
    }
  }
}
