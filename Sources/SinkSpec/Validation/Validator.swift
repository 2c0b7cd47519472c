/// Validates a request against the description and reports every issue in document order.
package struct Validator {
  let document: JSONDocument
  let context: RequestContext
  private(set) var issues: [Issue] = []
  /// The path from the root to the current value, converted to a pointer only for issues.
  var path: [Token] = []
  let base: Pointer

  /// A path component.
  ///
  /// A member is stored as the index of its name to avoid decoding the name.
  enum Token {
    case member(JSONDocument.Index)
    case element(Int)
  }

  init(document: JSONDocument, context: RequestContext, base: Pointer = .root) {
    self.document = document
    self.context = context
    self.base = base
  }

  /// Returns the issues of a whole request.
  ///
  /// - Parameters:
  ///   - document: The request's body.
  ///   - account: The account in the URL, if known.
  /// - Returns: The issues in document order.
  package static func issues(of document: JSONDocument, account: String? = nil) -> [Issue] {
    issues(
      of: document, as: SinkDescription.request, base: .root,
      context: RequestContext(of: document, account: account))
  }

  /// Returns the issues of a part of a request.
  ///
  /// - Parameters:
  ///   - document: The part, as a separate document.
  ///   - parameter: The parameter to validate the part as.
  ///   - base: The part's pointer in the request.
  ///   - context: The context of the whole request.
  /// - Returns: The issues in the order of the part's document.
  package static func issues(
    of document: JSONDocument, as parameter: Parameter, base: Pointer, context: RequestContext
  ) -> [Issue] {
    var validator = Validator(document: document, context: context, base: base)
    validator.validate(.root, as: parameter)
    return validator.issuesInOrder
  }

  /// Returns the issues of a request's members, but not those of missing members.
  ///
  /// - Parameters:
  ///   - document: An object with some members of the request.
  ///   - context: The context of the whole request.
  /// - Returns: The issues in document order.
  package static func issues(
    ofMembersIn document: JSONDocument, context: RequestContext
  ) -> [Issue] {
    var validator = Validator(document: document, context: context)
    _ = validator.validateMembers(of: .root, as: SinkDescription.request)
    return validator.issuesInOrder
  }

  /// The issues in document order.
  ///
  /// The sort is stable.
  var issuesInOrder: [Issue] {
    issues.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// Returns the issues of a value outside the body, such as the account in the URL.
  package static func issues(ofText text: String, as parameter: Parameter) -> [Issue] {
    let input = RuleInput(text: text, number: nil, members: [], context: RequestContext())
    return parameter.rules.compactMap { rule in
      rule.check(input).map { Issue(rule, $0, at: parameter.pointer, offset: 0) }
    }
  }

  /// Validates a value; the `type` of its object may limit the values of a choice.
  mutating func validate(
    _ index: JSONDocument.Index, as parameter: Parameter, ownType: String? = nil
  ) {
    if parameter.isNullable, document.kind(index) == .null {
      if let rule = parameter.nullRule {
        report(rule.source.severity, rule.rule, rule.message, at: index)
      }
      return
    }
    checkCharacters(index)
    switch parameter.kind {
    case .object: validateObject(index, as: parameter)
    case .fieldList: validateFieldList(index, parameter)
    case .field: validateField(index)
    case .text, .secret, .timePattern: validateText(index, parameter)
    case .choice: validateChoice(index, parameter, ownType)
    case .flag:
      if document.bool(index) == nil {
        let text = document.string(index)?.lowercased() ?? ""
        let isFlag = ["true", "false"].contains(text)
        mistyped(index, "true or false", repair: isFlag ? .setValue(text) : nil)
      }
    case .bytes(let bounds): validateNumber(index, bounds, "a whole number of bytes", parameter)
    case .seconds(let bounds): validateNumber(index, bounds, "a whole number of seconds", parameter)
    }
  }

  // MARK: Objects

  /// Validates an object's members and the object itself.
  ///
  /// - Returns: The members found; none if the value is not an object.
  @discardableResult
  mutating func validateObject(
    _ index: JSONDocument.Index, as parameter: Parameter
  ) -> FoundMembers {
    guard document.kind(index) == .object else {
      let mayShow = !parameter.members.contains(where: \.isSecret)
      mistyped(index, "an object", mayShow: mayShow)
      return FoundMembers()
    }
    let found = validateMembers(of: index, as: parameter)
    validateMissing(in: index, parameter, found)
    if !parameter.rules.isEmpty {
      run(
        parameter.rules, on: index, text: "", number: nil,
        members: RequestContext.memberTexts(document, index))
    }
    return found
  }

  /// Validates the members of an object that are present.
  private mutating func validateMembers(
    of index: JSONDocument.Index, as parameter: Parameter
  ) -> FoundMembers {
    var found = FoundMembers()
    // Computed lazily and once: most fields never need it.
    var ownType: String??
    for member in document.members(index) {
      path.append(.member(member.name))
      checkCharacters(member.name)
      let known = parameter.knownNames.index(of: member.name, in: document)
      if !found.insert(member, at: known, in: document) {
        report(
          .error, "duplicate-member", "duplicate member; which value counts is undefined",
          at: member.name)
      }
      validateMember(member, known.map { parameter.members[$0] }, of: index, parameter, &ownType)
      path.removeLast()
    }
    return found
  }

  private mutating func validateMember(
    _ member: JSONDocument.Member, _ known: Parameter?, of object: JSONDocument.Index,
    _ parameter: Parameter, _ ownType: inout String??
  ) {
    func typeOfObject() -> String? {
      let type = ownType ?? self.ownType(of: object, parameter)
      ownType = .some(type)
      return type
    }
    guard let known else {
      if SinkDescription.isAnnotation(document.string(member.name) ?? "", of: parameter.pointer) {
        return validate(member.value, as: SinkDescription.annotation)
      }
      let type = typeOfObject()
      return unknown(
        member, of: parameter, among: parameter.members.filter { applies($0, type) != false })
    }
    if known.applies != .always {
      let type = typeOfObject()
      guard applies(known, type) != false else {
        return report(.error, "unknown-member", misplaced(known, type), at: member.name)
      }
    }
    let type = known.dependsOnSource ? typeOfObject() : nil
    if known.dependsOnSource { validateSource(of: member.value, known, ownType: type) }
    validate(member.value, as: known, ownType: type)
  }

  /// Returns the value of an object's `type` member, if it is valid.
  private func ownType(of object: JSONDocument.Index, _ parameter: Parameter) -> String? {
    guard let typeIndex = parameter.typeIndex else { return nil }
    var value: JSONDocument.Index?
    for member in document.members(object)
    where parameter.knownNames.index(of: member.name, in: document) == typeIndex {
      value = member.value
    }
    return value.flatMap { parameter.members[typeIndex].choiceValue($0, in: document) }
  }

  private mutating func checkCharacters(_ string: JSONDocument.Index) {
    guard document.hasLoneSurrogate(string) else { return }
    report(
      .error, "lone-surrogate", "contains an unpaired surrogate, which is invalid Unicode",
      at: string)
  }

  private mutating func unknown(
    _ member: JSONDocument.Member, of object: Parameter, among known: [Parameter]
  ) {
    let name = document.string(member.name) ?? ""
    let advice = UnknownName.advice(
      for: name, in: object, among: known, sinkType: context.sinkType)
    report(
      .error, "unknown-member", "unknown property" + (advice.map { "; " + $0.text } ?? ""),
      at: member.name, repair: advice?.meant.map { .rename($0) })
  }

  private func misplaced(_ parameter: Parameter, _ ownType: String?) -> String {
    switch parameter.applies {
    case .sinkTypes(let types):
      "only valid for sinks of type \(types.joined(separator: " or ")), "
        + "not \(context.sinkType ?? "without a type")"
    case .ownTypes(let types):
      "only valid for type \(types.joined(separator: " or ")), not \(ownType ?? "without a type")"
    case .always: ""
    }
  }

  /// Returns whether a parameter applies to the current object; nil if the type is unknown.
  private func applies(_ parameter: Parameter, _ ownType: String?) -> Bool? {
    switch parameter.applies {
    case .always: true
    case .sinkTypes(let types): context.hasKnownType ? context.sinkType.map(types.contains) : nil
    case .ownTypes(let types): ownType.map(types.contains)
    }
  }

  private mutating func validateMissing(
    in index: JSONDocument.Index, _ parameter: Parameter, _ found: FoundMembers
  ) {
    guard !parameter.requiredIndices.isEmpty else { return }
    let type = parameter.typeIndex.flatMap { typeIndex in
      found.value(typeIndex)
        .flatMap { parameter.members[typeIndex].choiceValue($0, in: document) }
    }
    for memberIndex in parameter.requiredIndices where found.value(memberIndex) == nil {
      let absent = parameter.members[memberIndex]
      guard applies(absent, type) == true else { continue }
      let pointer = pointer.appending(absent.name)
      if absent.isRequired {
        report(
          .error, Issue.requiredRule, "is required", at: index, pointer, reportsWhileTyping: false)
      } else if let missingRule = absent.missingRule {
        report(
          missingRule.source.severity, missingRule.rule, missingRule.message, at: index, pointer)
      }
    }
  }

  // MARK: Reporting

  mutating func run(
    _ rules: [Rule], on index: JSONDocument.Index, text: String, number: UInt64?,
    members: Set<String> = []
  ) {
    guard !rules.isEmpty else { return }
    let input = RuleInput(text: text, number: number, members: members, context: context)
    for rule in rules {
      guard let finding = rule.check(input) else { continue }
      issues.append(Issue(rule, finding, at: pointer, offset: document.offset(index)))
    }
  }

  mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, at index: JSONDocument.Index,
    _ named: Pointer? = nil, reportsWhileTyping: Bool = true, repair: Repair? = nil
  ) {
    issues.append(
      Issue(
        severity: severity, pointer: named ?? pointer, rule: rule, message: message,
        reportsWhileTyping: reportsWhileTyping,
        offset: document.offset(index), repair: repair))
  }

  /// The pointer to the current value.
  var pointer: Pointer {
    path.reduce(base) { pointer, token in
      switch token {
      case .member(let name): pointer.appending(document.string(name) ?? "")
      case .element(let index): pointer.appending(index)
      }
    }
  }
}

extension Issue {
  init(_ rule: Rule, _ finding: Finding, at pointer: Pointer, offset: Int) {
    self.init(
      severity: rule.severity, pointer: pointer, rule: rule.name, message: finding.message,
      reportsWhileTyping: finding.reportsWhileTyping, offset: offset,
      repair: finding.repair)
  }
}
