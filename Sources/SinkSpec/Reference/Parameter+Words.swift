/// Descriptions of a parameter for the printed reference.
extension Parameter {
  /// The kind of the parameter's value, including null if that is accepted.
  var kindWords: String {
    let kind =
      switch kind {
      case .text: "text"
      case .secret: "secret text"
      case .timePattern: "time pattern"
      case .choice: "choice"
      case .flag: "true or false"
      case .bytes: "bytes"
      case .seconds: "seconds"
      case .object: "object"
      case .fieldList: "list of fields"
      case .field: "field"
      }
    return isNullable && nullRule == nil ? (isFlag ? "true, false" : kind) + " or null" : kind
  }

  /// Whether the parameter is required, and for which type.
  var presenceWords: String {
    switch applies {
    case .always: isRequired ? "required" : "optional"
    case .sinkTypes(let types), .ownTypes(let types):
      (isRequired ? "required for " : "only for ") + types.joined(separator: ", ")
    }
  }

  /// The bounds of a number.
  var bounds: ClosedRange<UInt64>? {
    switch kind {
    case .bytes(let bounds), .seconds(let bounds): bounds
    default: nil
    }
  }

  /// The rules of a field list.
  var listRules: [FieldListRule] {
    guard case .fieldList = kind else { return [] }
    return pointer == "/schema/fields" ? Rules.topFieldList : Rules.fieldList
  }

  /// Every rule specific to the parameter, the most severe first.
  var listedRules: [ListedRule] {
    let all =
      rules.map { ListedRule($0.severity, $0.name, $0.summary) }
      + listRules.map { ListedRule($0.severity, $0.name, $0.summary) }
      + [missingRule, nullRule].compactMap { rule in
        rule.map { ListedRule($0.source.severity, $0.rule, $0.message) }
      }
    return Severity.allCases.sorted(by: >).flatMap { severity in
      all.filter { $0.severity == severity }
    }
  }

  /// The help of a value, with the types that it is limited to and the newer source that has it.
  func helpWords(of choice: Choice) -> String {
    let limits =
      choice.ownTypes.isEmpty ? "" : "; \(choice.ownTypes.joined(separator: ", ")) only"
    return choice.help + limits + (choice.newer.map { "; newer: \($0.text)" } ?? "")
  }

  /// A sentence saying that a newer source adds or removes the parameter; nil if neither applies.
  var sourceWords: String? {
    if let addition {
      return "Newer for \(addition.ownTypes.joined(separator: ", ")): \(addition.source.text)."
    }
    return removal.map { "Removed: no longer in \($0.text)." }
  }
}
