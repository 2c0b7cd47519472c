import SinkSpec

/// A generator of random valid payloads that eventually uses every parameter.
package struct RandomPayload {
  package var random: SplitMix64

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Returns a payload with its members in reference order.
  package mutating func payload() -> PayloadTree {
    let type = ["r2", "r2_data_catalog", "r2", "basin_catalog"].randomElement(using: &random) ?? ""
    return object(SinkDescription.request, sinkType: type, depth: 3)
  }

  private mutating func object(
    _ parameter: Parameter, sinkType: String, depth: Int
  ) -> PayloadTree {
    object(parameter.members, sinkType: sinkType, depth: depth)
  }

  private mutating func object(
    _ parameters: [Parameter], sinkType: String, depth: Int
  ) -> PayloadTree {
    var ownType: String?
    var members: [PayloadTree.Member] = []
    for parameter in parameters {
      switch parameter.applies {
      case .sinkTypes(let types) where !types.contains(sinkType): continue
      case .ownTypes(let types) where !types.contains(ownType ?? ""): continue
      default: break
      }
      let isWanted =
        parameter.isRequired || ["/config", "/format"].contains(parameter.pointer.text)
      guard isWanted || random.once(in: 2) else { continue }
      var value = value(of: parameter, sinkType: sinkType, ownType: ownType, depth: depth)
      if parameter.pointer == "/type" { value = .literal(JSONText.string(sinkType)) }
      if parameter.name == "type", depth == 0, parameter.pointer.text.hasPrefix("/schema/fields") {
        value = .literal("\"int32\"")
      }
      if parameter.name == "type", case .literal(let literal) = value {
        ownType = String(literal.dropFirst().dropLast())
      }
      members.append(.init(name: parameter.name, value: value))
    }
    return .object(members)
  }

  private mutating func value(
    of parameter: Parameter, sinkType: String, ownType: String?, depth: Int
  ) -> PayloadTree {
    if parameter.isNullable, random.once(in: 5) { return .literal("null") }
    switch parameter.kind {
    case .text, .secret, .timePattern: return .literal(JSONText.string(text()))
    case .choice:
      let choices = parameter.choices(ownType: ownType)
      return .literal(JSONText.string(choices.randomElement(using: &random)?.value ?? ""))
    case .flag: return .literal(random.once(in: 2) ? "true" : "false")
    case .bytes(let bounds), .seconds(let bounds): return .literal(String(number(in: bounds)))
    case .object: return object(parameter, sinkType: sinkType, depth: depth)
    case .fieldList:
      let count = Int.random(in: 0...3, using: &random)
      return .array((0..<count).map { _ in field(depth: depth - 1) })
    case .field: return field(depth: depth - 1)
    }
  }

  private mutating func field(depth: Int) -> PayloadTree {
    object(SchemaFieldDescription.members, sinkType: "", depth: max(0, depth))
  }

  private mutating func number(in bounds: ClosedRange<UInt64>) -> UInt64 {
    switch Int.random(in: 0...3, using: &random) {
    case 0: bounds.lowerBound
    case 1: bounds.upperBound
    case 2: UInt64.random(in: bounds, using: &random)
    default: UInt64.random(in: bounds.lowerBound...1_000_000_000, using: &random)
    }
  }

  /// Returns 1 to 12 scalars, some with escapes.
  private mutating func text() -> String {
    let alphabet = Array("abzAZ019_-/.%${}\"\\\n\t\u{0} é\u{301}🙂".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      text.append(alphabet.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  /// Returns the same value with the members of every object shuffled.
  package mutating func shuffled(_ tree: PayloadTree) -> PayloadTree {
    switch tree {
    case .literal: return tree
    case .array(let elements): return .array(elements.map { shuffled($0) })
    case .object(let members):
      return .object(
        members.map { .init(name: $0.name, value: shuffled($0.value)) }.shuffled(using: &random))
    }
  }
}
