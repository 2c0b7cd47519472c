package import SinkSpec

/// A fault injected into a payload, and the pointer at which validation must report it.
package struct Mutation {
  package enum Kind: CaseIterable {
    case unknownMember, wrongType, otherArm, tooLarge, unknownChoice, missing, twice
  }

  package let kind: Kind
  package let tree: PayloadTree
  package let pointer: Pointer
  /// The rules that may report the fault; at least one of them must.
  package let rules: [String]

  /// Creates a random fault in a payload; `nil` if the payload has no suitable value.
  package init?(_ kind: Kind, in tree: PayloadTree, using random: inout SplitMix64) {
    self.kind = kind
    let places = tree.pointers().filter { $0 != .root }
    func scalars(_ isWanted: (Parameter) -> Bool) -> [Pointer] {
      places.filter { SinkDescription.parameter(at: $0).map(isWanted) == true }
    }
    switch kind {
    case .unknownMember:
      let holders = tree.pointers().filter { if case .object? = tree[$0] { true } else { false } }
      let names = ["zzz", "rollingPolicy", "bukcet", "", "a/b~c", "accountId", "*", "0", "é"]
      guard let holder = holders.randomElement(using: &random),
        let name = names.randomElement(using: &random)
      else { return nil }
      pointer = holder.appending(name)
      rules = ["unknown-member"]
      self.tree = tree.setting(pointer, Self.anything(using: &random))
    case .wrongType:
      guard let place = places.randomElement(using: &random) else { return nil }
      let wrong = Self.wrongValues(for: SinkDescription.parameter(at: place))
      pointer = place
      rules = ["type"]
      self.tree = tree.setting(place, wrong.randomElement(using: &random))
    case .otherArm:
      let isCatalog = tree["/type"] != .literal("\"r2\"")
      let names =
        isCatalog
        ? ["credentials", "path", "partitioning", "file_naming", "jurisdiction"]
        : ["token", "table_name", "namespace"]
      guard let name = names.randomElement(using: &random) else { return nil }
      pointer = Pointer("/config").appending(name)
      rules = ["unknown-member"]
      self.tree = tree.setting(pointer, Self.anything(using: &random))
    case .tooLarge:
      let numbers = scalars {
        switch $0.kind {
        case .bytes, .seconds: true
        default: false
        }
      }
      guard let place = numbers.randomElement(using: &random) else { return nil }
      pointer = place
      let texts = ["18446744073709551616", "99999999999999999999999", "-1"]
      let isInt64 = place.lastToken == "row_group_bytes"
      rules = ["minimum", "maximum"]
      self.tree = tree.setting(
        place,
        .literal(
          (texts + (isInt64 ? ["9223372036854775808"] : [])).randomElement(using: &random)
            ?? "-1"))
    case .unknownChoice:
      guard let place = scalars({ !$0.choices.isEmpty }).randomElement(using: &random) else {
        return nil
      }
      pointer = place
      rules = ["choice"]
      let texts = [#""""#, #""strct""#, #""Parquet""#, #""r3""#]
      self.tree = tree.setting(place, .literal(texts.randomElement(using: &random) ?? "\"\""))
    case .missing:
      guard let place = scalars({ $0.isRequired }).randomElement(using: &random) else {
        return nil
      }
      pointer = place
      rules = ["required"]
      self.tree = tree.setting(place, nil)
    case .twice:
      let members = places.filter {
        if case .object? = tree[$0.parent ?? .root] { true } else { false }
      }
      guard let place = members.randomElement(using: &random), let value = tree[place],
        case .object(let all)? = tree[place.parent ?? .root]
      else { return nil }
      pointer = place
      rules = ["duplicate-member"]
      self.tree = tree.setting(
        place.parent ?? .root,
        .object(
          [.init(name: place.lastToken, value: Self.anything(using: &random))]
            + all.filter { $0.name != place.lastToken }
            + [.init(name: place.lastToken, value: value)]))
    }
  }

  private static func anything(using random: inout SplitMix64) -> PayloadTree {
    let values: [PayloadTree] = [
      .literal("null"), .literal("true"), .literal("1.50e3"), .literal("\"a\\nb\""), .array([]),
      .object([]), .array([.literal("7"), .object([])]),
      .object([.init(name: "prefix", value: .literal("5"))]),
    ]
    return values.randomElement(using: &random) ?? .literal("null")
  }

  /// Returns values that a parameter never accepts; for `nil`, values for an array element.
  private static func wrongValues(for parameter: Parameter?) -> [PayloadTree] {
    let scalars = ["null", "true", "-1.5", "\"text\""]
    let all = scalars.map { PayloadTree.literal($0) } + [.array([]), .object([])]
    let right: PayloadTree? =
      switch parameter?.kind {
      case .text, .secret, .timePattern, .choice: .literal("\"text\"")
      case .flag: .literal("true")
      case .fieldList: .array([])
      case .object, .field, nil: .object([])
      case .bytes, .seconds: nil
      }
    return all.filter { value in
      value != right && !(parameter?.isNullable == true && value == .literal("null"))
    }
  }
}
