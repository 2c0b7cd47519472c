/// Validates a request by the description: any document in, every issue out, in document order.
package struct Validator {
  let document: JSONDocument
  let facts: RequestContext
  private(set) var issues: [Issue] = []
  /// The way from the document's root to the value in hand; made a pointer only for an issue.
  var path: [Token] = []
  let base: Pointer

  /// A step of the way; a member by the place of its name, so that no text is made of it.
  enum Token {
    case member(JSONDocument.Index)
    case element(Int)
  }

  init(document: JSONDocument, facts: RequestContext, base: Pointer = .root) {
    self.document = document
    self.facts = facts
    self.base = base
  }

  /// The issues of a whole request.
  ///
  /// - Parameters:
  ///   - document: the request's body.
  ///   - account: the account of the URL, when it is known.
  /// - Returns: the issues in the order of the document.
  package static func issues(of document: JSONDocument, account: String? = nil) -> [Issue] {
    issues(
      of: document, as: SinkDescription.request, base: .root,
      facts: RequestContext(of: document, account: account))
  }

  /// The issues of a part of a request.
  ///
  /// - Parameters:
  ///   - document: the part, as a document of its own.
  ///   - parameter: what the part is.
  ///   - base: the part's pointer in the request.
  ///   - facts: what is known of the whole request.
  /// - Returns: the issues in the order of the part's document.
  package static func issues(
    of document: JSONDocument, as parameter: Parameter, base: Pointer, facts: RequestContext
  ) -> [Issue] {
    var validator = Validator(document: document, facts: facts, base: base)
    validator.validate(.root, as: parameter)
    return validator.issuesInOrder
  }

  /// The issues in the order of the document; those of one place keep their order.
  var issuesInOrder: [Issue] {
    issues.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// The issues of a value that stands outside the body, such as the account of the URL.
  package static func issues(ofText text: String, as parameter: Parameter) -> [Issue] {
    let input = RuleInput(text: text, number: nil, members: [], facts: RequestContext())
    return parameter.rules.compactMap { rule in
      rule.check(input).map { Issue(rule, $0, at: parameter.pointer, offset: 0) }
    }
  }

  mutating func validate(_ index: JSONDocument.Index, as parameter: Parameter) {
    if parameter.isNullable, document.kind(index) == .null { return }
    checkCharacters(index)
    switch parameter.kind {
    case .object: validateObject(index, as: parameter)
    case .fieldList: validateFieldList(index)
    case .field: validateField(index)
    case .text, .secret, .timePattern: validateText(index, parameter)
    case .choice(let choices): validateChoice(index, choices, parameter)
    case .flag:
      if document.bool(index) == nil { mistyped(index, "true or false") }
    case .bytes(let bounds): validateNumber(index, bounds, "a whole number of bytes", parameter)
    case .seconds(let bounds): validateNumber(index, bounds, "a whole number of seconds", parameter)
    }
  }

  // MARK: Objects

  /// Validates an object's members and the object itself.
  ///
  /// - Returns: the members it has; none when it is no object.
  @discardableResult
  mutating func validateObject(
    _ index: JSONDocument.Index, as parameter: Parameter
  ) -> FoundMembers {
    var found = FoundMembers()
    // Looked for once, and only when a member asks for it: most fields never do.
    var ownType: String??
    guard document.kind(index) == .object else {
      let mayShow = !parameter.members.contains(where: \.isSecret)
      mistyped(index, "an object", mayShow: mayShow)
      return found
    }
    for member in document.members(index) {
      path.append(.member(member.name))
      checkCharacters(member.name)
      let place = parameter.knownNames.place(of: member.name, in: document)
      if !found.insert(member, at: place, in: document) {
        report(
          .error, "duplicate-member", "is given twice; which one counts is undefined",
          at: member.name)
      }
      validateMember(member, place.map { parameter.members[$0] }, of: index, parameter, &ownType)
      path.removeLast()
    }
    validateMissing(in: index, parameter, found)
    if !parameter.rules.isEmpty {
      run(
        parameter.rules, on: index, text: "", number: nil,
        members: RequestContext.memberTexts(document, index))
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
      let type = typeOfObject()
      let names = parameter.members.filter { applies($0, type) != false }.map(\.name)
      return unknown(member, among: names)
    }
    if known.applies != .always {
      let type = typeOfObject()
      guard applies(known, type) != false else {
        return report(.error, "unknown-member", misplaced(known, type), at: member.name)
      }
    }
    validate(member.value, as: known)
  }

  /// What the `type` member of an object says, when that is one of the values it takes.
  private func ownType(of object: JSONDocument.Index, _ parameter: Parameter) -> String? {
    guard let place = parameter.typePlace else { return nil }
    var value: JSONDocument.Index?
    for member in document.members(object)
    where parameter.knownNames.place(of: member.name, in: document) == place {
      value = member.value
    }
    return value.flatMap { parameter.members[place].choice($0, in: document) }
  }

  private mutating func checkCharacters(_ string: JSONDocument.Index) {
    guard document.hasLoneSurrogate(string) else { return }
    report(
      .error, "lone-surrogate", "holds half of a surrogate pair, which is no character",
      at: string)
  }

  private mutating func unknown(_ member: JSONDocument.Member, among known: [String]) {
    let name = document.string(member.name) ?? ""
    let nearest = NearestName.of(name, among: known).map { "; did you mean \(Rules.quoted($0))?" }
    report(
      .error, "unknown-member", "is not a member that the reference knows" + (nearest ?? ""),
      at: member.name)
  }

  private func misplaced(_ parameter: Parameter, _ ownType: String?) -> String {
    switch parameter.applies {
    case .sinkType(let type):
      "belongs to sinks of type \(type), and this one is \(facts.sinkType ?? "of no type")"
    case .ownType(let type):
      "belongs to type \(type), and this one is \(ownType ?? "of no type")"
    case .always: ""
    }
  }

  /// Whether a parameter is part of the object in hand; nil when no known type decides it.
  private func applies(_ parameter: Parameter, _ ownType: String?) -> Bool? {
    switch parameter.applies {
    case .always: true
    case .sinkType(let type): facts.hasKnownType ? facts.sinkType == type : nil
    case .ownType(let type): ownType.map { $0 == type }
    }
  }

  private mutating func validateMissing(
    in index: JSONDocument.Index, _ parameter: Parameter, _ found: FoundMembers
  ) {
    guard !parameter.neededPlaces.isEmpty else { return }
    let type = parameter.typePlace.flatMap { place in
      found.value(place).flatMap { parameter.members[place].choice($0, in: document) }
    }
    for place in parameter.neededPlaces where found.value(place) == nil {
      let absent = parameter.members[place]
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
    let input = RuleInput(text: text, number: number, members: members, facts: facts)
    for rule in rules {
      guard let finding = rule.check(input) else { continue }
      issues.append(Issue(rule, finding, at: pointer, offset: document.offset(index)))
    }
  }

  mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, at index: JSONDocument.Index,
    _ named: Pointer? = nil, reportsWhileTyping: Bool = true
  ) {
    issues.append(
      Issue(
        severity: severity, pointer: named ?? pointer, rule: rule, message: message,
        reportsWhileTyping: reportsWhileTyping,
        offset: document.offset(index)))
  }

  /// Reports a value of a wrong type; one that may be a secret is named by its kind only.
  mutating func mistyped(_ index: JSONDocument.Index, _ wanted: String, mayShow: Bool = true) {
    let given = mayShow ? given(index) : document.kind(index).noun
    report(.error, "type", "must be \(wanted), got \(given)", at: index)
  }

  /// A value as a message shows it: its kind, and its text when it is short.
  func given(_ index: JSONDocument.Index) -> String {
    let kind = document.kind(index)
    switch kind {
    case .null, .true, .false: return kind.noun
    case .array, .object: return kind.noun
    case .number: return Self.shortened(document.literal(index))
    case .string: return Self.shortened(Rules.quoted(document.string(index) ?? ""))
    }
  }

  static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }

  /// The pointer of the value in hand.
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
      reportsWhileTyping: finding.reportsWhileTyping, offset: offset)
  }
}
