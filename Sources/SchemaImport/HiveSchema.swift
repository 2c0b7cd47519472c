import SinkSpec

/// Imports the columns of a table in the AWS Glue Data Catalog, whose types are Hive's.
struct HiveSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()

  init(_ document: JSONDocument) { self.document = document }

  /// Returns the columns of a table, with partition columns last.
  mutating func columns(of table: JSONDocument.Index) -> [SchemaField] {
    let storage = document.member("StorageDescriptor", of: table) ?? table
    let lists = [
      document.member("Columns", of: storage), document.member("PartitionKeys", of: table),
    ]
    return lists.compactMap { $0 }.flatMap(document.elements).map { index in
      notes.ignore(membersOf: index, in: document, except: ["Name", "Type", "Parameters"])
      var parser = HiveTypeParser(document.text("Type", of: index) ?? "")
      let type = parser.wholeType(&notes)
      return type.column(
        name: document.text("Name", of: index), required: nil)
    }
  }
}

/// Parses a type of Hive such as `array<struct<a:int,b:decimal(10,2)>>`.
private struct HiveTypeParser {
  private let text: String
  private var rest: Substring

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  mutating func wholeType(_ notes: inout ImportNotes) -> ImportedType {
    guard !text.isEmpty else { return ImportedType(nil) }
    guard let type = type(&notes, depth: 1), rest.allSatisfy(\.isWhitespace) else {
      return .json("\(text.abbreviated) is not a Hive type; imported as json")
    }
    return type
  }

  /// Parses a type; nil if the text is not one.
  private mutating func type(_ notes: inout ImportNotes, depth: Int) -> ImportedType? {
    guard notes.admit(depth: depth) else { return .tooDeep }
    let name = word().lowercased()
    switch name {
    case "array":
      guard take("<"), let item = type(&notes, depth: depth + 1), take(">") else { return nil }
      return .list(of: item.column(name: nil, required: nil))
    case "map":
      guard take("<"), type(&notes, depth: depth + 1) != nil, take(","),
        type(&notes, depth: depth + 1) != nil, take(">")
      else { return nil }
      return .nearest(to: "map")
    case "struct": return object(&notes, depth: depth)
    default:
      if take("(") {
        rest = rest.drop { $0 != ")" }
        guard take(")") else { return nil }
      }
      return name.isEmpty ? nil : primitive(name, &notes)
    }
  }

  private mutating func object(_ notes: inout ImportNotes, depth: Int) -> ImportedType? {
    guard take("<") else { return nil }
    var fields: [SchemaField] = []
    repeat {
      let name = word()
      guard take(":"), let type = type(&notes, depth: depth + 1) else { return nil }
      fields.append(type.column(name: name, required: nil))
    } while take(",")
    return take(">") ? .object(fields) : nil
  }

  private func primitive(_ name: String, _ notes: inout ImportNotes) -> ImportedType {
    switch name {
    case "string", "char", "varchar": return ImportedType(.string)
    case "timestamp": return ImportedType(.timestamp)
    case "int", "integer", "bigint", "float", "double", "boolean", "binary":
      return .equivalent(of: name, &notes)
    default: return .nearest(to: name)
    }
  }

  private mutating func word() -> String {
    rest = rest.drop(while: \.isWhitespace)
    let word = rest.prefix { !"<>():,".contains($0) }
    rest = rest.dropFirst(word.count)
    return String(word).trimmed
  }

  private mutating func take(_ character: Character) -> Bool {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }
}

extension String {
  /// The text without trailing whitespace.
  fileprivate var trimmed: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
