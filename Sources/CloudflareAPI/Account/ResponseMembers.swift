import SinkSpec

/// The members of an object in a response, with secrets masked in strings.
struct ResponseMembers {
  let document: JSONDocument
  let index: JSONDocument.Index
  let secrets: Secrets

  /// Returns a string member; `nil` if it is missing or not a string.
  func text(_ name: String) -> String? {
    document.lastMember(name, of: index).flatMap { document.string($0) }.map(secrets.redacted)
  }

  /// Returns the elements of an array member; `nil` if it is missing or not an array.
  func array(_ name: String) -> [ResponseMembers]? {
    guard let array = document.lastMember(name, of: index), document.kind(array) == .array else {
      return nil
    }
    return elements(of: array)
  }

  /// Returns an object member; `nil` if it is missing or not an object.
  func object(_ name: String) -> ResponseMembers? {
    document.lastMember(name, of: index).flatMap {
      document.kind($0) == .object
        ? ResponseMembers(document: document, index: $0, secrets: secrets) : nil
    }
  }

  /// Returns an integer member; `nil` if it is missing or not an integer.
  func number(_ name: String) -> Int? {
    document.lastMember(name, of: index).flatMap { Int(document.literal($0)) }
  }

  /// The strings of an array; `nil` if this is not an array of strings.
  var strings: [String]? {
    guard document.kind(index) == .array else { return nil }
    let elements = document.elements(index).map { document.string($0) }
    let strings = elements.compactMap { $0.map(secrets.redacted) }
    return strings.count == elements.count ? strings : nil
  }

  /// The elements of an array; `nil` if this is not an array.
  var elements: [ResponseMembers]? {
    document.kind(index) == .array ? elements(of: index) : nil
  }

  private func elements(of array: JSONDocument.Index) -> [ResponseMembers] {
    document.elements(array).map {
      ResponseMembers(document: document, index: $0, secrets: secrets)
    }
  }
}

extension Envelope {
  /// Returns the members of the result; `nil` if there is none.
  func members(redacting secrets: Secrets) -> ResponseMembers? {
    result.map { ResponseMembers(document: document, index: $0, secrets: secrets) }
  }

  /// Returns a string of `result_info` unless it is empty.
  func resultInfoText(_ name: String) -> String? {
    resultInfo(name).flatMap { document.string($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
