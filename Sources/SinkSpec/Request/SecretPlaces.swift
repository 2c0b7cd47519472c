/// Locates the secrets in a payload's text, so that they can be redacted.
package enum SecretPlaces {
  /// Returns the byte ranges of actual and possible secrets.
  ///
  /// - Parameters:
  ///   - document: The payload; nil if the text is not JSON, in which case any text after the name
  ///     of a secret may be one.
  ///   - bytes: The payload's text.
  /// - Returns: Ascending ranges that do not overlap.
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
      if pointer == "/schema" {
        collectInSchema(document, member.value, into: &ranges)
        continue
      }
      let node = document.nodes[member.value.value]
      if isSecret(document, member.value, at: pointer) {
        ranges.append(node.start..<node.end)
      } else {
        collect(document, member.value, at: pointer, into: &ranges)
      }
    }
    for (number, element) in document.elements(object).enumerated() {
      collect(document, element, at: pointer.appending(number), into: &ranges)
    }
  }

  /// Collects the members of a schema that are named like secrets.
  ///
  /// The name of a column is a value here, so a column named `token` contains no secret.
  private static func collectInSchema(
    _ document: JSONDocument, _ value: JSONDocument.Index, into ranges: inout [Range<Int>]
  ) {
    for member in document.members(value) {
      let name = document.string(member.name) ?? ""
      let isReference = document.string(member.value).map { SecretReference($0) != nil } ?? false
      if !isReference, SecretNames.contains(name) || name.lowercased() == "credentials" {
        let node = document.nodes[member.value.value]
        ranges.append(node.start..<node.end)
      } else {
        collectInSchema(document, member.value, into: &ranges)
      }
    }
    for element in document.elements(value) {
      collectInSchema(document, element, into: &ranges)
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

  // MARK: Invalid JSON

  /// The number of bytes to redact after the name of a secret.
  private static let reach = 1024

  private static func rangesNearNames(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for at in bytes.indices {
      guard let nameEnd = SecretNames.end(ofNameIn: bytes, at: at) else { continue }
      let start = max(nameEnd, ranges.last?.upperBound ?? 0)
      let end = min(nameEnd + reach, bytes.count)
      if start < end { ranges.append(start..<end) }
    }
    return ranges
  }
}

extension RandomAccessCollection<Range<Int>> where Index == Int {
  /// Returns the ranges that overlap another, found by binary search.
  ///
  /// The ranges are in ascending order and do not overlap each other.
  package func overlapping(_ other: Range<Int>) -> some Sequence<Range<Int>> {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].upperBound <= other.lowerBound { low = middle + 1 } else { high = middle }
    }
    return (low..<endIndex).lazy.map { self[$0] }.prefix { $0.lowerBound < other.upperBound }
  }
}
