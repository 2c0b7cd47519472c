/// The type of a column: one from the API reference, or an unknown name.
package enum ColumnType: Hashable, Sendable {
  case int32, int64, float32, float64, bool, string, binary, timestamp, json, `struct`, list
  /// A name that is not in the API reference.
  case unknown(String)

  /// The types in the API reference, in its order.
  package static let known: [ColumnType] = [
    .int32, .int64, .float32, .float64, .bool, .string, .binary, .timestamp, .json, .struct, .list,
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

  package init(_ name: String) { self = Self.byName[name] ?? .unknown(name) }

  /// The name in a request, such as `int64`.
  package var name: String {
    switch self {
    case .int32: "int32"
    case .int64: "int64"
    case .float32: "float32"
    case .float64: "float64"
    case .bool: "bool"
    case .string: "string"
    case .binary: "binary"
    case .timestamp: "timestamp"
    case .json: "json"
    case .struct: "struct"
    case .list: "list"
    case .unknown(let name): name
    }
  }
}
