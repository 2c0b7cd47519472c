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
    /// The sink has one of these types.
    case sinkTypes([String])
    /// The `type` member of the same object has one of these values.
    case ownTypes([String])

    /// Returns whether the condition lists a type of sink.
    package func names(sinkType: String) -> Bool {
      if case .sinkTypes(let types) = self { types.contains(sinkType) } else { false }
    }
  }

  /// A newer source of a parameter.
  package struct Addition: Hashable, Sendable {
    package let source: NewerSource
    /// The `type` values of the same object for which only the newer source has the parameter.
    package let ownTypes: [String]
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
  /// The pointer to the `type` that decides whether the parameter applies; nil if it always does.
  package let typePointer: Pointer?
  /// The form section with the parameter's field; nil for objects, which have no field.
  package let section: FormSection?
  package let label: String
  package let help: String
  package let example: String
  /// The value that a form offers for an empty field: the default if it can be written as a value,
  /// otherwise the example; nil if neither is worth accepting.
  package let suggestion: String?
  /// Common values of a text or number.
  package let presets: [Choice]
  /// A short description of the service's default.
  package let whenOmitted: String
  /// The JSON texts that a stored sink may have for an omitted parameter, apart from null and no
  /// member at all; nil if it is not documented what the service stores.
  package let omittedValues: [String]?
  package let rules: [Rule]
  /// The rule against omitting a parameter that the API reference does not require.
  package let missingRule: MissingRule?
  /// The rule against null if the API reference does not rule it out.
  package let nullRule: MissingRule?
  /// The newer source of a parameter that is not in the API reference.
  package let addition: Addition?
  /// The newer source that no longer has the parameter.
  package let removal: NewerSource?
  /// Names of the same parameter in other tools, for suggestions.
  let otherNames: [String]
  /// The parameter's name and its other names, each folded with ``NearestName/fold(_:)``.
  let foldedNames: [[UInt8]]

  /// The members of an object; empty for other kinds.
  package let members: [Parameter]
  /// The allowed values of a choice; empty for other kinds.
  package let choices: [Choice]
  /// The names of the members or choices, for lookup in a document.
  let knownNames: NameTable

  /// The indices of the members whose omission is an issue.
  let requiredIndices: [Int]
  /// Whether the parameter or any choice depends on a newer source, or on its object's `type`.
  let dependsOnSource: Bool
  /// The index of the `type` member, which determines the applicable members; nil if there is none.
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
    presets: [Choice] = [],
    whenOmitted: String = "", omittedValues: [String]? = [], rules: [Rule] = [],
    missingRule: MissingRule? = nil, nullRule: MissingRule? = nil, addition: Addition? = nil,
    removal: NewerSource? = nil, otherNames: [String] = []
  ) {
    self.pointer = pointer
    name = pointer.lastToken
    self.kind = kind
    isRequired = required
    isNullable = nullable
    self.applies = applies
    typePointer =
      switch applies {
      case .always: nil
      case .sinkTypes: "/type"
      case .ownTypes: pointer.parent?.appending("type")
      }
    self.section = section
    self.label = label
    self.help = help
    self.example = example
    self.presets = presets
    let offered = suggestion ?? example
    self.suggestion = offered.isEmpty ? nil : offered
    self.whenOmitted = whenOmitted
    self.omittedValues = omittedValues
    self.rules = rules
    self.missingRule = missingRule
    self.nullRule = nullRule
    self.addition = addition
    self.removal = removal
    self.otherNames = otherNames
    foldedNames = ([pointer.lastToken] + otherNames).map(NearestName.fold)
    let members = if case .object(let members) = kind { members } else { [Parameter]() }
    let choices = if case .choice(let choices) = kind { choices } else { [Choice]() }
    self.members = members
    self.choices = choices
    knownNames = NameTable(members.map(\.name) + choices.map(\.value))
    dependsOnSource =
      addition != nil || removal != nil
      || choices.contains { $0.newer != nil || !$0.ownTypes.isEmpty }
    typeIndex = pointer == .root ? nil : members.firstIndex { $0.name == "type" }
    requiredIndices = members.indices.filter {
      members[$0].isRequired || members[$0].missingRule != nil
    }
  }

  /// Returns the choice that a document's string names; nil for other values.
  func choice(_ index: JSONDocument.Index, in document: JSONDocument) -> Choice? {
    knownNames.index(of: index, in: document).map { choices[$0] }
  }

  /// Returns the value of the choice that a document's string names, without copying the choice.
  func choiceValue(_ index: JSONDocument.Index, in document: JSONDocument) -> String? {
    knownNames.index(of: index, in: document).map { choices[$0].value }
  }

  /// Returns the values that are allowed with a `type`.
  package func choices(ownType: String?) -> [Choice] {
    choices.filter { $0.isAllowed(ownType: ownType) }
  }

  /// Returns the newer source of the parameter for a `type`; nil if the API reference has the
  /// parameter.
  package func addition(ownType: String?) -> NewerSource? {
    addition.flatMap { $0.ownTypes.contains(ownType ?? "") ? $0.source : nil }
  }

  /// Returns whether a text follows the parameter's own rules, whatever else is in the request.
  package func accepts(_ text: String) -> Bool {
    let input = RuleInput(text: text, number: nil, members: [], context: RequestContext())
    return rules.allSatisfy { $0.check(input) == nil }
  }

  /// Whether the value is a scalar rather than an object, list or column.
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
