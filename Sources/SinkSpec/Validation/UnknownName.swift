/// Suggestions for members that are unknown, or belong in another object.
enum UnknownName {
  struct Advice {
    /// The suggestion, as a sentence without a full stop.
    let text: String
    /// The name that was probably meant, if renaming the member is enough.
    let meant: String?

    init(_ text: String) {
      self.text = text
      meant = nil
    }

    init(meaning name: String) {
      text = "did you mean \(Rules.quoted(name))?"
      meant = name
    }
  }

  /// Returns a suggestion for an unknown member.
  ///
  /// - Parameters:
  ///   - name: The member's name.
  ///   - object: The object that has the member.
  ///   - known: The members of the object that apply.
  ///   - sinkType: The type of the sink, if known.
  /// - Returns: The suggestion; nil if no name is close to the member's.
  static func advice(
    for name: String, in object: Parameter, among known: [Parameter], sinkType: String?
  ) -> Advice? {
    let folded = NearestName.fold(name)
    func isNamed(_ parameter: Parameter) -> Bool { parameter.foldedNames.contains(folded) }
    if object.pointer == .root {
      if name == SinkDescription.account.name {
        return Advice("\(Rules.quoted(name)) belongs in the URL, not in the body; omit it")
      }
      if SinkDescription.responseMembers.contains(name) {
        return Advice("the API adds \(Rules.quoted(name)) itself; omit it")
      }
    }
    if let meant = known.first(where: isNamed) { return Advice(meaning: meant.name) }
    if let meant = elsewhere.first(where: isNamed), isInRequest(object) {
      return Advice(place(of: meant, named: name, sinkType))
    }
    return NearestName.of(name, among: known.map(\.name)).map(Advice.init(meaning:))
  }

  /// The parameters whose name identifies them; `type` is ambiguous, because most objects have one.
  private static let elsewhere = SinkDescription.all().filter {
    $0.pointer != .root && $0.name != "type" && !$0.pointer.isWithin("/schema/format")
  }

  /// Returns whether an object is outside the columns, which have few member names.
  private static func isInRequest(_ object: Parameter) -> Bool {
    object !== SchemaFieldDescription.field
  }

  private static func place(
    of parameter: Parameter, named name: String, _ sinkType: String?
  ) -> String {
    let types =
      if case .sinkTypes(let types) = parameter.applies, sinkType.map(types.contains) != true {
        " of sinks of type " + types.joined(separator: " or ")
      } else {
        ""
      }
    guard NearestName.areSame(name, parameter.name) else {
      return "\(Rules.quoted(name)) is \(parameter.pointer)\(types)"
    }
    let parent = parameter.pointer.parent ?? .root
    let place = parent == .root ? "at the top level" : "in \(parent)"
    return "\(Rules.quoted(parameter.name)) belongs \(place)\(types)"
  }
}
