import SchemaImport
import SinkSpec
import Testing

/// Tests JSON Schemas that are composed of others, by reference or inline.
struct CompositionTests {
  @Test(arguments: [
    // Parts in another file: a struct would lose their members, which are unknown.
    (
      #"{"properties": {"a": {"allOf": [{"$ref": "b.json"}, {"properties": {"x": {"type": "string"}}}]}}}"#,
      "a:json?"
    ),
    (
      #"{"properties": {"a": {"$ref": "b.json", "properties": {"x": {"type": "string"}}}}}"#,
      "a:json?"
    ),
    (
      #"{"properties": {"a": {"type": "array", "items": {"allOf": [{"$ref": "b.json"}, {"properties": {"x": {}}}]}}}}"#,
      "a:list(:json?)"
    ),
    (#"{"properties": {"a": {"allOf": [{"$ref": "b.json"}, {"type": "string"}]}}}"#, "a:string?"),
    (#"{"required": ["a"], "properties": {"a": {"$ref": "b.json"}}}"#, "a:json?"),
    // Alternatives next to properties, and at the top.
    (
      #"{"properties": {"id": {"type": "string"}}, "required": ["id"], "oneOf": [{"properties": {"x": {"type": "integer"}}, "required": ["x"]}, {"properties": {"y": {"type": "string"}}}]}"#,
      "id:string! x:int64 y:string"
    ),
    (
      #"{"oneOf": [{"properties": {"k": {"const": "a"}, "x": {"type": "integer"}}, "required": ["k", "x"]}, {"properties": {"k": {"const": "b"}, "y": {"type": "string"}}, "required": ["k", "y"]}]}"#,
      "k:string! x:int64 y:string"
    ),
    (
      #"{"type": "object", "anyOf": [{"properties": {"x": {"type": "integer"}}}, {"properties": {"y": {"type": "string"}}}]}"#,
      "x:int64 y:string"
    ),
    (
      #"{"type": "object", "properties": {"a": {"type": "string"}}, "anyOf": [{"required": ["a"]}, {"properties": {"y": {"type": "string"}}, "required": ["y"]}]}"#,
      "a:string y:string"
    ),
    (
      #"{"properties": {"a": {"type": "string"}}, "if": {"properties": {"a": {"const": "x"}}}, "then": {"properties": {"b": {"type": "integer"}}, "required": ["b"]}, "else": {"properties": {"c": {"type": "boolean"}}}}"#,
      "a:string b:int64 c:bool"
    ),
    (
      #"{"properties": {"a": {"type": "string"}}, "dependentSchemas": {"a": {"properties": {"b": {"type": "integer"}}}}}"#,
      "a:string b:int64"
    ),
    (
      #"{"properties": {"a": {"type": "string"}}, "dependencies": {"a": {"properties": {"b": {"type": "integer"}}}, "b": ["a"]}}"#,
      "a:string b:int64"
    ),
    (
      #"{"oneOf": [{"properties": {"v": {"type": "integer"}}}, {"properties": {"v": {"type": "number"}}}]}"#,
      "v:float64?"
    ),
    (
      #"{"oneOf": [{"properties": {"v": {"type": "integer"}}}, {"properties": {"v": {"type": "string"}}}]}"#,
      "v:json?"
    ),
    (
      ##"{"$ref": "#/$defs/base", "$defs": {"base": {"properties": {"k": {"type": "string"}}, "oneOf": [{"$ref": "#/$defs/one"}]}, "one": {"allOf": [{"$ref": "#/$defs/base"}, {"properties": {"x": {"type": "integer"}}}]}}}"##,
      "k:string x:int64"
    ),
    // Nullability.
    (#"{"required": ["s"], "properties": {"s": {"enum": ["a", null]}}}"#, "s:string"),
    (#"{"required": ["s"], "properties": {"s": {"enum": [1, 2, null]}}}"#, "s:int64"),
    (#"{"required": ["s"], "properties": {"s": {"const": null}}}"#, "s:json"),
    (
      #"{"required": ["s"], "properties": {"s": {"type": "string", "nullable": true}}}"#, "s:string"
    ),
    (
      #"{"required": ["s"], "properties": {"s": {"nullable": true, "oneOf": [{"type": "string"}]}}}"#,
      "s:string"
    ),
    (#"{"required": ["s"], "properties": {"s": {}}}"#, "s:json"),
    (
      ##"{"properties": {"a": {"oneOf": [{"$ref": "#/definitions/Q"}, {"type": "null"}]}}, "required": ["a"], "definitions": {"Q": {"oneOf": [{"$ref": "#/definitions/P"}, {"type": "null"}]}, "P": {"properties": {"u": {"type": "string"}}}}}"##,
      "a:struct(u:string)"
    ),
    (
      #"{"properties": {"a": {"anyOf": [{"type": "null"}, {"anyOf": [{"type": "integer"}, {"type": "null"}]}]}}, "required": ["a"]}"#,
      "a:int64"
    ),
    (
      #"{"properties": {"a": {"allOf": [{"type": ["string", "null"]}, {"type": "string"}]}}, "required": ["a"]}"#,
      "a:string!"
    ),
    // Equal values get the type that `infer` gives them.
    (#"{"properties": {"a": {"anyOf": [{"type": "integer"}, {"type": "number"}]}}}"#, "a:float64?"),
    (
      #"{"properties": {"a": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string"}]}}}"#,
      "a:string"
    ),
    (
      #"{"properties": {"a": {"oneOf": [{"type": "string", "format": "date-time"}, {"type": "integer"}]}}}"#,
      "a:timestamp?"
    ),
    (
      #"{"properties": {"a": {"type": ["string", "integer"], "format": "date-time"}}}"#,
      "a:timestamp?"
    ),
    (#"{"properties": {"a": {"anyOf": [{"type": "boolean"}, {"const": true}]}}}"#, "a:bool"),
    (
      #"{"properties": {"a": {"oneOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "array", "items": {"type": "string"}}]}}}"#,
      "a:list(:json?)"
    ),
    (#"{"properties": {"a": {"allOf": [{"type": "number"}, {"type": "integer"}]}}}"#, "a:int64"),
    (#"{"properties": {"a": {"allOf": [{"type": "string"}, {"type": "integer"}]}}}"#, "a:json?"),
    // Members next to the properties.
    (
      #"{"properties": {"a": {"properties": {"x": {"type": "string"}}, "patternProperties": {"^y": {"type": "string"}}}}}"#,
      "a:struct(x:string)?"
    ),
    (
      #"{"properties": {"a": {"properties": {"x": {"type": "string"}}, "additionalProperties": {"type": "string"}}}}"#,
      "a:struct(x:string)?"
    ),
    (
      #"{"properties": {"a": {"properties": {"x": {"type": "string"}}, "additionalProperties": false}}}"#,
      "a:struct(x:string)"
    ),
    // Old drafts.
    (
      #"{"type": "object", "properties": {"a": {"type": "string", "required": true}, "b": {"type": "any"}}}"#,
      "a:string! b:json"
    ),
    (
      #"{"type": "object", "properties": {"a": {"type": ["string", {"type": "null"}]}}}"#,
      "a:string"
    ),
    (
      #"{"extends": {"properties": {"a": {"type": "string"}}}, "properties": {"b": {"type": "string"}}}"#,
      "b:string a:string"
    ),
  ])
  func `never narrows a column silently`(schema: String, columns: String) throws {
    #expect(try Imported.short(schema) == columns)
  }

  @Test(arguments: [
    (
      ##"{"$id": "http://x.test/root.json", "properties": {"a": {"$ref": "http://x.test/root.json#/$defs/n"}}, "$defs": {"n": {"type": "integer"}}}"##,
      "a:int64"
    ),
    (
      ##"{"$id": "http://x.test/root.json", "properties": {"a": {"$ref": "root.json#/$defs/n"}}, "$defs": {"n": {"type": "integer"}}}"##,
      "a:int64"
    ),
    (
      ##"{"id": "http://x.test/root.json#", "properties": {"a": {"$ref": "http://x.test/root.json#/definitions/n"}}, "definitions": {"n": {"type": "integer"}}}"##,
      "a:int64"
    ),
    (
      ##"{"properties": {"a": {"$ref": "#n"}}, "$defs": {"n": {"$anchor": "n", "type": "integer"}}}"##,
      "a:int64"
    ),
    (
      ##"{"properties": {"a": {"$dynamicRef": "#n"}}, "$defs": {"n": {"$dynamicAnchor": "n", "type": "integer"}}}"##,
      "a:int64"
    ),
    (
      ##"{"properties": {"a": {"$ref": "#n"}}, "definitions": {"n": {"id": "#n", "type": "integer"}}}"##,
      "a:int64"
    ),
    (
      #"{"properties": {"a": {"$ref": "http://x.test/n.json"}}, "$defs": {"n": {"$id": "http://x.test/n.json", "type": "integer"}}}"#,
      "a:int64"
    ),
    (
      #"{"properties": {"a": {"$ref": "http://x.test/n.json"}}, "definitions": {"http://x.test/n.json": {"type": "integer"}}}"#,
      "a:int64"
    ),
    (
      ##"{"$id": "http://x.test/d/root", "properties": {"a": {"$ref": "../n#/$defs/m"}}, "$defs": {"n": {"$id": "/n", "$defs": {"m": {"type": "integer"}}}}}"##,
      "a:int64"
    ),
    (
      ##"{"$id": "http://x.test/a", "properties": {"a": {"$ref": "n"}}, "$defs": {"n": {"$id": "n", "properties": {"x": {"$ref": "#k"}}, "$defs": {"k": {"$anchor": "k", "type": "integer"}}}}}"##,
      "a:struct(x:int64)"
    ),
    (
      #"{"$id": "urn:x:root", "properties": {"a": {"$ref": "urn:x:n"}}, "$defs": {"n": {"$id": "urn:x:n", "type": "integer"}}}"#,
      "a:int64"
    ),
    (
      #"{"$id": "http://x.test/root.json", "properties": {"a": {"$ref": "other.json"}}}"#, "a:json?"
    ),
    (
      ##"{"openapi": "3.0.0", "components": {"schemas": {"E": {"properties": {"a": {"$ref": "#/components/schemas/N"}}}, "N": {"properties": {"x": {"type": "string", "nullable": true}}, "required": ["x"]}}}}"##,
      "a:struct(x:string)"
    ),
    (
      ##"{"swagger": "2.0", "definitions": {"E": {"properties": {"a": {"type": "integer", "format": "int32"}}}}}"##,
      "a:int32"
    ),
    (
      ##"{"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"E": {"properties": {"a": {"type": "string"}}}}}"##,
      "a:string"
    ),
  ])
  func `resolves references within the file`(schema: String, columns: String) throws {
    #expect(try Imported.short(schema) == columns)
  }

  @Test func `distinguishes a target elsewhere from a missing one`() throws {
    let schema =
      ##"{"$id": "http://x.test/r", "properties": {"a": {"$ref": "o.json#/x"}, "b": {"$ref": "#/$defs/no"}}}"##
    let texts = try Imported.from(schema).columns.flatMap(\.diagnostics).map(\.text)
    #expect(
      texts == [
        "refers to o.json#/x, which is not in this file",
        "refers to #/$defs/no, which does not exist in this file",
      ])
  }

  @Test(arguments: ["allOf", "oneOf", "anyOf"])
  func `bounds compositions that grow exponentially`(keyword: String) throws {
    let definitions = (0..<40).map { level in
      let next = ##"{"$ref": "#/$defs/d\##(level + 1)"}"##
      return #""d\#(level)": {"\#(keyword)": [\#(next), {"\#(keyword)": [\#(next)]}]}"#
    }
    let schema = ##"""
      {"properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": {\##(definitions.joined(separator: ",")),
      "d40": {"properties": {"x": {"type": "string"}}}}}
      """##
    let columns = try Imported.from(schema).columns
    #expect(columns.count == 1)
  }
}
