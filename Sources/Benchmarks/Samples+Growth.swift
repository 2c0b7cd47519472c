/// Inputs for ``Growth``.
extension Samples {
  private static func bytes(_ parts: [String]) -> [UInt8] {
    Array(parts.joined(separator: ",").utf8)
  }

  /// A JSON Schema with a definition for every property.
  static func definitions(count: Int) -> [UInt8] {
    let definitions = (0..<count).map { "\"d\($0)\":{\"type\":\"string\"}" }
    let properties = (0..<count).map { "\"p\($0)\":{\"$ref\":\"#/$defs/d\($0)\"}" }
    return Array("{\"type\":\"object\",\"$defs\":{".utf8) + bytes(definitions)
      + Array("},\"properties\":{".utf8) + bytes(properties) + Array("}}".utf8)
  }

  /// A JSON Schema in which every property refers to the next.
  static func ring(count: Int) -> [UInt8] {
    let properties = (0..<count).map {
      "\"p\($0)\":{\"$ref\":\"#/properties/p\(($0 + 1) % count)\"}"
    }
    return Array("{\"type\":\"object\",\"properties\":{".utf8) + bytes(properties)
      + Array("}}".utf8)
  }

  /// An event after leading spaces.
  static func blanks(count: Int) -> [UInt8] {
    [UInt8](repeating: 0x20, count: count) + Array("{\"a\":1}".utf8)
  }

  /// An event with many members.
  static func names(count: Int) -> [UInt8] {
    Array("{".utf8) + bytes((0..<count).map { "\"member_\($0)\":1" }) + Array("}".utf8)
  }

  /// A payload with unknown members.
  static func unknown(count: Int) -> [UInt8] {
    Array("{".utf8) + bytes((0..<count).map { "\"unknown_\($0)\":1" }) + Array("}".utf8)
  }

  /// A payload with members that are named like secrets.
  static func secrets(count: Int) -> [UInt8] {
    Array("{".utf8) + bytes((0..<count).map { "\"secret_\($0)\":\"x\"" }) + Array("}".utf8)
  }
}
