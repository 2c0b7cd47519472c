import SinkSpec
import TestSupport

extension PayloadTree {
  /// The value as bytes that are the same for the same value, in whatever order its members stand.
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

  /// The tree with the secrets that variables give in place of their references.
  func filled(from environment: [String: String]) -> PayloadTree {
    SinkDescription.all().filter(\.isSecret).reduce(self) { tree, secret in
      guard let reference = secret.defaultReference, tree[secret.pointer] != nil,
        let value = environment[String(reference.dropFirst(2).dropLast())]
      else { return tree }
      return tree.setting(secret.pointer, .literal(JSONText.string(value)))
    }
  }
}
