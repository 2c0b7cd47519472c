import SinkSpec
import TestSupport

extension PayloadTree {
  /// The value in a canonical form that does not depend on the order of members.
  var canonicalBytes: [UInt8] { Array(sorted.text.utf8) }

  private var sorted: PayloadTree {
    switch self {
    case .literal: self
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let members):
      .object(
        members.map { .init(name: $0.name, value: $0.value.sorted) }
          .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) })
    }
  }

  /// Returns the tree with references replaced by the values of variables.
  func filled(from environment: [String: String]) -> PayloadTree {
    SinkDescription.all().filter(\.isSecret).reduce(self) { tree, secret in
      guard let reference = secret.defaultReference, tree[secret.pointer] != nil,
        let value = environment[String(reference.dropFirst(2).dropLast())]
      else { return tree }
      return tree.setting(secret.pointer, .literal(JSONText.string(value)))
    }
  }
}
