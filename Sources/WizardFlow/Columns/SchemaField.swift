package import SinkSpec

/// A field of the schema as typed so far, with an identity that survives moving and renaming.
package struct SchemaField: Hashable, Sendable {
  package let id: Int
  package var name: Entry = .notSet
  package var type: Entry = .text("string") {
    // What had no place under the type before may have one now.
    didSet {
      guard strays.contains(where: \.isOutOfPlace) else { return }
      let members = Set(SchemaFieldDescription.members.filter { applies($0) }.map(\.name))
      strays.removeAll { $0.isOutOfPlace && members.contains($0.name) }
    }
  }
  package var required: Entry = .notSet
  package var unit: Entry = .notSet
  package var metadataKey: Entry = .notSet
  package var sqlName: Entry = .notSet
  /// The fields inside, for a struct; kept when the type changes.
  package var children: FieldList = []
  /// What each item is, for a list: none or one; kept when the type changes.
  package var item: [SchemaField] = []
  /// Members from a file that a field does not have, by name.
  package var strays: [FieldStray] = []
  /// The whole element as JSON text, when a file has something else than an object here.
  package var foreign: String?
  /// What it was proposed as; nil when it was typed or came with a payload.
  var origin: ColumnOrigin?

  package init(id: Int) { self.id = id }

  /// A member of a field that came from a file and has no cell.
  package struct FieldStray: Hashable, Sendable {
    package let name: String
    package let literal: String
    /// Whether the value is kept in its place too, and only the field's type has no such member.
    let isOutOfPlace: Bool

    /// The literal as a value of the request, hidden where it may be a secret.
    package var content: RequestNode.Content {
      guard literal.utf8.first == UInt8(ascii: "\""), SinkDescription.isNameOfSecret(name),
        let reference = SinkDescription.reference(forSecretAt: Pointer("/\(name)"), literal)
      else { return .literal(literal) }
      return .hidden(literal: literal, defaultReference: reference)
    }

    /// Whether it may be a secret.
    package var isHidden: Bool { if case .hidden = content { true } else { false } }

    init(name: String, literal: String, isOutOfPlace: Bool = false) {
      self.name = name
      self.literal = literal
      self.isOutOfPlace = isOutOfPlace
    }
  }

  /// The entry of a scalar member, by the member's name.
  package subscript(member: String) -> Entry {
    get {
      switch member {
      case "name": name
      case "type": type
      case "required": required
      case "unit": unit
      case "metadata_key": metadataKey
      case "sql_name": sqlName
      default: .notSet
      }
    }
    set {
      switch member {
      case "name": name = newValue
      case "type": type = newValue
      case "required": required = newValue
      case "unit": unit = newValue
      case "metadata_key": metadataKey = newValue
      case "sql_name": sqlName = newValue
      default: break
      }
    }
  }

  package var isStruct: Bool { type == .text("struct") }
  package var isList: Bool { type == .text("list") }

  /// Whether nothing has been given for it since it was added.
  package var isUntouched: Bool { self == SchemaField(id: id) }
}
