/// One parameter of the API, described once: what asks for it, checks it or writes it reads this.
///
/// A class, so that handing it about costs nothing; it never changes.
package final class Parameter: Sendable {
  /// What a parameter's value is.
  package enum Kind: Sendable {
    case text
    /// A string that is never shown unasked; `reference` is the environment variable it defaults to.
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

  /// When a parameter is part of the request.
  package enum Condition: Hashable, Sendable {
    case always
    /// The sink's type is this.
    case sinkType(String)
    /// The `type` member beside it, in the same object, is this.
    case ownType(String)
  }

  /// Its name; `*` stands for any index.
  package let pointer: Pointer
  /// The member's name in its object.
  package let name: String
  package let kind: Kind
  package let isRequired: Bool
  /// Whether `null` is accepted and means the same as leaving it out.
  package let isNullable: Bool
  package let applies: Condition
  /// Where a form asks for it; nil for objects, which are not asked for themselves.
  package let section: FormSection?
  package let label: String
  package let help: String
  package let example: String
  /// What the service does when it is left out, as a few words.
  package let whenOmitted: String
  package let rules: [Rule]
  /// The rule that is broken when it is missing though the reference does not require it.
  package let missingRule: MissingRule?

  /// The members of an object; none for other kinds.
  package let members: [Parameter]
  /// The values that a choice may take; none for other kinds.
  package let choices: [Choice]
  /// The names of its members, or its choices, to find them in a text.
  let knownNames: NameTable

  /// The places of the members whose absence is an issue.
  let neededPlaces: [Int]
  /// The place of the member, called `type`, that decides which of the others apply; nil without one.
  let typePlace: Int?

  /// Why a member that is not required should still be there.
  package struct MissingRule: Sendable {
    package let rule: String
    package let source: RuleSource
    package let message: String
  }

  package init(
    _ pointer: Pointer, _ kind: Kind, required: Bool = false, nullable: Bool = false,
    applies: Condition = .always, in section: FormSection? = nil, label: String = "",
    help: String = "", example: String = "", whenOmitted: String = "", rules: [Rule] = [],
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
    self.whenOmitted = whenOmitted
    self.rules = rules
    self.missingRule = missingRule
    let members = if case .object(let members) = kind { members } else { [Parameter]() }
    let choices = if case .choice(let choices) = kind { choices } else { [Choice]() }
    self.members = members
    self.choices = choices
    knownNames = NameTable(members.map(\.name) + choices.map(\.value))
    typePlace = pointer == .root ? nil : members.firstIndex { $0.name == "type" }
    neededPlaces = members.indices.filter {
      members[$0].isRequired || members[$0].missingRule != nil
    }
  }

  /// Its choice that a string of a document names; nil for other values.
  func choice(_ index: JSONDocument.Index, in document: JSONDocument) -> String? {
    knownNames.place(of: index, in: document).map { choices[$0].value }
  }

  /// Whether its value is a single one: no object, no list and no column.
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

  /// The environment variable that stands for a secret unless another is named.
  package var defaultReference: String? {
    if case .secret(let reference) = kind { "${\(reference)}" } else { nil }
  }
}
