import SinkSpec

/// What can be done to all marked columns at once.
package enum MarkedChange: Hashable, Sendable {
  case required(Entry)
  case delete
  /// One of the types that a column can have.
  case type(String)

  /// In the order of the list that asks for it.
  static let all: [MarkedChange] =
    [.required(.text("true")), .required(.text("false")), .required(.notSet), .delete]
    + SchemaFieldDescription.type.choices.map { .type($0.value) }

  /// What it is called, and found by.
  var name: String {
    switch self {
    case .required(.text("true")): "required yes"
    case .required(.text): "required no"
    case .required: "required not set"
    case .delete: "delete"
    case .type(let type): "type \(type)"
    }
  }

  var help: String {
    switch self {
    case .required(.text("true")): "every event must have them"
    case .required(.text): "events may lack them"
    case .required: "as the service does without it"
    case .delete: "takes them out of the schema"
    case .type(let type): SchemaFieldDescription.type.choices.first { $0.value == type }?.help ?? ""
    }
  }
}
