/// Messages about the given value.
extension Validator {
  /// Reports a value of the wrong type; only its kind is shown if it may be a secret.
  mutating func mistyped(
    _ index: JSONDocument.Index, _ wanted: String, mayShow: Bool = true, repair: Repair? = nil
  ) {
    let given = mayShow ? given(index) : document.kind(index).noun
    report(.error, "type", "must be \(wanted), got \(given)", at: index, repair: repair)
  }

  /// Returns the text for a value in a message: its kind, or its abbreviated literal.
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
}
