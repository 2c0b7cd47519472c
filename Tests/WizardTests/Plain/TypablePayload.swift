import SinkSpec
import TestSupport

/// Random payloads that can be typed into a form: without `null`, control characters and empty
/// objects.
struct TypablePayload {
  private var random: RandomPayload

  init(seed: UInt64) { random = RandomPayload(seed: seed) }

  mutating func payload() -> PayloadTree {
    let account = #""0123""#
    let tree = Self.typable(random.payload(), SinkDescription.request) ?? .object([])
    return tree.setting("/config/account_id", .literal(account))
  }

  /// Returns the tree without values that cannot be typed; nil if nothing remains.
  private static func typable(_ tree: PayloadTree, _ parameter: Parameter) -> PayloadTree? {
    switch (tree, parameter.kind) {
    case (.object(let members), .object(let known)):
      let left = members.compactMap { member -> PayloadTree.Member? in
        guard let parameter = known.first(where: { $0.name == member.name }),
          let value = typable(member.value, parameter)
        else { return nil }
        return .init(name: member.name, value: value)
      }
      return left.isEmpty && !parameter.isRequired ? nil : .object(left)
    case (.object(let members), _):
      return column(members)
    case (.array(let fields), _):
      return .array(fields.compactMap { typable($0, parameter) })
    case (.literal("null"), _): return nil
    case (.literal(let literal), _): return .literal(literal.typable)
    }
  }

  /// Returns a column with a name, because the form adds no columns without one.
  private static func column(_ members: [PayloadTree.Member], isItem: Bool = false) -> PayloadTree {
    var result: [PayloadTree.Member] = []
    for parameter in SchemaFieldDescription.members {
      var value = members.first { $0.name == parameter.name }?.value
      if value == .literal("null") { value = nil }
      if parameter.name == "name", !isItem { value = value ?? .literal(#""c""#) }
      switch (value, parameter.name) {
      case (.object(let inside)?, "items"):
        result.append(.init(name: "items", value: column(inside, isItem: true)))
      case (.array(let fields)?, _):
        let inside = fields.map { field in
          if case .object(let members) = field { column(members) } else { field }
        }
        result.append(.init(name: parameter.name, value: .array(inside)))
      case (.literal(let literal)?, _):
        result.append(.init(name: parameter.name, value: .literal(literal.typable)))
      default: break
      }
    }
    return .object(result)
  }
}

extension String {
  /// Returns JSON text without control characters in its string, if it is one.
  fileprivate var typable: String {
    guard utf8.first == UInt8(ascii: "\""), let document = try? JSONDocument(parsing: Array(utf8)),
      let text = document.string(.root)
    else { return self }
    let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "_" : $0 }
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    return JSONText.string(String(view))
  }
}

extension PayloadTree {
  /// Returns the text to type for a value: a string's text, otherwise the literal.
  var typed: String? {
    guard case .literal(let literal) = self else { return nil }
    let document = try? JSONDocument(parsing: Array(literal.utf8))
    return document?.string(.root) ?? literal
  }
}
