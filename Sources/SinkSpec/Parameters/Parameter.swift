/// The description of one API parameter, shared by the form, the validator and the exporters.
///
/// Immutable. A class, so passing it is free.
package final class Parameter: Sendable {
  /// The kind of a parameter's value.
  package enum Kind: Sendable {
    case text
    /// A string that is hidden by default; `reference` names its default environment variable.
    case secret(reference: String)
    /// A chrono strftime pattern.
    case timePattern
    case choice([Choice])
    case flag
    /// A whole number of bytes within the bounds.
    case bytes(ClosedRange<UInt64>)
    /// A whole number of seconds within the bounds.
    case seconds(ClosedRange<UInt64>)
    case object([Parameter])
    /// An array of schema fields.
    case fieldList
    /// One schema field.
    case field
  }

  /// The condition under which a parameter is part of the request.
  package enum Condition: Hashable, Sendable {
    case always
    /// The sink has this type.
    case sinkType(String)
    /// The `type` member of the same object has this value.
    case ownType(String)
  }

  /// The pointer to the parameter's value; `*` matches any index.
  package let pointer: Pointer
  /// The member's name in its object.
  package let name: String
  package let kind: Kind
  package let isRequired: Bool
  /// Whether `null` is accepted, with the same meaning as omission.
  package let isNullable: Bool
  package let applies: Condition
  /// The form section with the parameter's field; nil for objects, which have no field.
  package let section: FormSection?
  package let label: String
  package let help: String
  package let example: String
  /// The value that a form offers for an empty field: the default if it can be written as a value,
  /// otherwise the example; nil if none is worth accepting.
  package let suggestion: String?
  /// A short description of the service's default.
  package let whenOmitted: String
  package let rules: [Rule]
  /// The rule against omitting a parameter that the API reference does not require.
  package let missingRule: MissingRule?

  /// The members of an object; empty for other kinds.
  package let members: [Parameter]
  /// The allowed values of a choice; empty for other kinds.
  package let choices: [Choice]
  /// The names of its members or choices, for lookup in a document.
  let knownNames: NameTable

  /// The indices of the members whose omission is an issue.
  let requiredIndices: [Int]
  /// The index of the `type` member, which determines the applicable members; nil without one.
  let typeIndex: Int?

  /// The rule against omitting an optional member.
  package struct MissingRule: Sendable {
    package let rule: String
    package let source: RuleSource
    package let message: String
  }

  package init(
    _ pointer: Pointer, _ kind: Kind, required: Bool = false, nullable: Bool = false,
    applies: Condition = .always, in section: FormSection? = nil, label: String = "",
    help: String = "", example: String = "", suggestion: String? = nil,
    whenOmitted: String = "", rules: [Rule] = [],
    missingRule: MissingRule? = nil
  ) {
    self.pointer = pointer
    name = pointer.lastToken
    self.kind = kind
    isRequired = required
    isNullable = nullable
    self.applies = applies
    self.section = section
    self.label = label
    self.help = help
    self.example = example
    let offered = suggestion ?? example
    self.suggestion = offered.isEmpty ? nil : offered
    self.whenOmitted = whenOmitted
    self.rules = rules
    self.missingRule = missingRule
    let members = if case .object(let members) = kind { members } else { [Parameter]() }
    let choices = if case .choice(let choices) = kind { choices } else { [Choice]() }
    self.members = members
    self.choices = choices
    knownNames = NameTable(members.map(\.name) + choices.map(\.value))
    typeIndex = pointer == .root ? nil : members.firstIndex { $0.name == "type" }
    requiredIndices = members.indices.filter {
      members[$0].isRequired || members[$0].missingRule != nil
    }
  }

  /// Returns the choice that a document's string names; nil for other values.
  func choice(_ index: JSONDocument.Index, in document: JSONDocument) -> String? {
    knownNames.index(of: index, in: document).map { choices[$0].value }
  }

  /// Whether its value is a scalar: not an object, list or column.
  package var isScalar: Bool {
    switch kind {
    case .object, .fieldList, .field: false
    case .text, .secret, .timePattern, .choice, .flag, .bytes, .seconds: true
    }
  }

  package var isFlag: Bool {
    if case .flag = kind { true } else { false }
  }

  package var isSecret: Bool {
    if case .secret = kind { true } else { false }
  }

  /// The default environment reference of a secret.
  package var defaultReference: String? {
    if case .secret(let reference) = kind { "${\(reference)}" } else { nil }
  }
}
