import Screen
import SinkDraft
import SinkSpec
import Wizard

/// The content of an item's row: its label, its value, and the note on the right.
struct FieldValue: Equatable {
  let item: FormItem
  let label: String
  let isRequired: Bool
  let isSecret: Bool
  let text: String
  let style: Style
  let note: String
  let noteStyle: Style

  var width: Int { TerminalText.width(of: text) }

  init(_ item: FormItem, in wizard: borrowing Wizard, issue: Issue?) {
    self.item = item
    let parameter = wizard.parameter(of: item)
    label = Self.label(of: item, parameter)
    isRequired = wizard.isRequired(item)
    isSecret = parameter?.isSecret ?? false
    let entry = wizard.entry(of: item)
    let options = wizard.options(of: item)
    let shown = Self.shown(item, entry, parameter, hasOptions: options != nil, wizard)
    text = shown.text
    style = shown.isSet ? .plain : .dim
    if let issue {
      note = issue.isMissing ? "required" : issue.message
      noteStyle = Style(of: issue.severity)
    } else if item.fieldID == nil, parameter?.isScalar == true,
      entry.text.hasOuterBlank
    {
      note = "starts or ends with a blank"
      noteStyle = .warning
    } else if let known = wizard.knownValue(of: item) {
      note = known.text
      noteStyle = known.isProblem ? .warning : .success
    } else {
      note = Self.meaning(of: item, entry, parameter, options, wizard)
      noteStyle = .dim
    }
  }

  private static func label(of item: FormItem, _ parameter: Parameter?) -> String {
    switch item {
    case .unknownMember(let pointer): pointer.lastToken
    case .unknownColumnMember(_, let name): "  " + name
    case .field: "  " + (parameter?.label ?? "")
    case .columns: "Columns sent"
    default: parameter?.label ?? ""
    }
  }

  private static func shown(
    _ item: FormItem, _ entry: Entry, _ parameter: Parameter?, hasOptions: Bool, _ wizard: Wizard
  ) -> (text: String, isSet: Bool) {
    if case .unknownMember(let pointer) = item {
      guard let unknownMember = wizard.draft.unknownMember(at: pointer) else { return ("", true) }
      if case .hidden = unknownMember.content { return (SecretStyle.mask, true) }
      return (unknownMember.literal, true)
    }
    if case .unknownColumnMember(let id, let name) = item {
      let field = wizard.draft.path(of: id).flatMap { wizard.draft.field(at: $0) }
      guard let unknownMember = field?.unknownMembers.first(where: { $0.name == name }) else {
        return ("", true)
      }
      return (unknownMember.isHidden ? SecretStyle.mask : unknownMember.literal, true)
    }
    if let pointer = wizard.pointer(of: item), entry.mayHoldSecret(at: pointer) {
      return (SecretStyle.mask, true)
    }
    if hasOptions { return choice(entry) }
    switch entry {
    case .raw(let literal):
      return (parameter?.isSecret == true ? SecretStyle.mask : literal, true)
    case .text(""): return ("\"\"", true)
    case .text(let text):
      let isHidden = parameter?.isSecret == true && SecretReference(text) == nil
      return (isHidden ? SecretStyle.mask : text.hasOuterBlank ? "\"\(text)\"" : text, true)
    case .notSet:
      if case .parameter(let pointer) = item, wizard.draft.isFollowing(pointer) {
        return (wizard.draft.effective(pointer).text, false)
      }
      guard let parameter else { return ("", false) }
      return (wizard.isRequired(item) ? "" : "(\(parameter.whenOmitted))", false)
    }
  }

  private static func choice(_ entry: Entry) -> (text: String, isSet: Bool) {
    switch entry {
    case .notSet: ("‹ not set ›", false)
    case .raw(let literal): ("‹ \(literal) ›", true)
    case .text(let text): ("‹ \(ChoiceList.Option.name(of: text)) ›", true)
    }
  }

  private static func meaning(
    of item: FormItem, _ entry: Entry, _ parameter: Parameter?, _ options: [ChoiceList.Option]?,
    _ wizard: Wizard
  ) -> String {
    guard let parameter else { return item.isUnknownMember ? "Del removes it" : "" }
    if item == .columns, wizard.draft.columns != .listed, !wizard.draft.fields.isEmpty {
      return "\(Wizard.count(wizard.draft.fields.count, "column") ?? "") set aside"
    }
    if let options {
      let chosen = wizard.chosenValue(of: item)
      let help = options.first { $0.value == chosen }?.help ?? ""
      return chosen == nil && !help.isEmpty ? "(\(help))" : help
    }
    let text = entry.text
    switch parameter.kind {
    case .bytes, .seconds: return Quantity.meaning(of: text, for: parameter) ?? ""
    case .secret: return text.isEmpty ? "" : secretState(text, wizard)
    case .timePattern:
      return text.isEmpty ? "" : TimePattern(text).render(at: wizard.now).map { "now " + $0 } ?? ""
    case .text where item == .parameter("/name") && !text.isEmpty:
      return "\(text.unicodeScalars.count)/128"
    default:
      if case .parameter(let pointer) = item, wizard.draft.isFollowing(pointer) {
        return "as in step 1"
      }
      return ""
    }
  }

  private static func secretState(_ text: String, _ wizard: Wizard) -> String {
    guard let reference = SecretReference(text) else { return "set" }
    return wizard.settings.environment.contains(reference.name)
      ? "from the environment" : "$\(reference.name) is not set"
  }
}

extension FormItem {
  fileprivate var isUnknownMember: Bool {
    switch self {
    case .unknownMember, .unknownColumnMember: true
    default: false
    }
  }
}

extension String {
  /// Whether the text starts or ends with white space.
  var hasOuterBlank: Bool { first?.isWhitespace == true || last?.isWhitespace == true }
}
