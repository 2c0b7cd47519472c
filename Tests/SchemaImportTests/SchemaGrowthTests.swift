import SchemaImport
import SinkSpec
import Testing

/// Tests that large schemas are imported in time proportional to their size.
struct SchemaGrowthTests {
  private static func schema(_ definitions: [String], _ properties: [String]) -> [UInt8] {
    Array(
      """
      {"type": "object", "$defs": {\(definitions.joined(separator: ","))},
      "properties": {\(properties.joined(separator: ","))}}
      """.utf8)
  }

  @Test(.timeLimit(.minutes(1))) func `imports as many references as definitions`() throws {
    let count = 15_000
    let bytes = Self.schema(
      (0..<count).map { ##""d\##($0)": {"type": "string"}"## },
      (0..<count).map { ##""p\##($0)": {"$ref": "#/$defs/d\##($0)"}"## })
    #expect(try FileKind(of: bytes).proposal().columns.count == count)
  }

  @Test(.timeLimit(.minutes(1))) func `imports a ring of references`() throws {
    let count = 19_000
    let bytes = Self.schema(
      [], (0..<count).map { ##""p\##($0)": {"$ref": "#/properties/p\##(($0 + 1) % count)"}"## })
    #expect(try FileKind(of: bytes).proposal().columns.count == count)
  }

  @Test(.timeLimit(.minutes(1))) func `resolves references into a long list`() throws {
    let count = 15_000
    let all = (0..<count).map { _ in #"{"type": "integer"}"# }.joined(separator: ",")
    let bytes = Self.schema(
      [#""list": {"anyOf": [\#(all)]}"#],
      (0..<count).map { ##""p\##($0)": {"$ref": "#/$defs/list/anyOf/\##($0)"}"## })
    #expect(try FileKind(of: bytes).proposal().columns.count == count)
  }
}
