/// Where the secrets of a payload stand in its text, so that the text can be shown without them.
package enum SecretPlaces {
  /// The byte ranges of what is, or may be, a secret.
  ///
  /// - Parameters:
  ///   - document: the payload; nil when its text is not JSON, and a secret may be anywhere near
  ///     the name of one.
  ///   - bytes: the payload's text.
  /// - Returns: ranges in rising order that do not overlap.
  package static func ranges(in document: JSONDocument?, _ bytes: [UInt8]) -> [Range<Int>] {
    guard let document else { return rangesNearNames(in: bytes) }
    var ranges: [Range<Int>] = []
    collect(document, .root, at: .root, into: &ranges)
    return ranges
  }

  private static func collect(
    _ document: JSONDocument, _ object: JSONDocument.Index, at pointer: Pointer,
    into ranges: inout [Range<Int>]
  ) {
    for member in document.members(object) {
      let pointer = pointer.appending(document.string(member.name) ?? "")
      // Columns have names of their own: one that is called token holds no secret.
      if pointer == "/schema" { continue }
      let node = document.nodes[member.value.value]
      if isSecret(document, member.value, at: pointer) {
        ranges.append(node.start..<node.end)
      } else {
        collect(document, member.value, at: pointer, into: &ranges)
      }
    }
  }

  private static func isSecret(
    _ document: JSONDocument, _ value: JSONDocument.Index, at pointer: Pointer
  ) -> Bool {
    if let text = document.string(value), SecretReference(text) != nil { return false }
    if let known = SinkDescription.parameter(at: pointer) {
      let holdsSecrets = known.members.contains(where: \.isSecret)
      return known.isSecret || holdsSecrets && document.kind(value) != .object
    }
    return SinkDescription.reference(forSecretAt: pointer, document.literal(value)) != nil
  }

  // MARK: Texts that are not JSON

  private static let words = ["token", "secret", "access_key", "accesskey"].map { Array($0.utf8) }
  /// How far after its name a secret may stand.
  private static let reach = 1024

  private static func rangesNearNames(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for at in bytes.indices {
      guard let word = words.first(where: { stands($0, in: bytes, at: at) }) else { continue }
      let start = max(at + word.count, ranges.last?.upperBound ?? 0)
      let end = min(at + word.count + reach, bytes.count)
      if start < end { ranges.append(start..<end) }
    }
    return ranges
  }

  private static func stands(_ word: [UInt8], in bytes: [UInt8], at start: Int) -> Bool {
    start + word.count <= bytes.count
      && word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] | 0x20 }
  }
}
