import SinkSpec
import TestSupport
import Testing

/// Tests the request as lines and as text.
struct RequestTextTests {
  private static func node(
    _ name: String?, _ content: RequestNode.Content, at pointer: Pointer = .root
  ) -> RequestNode {
    RequestNode(name: name, pointer: pointer, content: content)
  }

  private static func node(
    _ content: RequestNode.Content, at pointer: Pointer = .root
  ) -> RequestNode {
    node(nil, content, at: pointer)
  }

  private static func shown(_ node: RequestNode) -> String {
    node.lines(secrets: .masked).map { String(repeating: " ", count: $0.depth) + $0.text }
      .joined(separator: "\n")
  }

  @Test func `lines show missing values and the text omits them`() {
    let request = Self.node(
      .object([
        Self.node("first", .missing),
        Self.node("a\"b", .literal("1")),
        Self.node("inside", .object([Self.node("x", .missing), Self.node("y", .missing)])),
        Self.node("none", .object([])),
        Self.node(
          "list",
          .array([
            Self.node(.object([Self.node("t", .literal("\"s\"")), Self.node("u", .missing)])),
            Self.node(.missing), Self.node(.array([])),
          ])),
        Self.node("key", .secret("s3cret", defaultReference: "${KEY}")),
        Self.node("last", .missing),
      ]))
    #expect(
      Self.shown(request) == """
        {
         "first": ‹required›,
         "a\\"b": 1,
         "inside": {
          "x": ‹required›,
          "y": ‹required›
         },
         "none": {},
         "list": [
          {
           "t": "s",
           "u": ‹required›
          },
          ‹required›,
          []
         ],
         "key": "••••••••",
         "last": ‹required›
        }
        """)
    #expect(
      request.text(secrets: .referenced) == """
        {
          "a\\"b": 1,
          "inside": {},
          "none": {},
          "list": [
            {
              "t": "s"
            },
            []
          ],
          "key": "${KEY}"
        }

        """)
  }

  @Test func `writes single values`() {
    #expect(Self.node(.missing).text(secrets: .shown) == "")
    #expect(Self.node(.literal("5")).text(secrets: .shown) == "5\n")
    #expect(Self.node(.object([])).text(secrets: .shown) == "{}\n")
    #expect(Self.node(.object([Self.node("a", .missing)])).text(secrets: .shown) == "{}\n")
    #expect(
      Self.node(.secret("a", defaultReference: "${B}")).text(secrets: .shown) == "\"a\"\n")
  }

  @Test func `assigns each line the pointer of its value`() {
    let request = Self.node(
      .object([
        Self.node("a", .array([Self.node(.literal("1"), at: "/a/0")]), at: "/a"),
        Self.node("b", .missing, at: "/b"),
      ]))
    #expect(
      request.lines(secrets: .shown).map(\.pointer) == ["", "/a", "/a/0", "/a", "/b", ""])
  }

  /// The text is valid JSON with all existing values, whatever is missing.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `is always valid JSON`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let (node, expected) = Self.random(depth: 4, using: &random)
      let text = node.text(secrets: .shown)
      guard let expected else {
        #expect(text == "", "seed \(seed)")
        continue
      }
      #expect(try PayloadTree(parsing: text) == expected, "seed \(seed): \(text)")
      let full = node.lines(secrets: .shown).map(\.text).joined().replacing("‹required›", with: "0")
      #expect(throws: Never.self, "seed \(seed): \(full)") { try PayloadTree(parsing: full) }
    }
  }

  /// Returns a random unnamed node, and the value of its text; `nil` for none.
  private static func random(
    depth: Int, name: String? = nil, using random: inout SplitMix64
  ) -> (RequestNode, PayloadTree?) {
    switch Int.random(in: 0...(depth == 0 ? 2 : 5), using: &random) {
    case 0: return (node(name, .missing), nil)
    case 1: return (node(name, .literal("12")), .literal("12"))
    case 2: return (node(name, .secret("a\n", defaultReference: "")), .literal(#""a\n""#))
    case 3:
      let children = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        self.random(depth: depth - 1, using: &random)
      }
      return (node(name, .array(children.map(\.0))), .array(children.compactMap(\.1)))
    default:
      let children = (0..<Int.random(in: 0...3, using: &random)).map { number in
        self.random(depth: depth - 1, name: "m\(number)", using: &random)
      }
      let members = children.compactMap { child in
        child.1.map { PayloadTree.Member(name: child.0.name ?? "", value: $0) }
      }
      return (node(name, .object(children.map(\.0))), .object(members))
    }
  }
}
