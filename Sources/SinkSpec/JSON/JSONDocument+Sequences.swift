extension JSONDocument {
  /// A member of an object.
  package struct Member: Sendable {
    package let name: Index
    package let value: Index
  }

  /// The members of an object, in source order.
  package struct Members: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var at: Int
    private let end: Int

    init(document: JSONDocument, index: Index) {
      self.document = document
      let node = document.nodes[index.value]
      at = index.value + 1
      end = node.kind == .object ? node.next : at
    }

    package mutating func next() -> Member? {
      guard at < end else { return nil }
      let member = Member(name: Index(value: at), value: Index(value: at + 1))
      at = document.nodes[at + 1].next
      return member
    }
  }

  /// The elements of an array, in source order.
  package struct Elements: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var at: Int
    private let end: Int

    init(document: JSONDocument, index: Index) {
      self.document = document
      let node = document.nodes[index.value]
      at = index.value + 1
      end = node.kind == .array ? node.next : at
    }

    package mutating func next() -> Index? {
      guard at < end else { return nil }
      let element = Index(value: at)
      at = document.nodes[at].next
      return element
    }
  }
}
