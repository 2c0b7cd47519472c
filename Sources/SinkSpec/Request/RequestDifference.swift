/// A value that differs between a request and a stored sink.
package struct RequestDifference: Hashable, Sendable {
  package let pointer: Pointer
  /// The value in the request, as JSON text or a description of a composite value; nil if the
  /// request omits it.
  package let requested: String?
  /// The value in the sink, in the same form.
  package let stored: String?

  /// The difference in one sentence, which quotes untrusted text.
  package var sentence: String {
    "\(pointer): \(requested ?? "nothing") in the payload, \(stored ?? "nothing") in the sink"
  }
}

extension RequestNode {
  /// Returns the differences between the request and a stored sink.
  ///
  /// Secrets are not compared, because the API does not return them. A member that the request
  /// omits may have its default in the sink, or any value if its default is not documented.
  ///
  /// - Parameter stored: The request that would create the stored sink.
  /// - Returns: The differences in the order of the request.
  package func differences(from stored: RequestNode) -> [RequestDifference] {
    var comparison = RequestComparison()
    comparison.compare(self, stored, at: .root)
    return comparison.differences
  }
}

/// Collects differences.
private struct RequestComparison {
  private(set) var differences: [RequestDifference] = []

  mutating func compare(_ requested: RequestNode?, _ stored: RequestNode?, at pointer: Pointer) {
    guard let requested = requested?.present else {
      if let stored = stored?.present { compareOmitted(stored, at: pointer) }
      return
    }
    guard let stored = stored?.present else { return compareLacking(requested, at: pointer) }
    switch (requested.content, stored.content) {
    case (.secret, _), (.hidden, _), (_, .secret), (_, .hidden): break
    case (.object(let requested), .object(let stored)): compare(requested, stored, at: pointer)
    case (.array(let elements), .array(let others)) where elements.count == others.count:
      for (index, pair) in zip(elements, others).enumerated() {
        compare(pair.0, pair.1, at: pointer.appending(index))
      }
    default:
      guard !Self.isSame(requested, stored, at: pointer) else { return }
      note(pointer, requested, stored)
    }
  }

  private mutating func compare(
    _ requested: [RequestNode], _ stored: [RequestNode], at pointer: Pointer
  ) {
    let others = Dictionary(stored.map { ($0.name ?? "", $0) }, uniquingKeysWith: { $1 })
    let names = requested.compactMap(\.name)
    for member in requested {
      let name = member.name ?? ""
      compare(member, others[name], at: pointer.appending(name))
    }
    for member in stored where !names.contains(member.name ?? "") {
      compare(nil, member, at: pointer.appending(member.name ?? ""))
    }
  }

  /// Compares a member that only the sink has.
  private mutating func compareOmitted(_ stored: RequestNode, at pointer: Pointer) {
    // Members without a description were added by the service.
    guard let parameter = SinkDescription.parameter(at: pointer),
      let values = parameter.omittedValues
    else { return }
    switch stored.content {
    case .object(let members): compare([], members, at: pointer)
    case .literal(let text) where values.contains(text): break
    case .secret, .hidden, .missing: break
    case .literal, .array: note(pointer, nil, stored)
    }
  }

  /// Compares a member that only the request has.
  private mutating func compareLacking(_ requested: RequestNode, at pointer: Pointer) {
    // The account is part of the sink's URL.
    guard pointer != "/config/account_id" else { return }
    switch requested.content {
    case .object(let members): compare(members, [], at: pointer)
    case .literal(let text)
    where SinkDescription.parameter(at: pointer)?.omittedValues?.contains(text) == true:
      break
    case .secret, .hidden, .missing: break
    case .literal, .array: note(pointer, requested, nil)
    }
  }

  private mutating func note(
    _ pointer: Pointer, _ requested: RequestNode?, _ stored: RequestNode?
  ) {
    differences.append(
      RequestDifference(
        pointer: pointer, requested: requested?.summary, stored: stored?.summary))
  }

  private static func isSame(
    _ requested: RequestNode, _ stored: RequestNode, at pointer: Pointer
  ) -> Bool {
    guard let text = requested.value, let other = stored.value else { return false }
    guard text != other else { return true }
    // The service may return either name of a catalog sink.
    return pointer == "/type"
      && [text, other].allSatisfy { SinkType.catalogs.map(JSONText.string).contains($0) }
  }
}

extension RequestNode {
  /// The value; nil if it means the same as an omitted member: null, or an empty text or list.
  fileprivate var present: RequestNode? {
    switch content {
    case .missing, .array([]), .literal("null"), .literal("\"\""): nil
    default: self
    }
  }

  /// The JSON text of a scalar, with strings escaped uniformly; nil for other values.
  fileprivate var value: String? {
    guard case .literal(let text) = content else { return nil }
    guard text.hasPrefix("\""), let document = try? JSONDocument(parsing: Array(text.utf8)) else {
      return text
    }
    return document.string(.root).map(JSONText.string) ?? text
  }

  /// The JSON text of a scalar, or a description of another value.
  fileprivate var summary: String {
    switch content {
    case .object(let members): "an object of \(members.count)"
    case .array(let elements): "a list of \(elements.count)"
    case .literal, .secret, .hidden, .missing: value ?? "a value"
    }
  }
}
