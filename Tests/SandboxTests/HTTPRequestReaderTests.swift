import CloudflareAPI
import TestSupport
import Testing

@testable import Sandbox

struct HTTPRequestReaderTests {
  typealias Progress = HTTPRequestReader.Progress

  static func read(_ bytes: some Sequence<UInt8>) throws(HTTPRefusal) -> Progress {
    var reader = HTTPRequestReader()
    return try reader.take(bytes)
  }

  struct Target: Sendable {
    let text: String
    let segments: [String]
    var query: [Header] = []
  }

  @Test(arguments: [
    Target(text: "/", segments: [""]),
    Target(text: "/a//b/", segments: ["a", "", "b", ""]),
    Target(text: "/a%20b/%2F%3f/%C3%A4+", segments: ["a b", "/?", "ä+"]),
    Target(text: "/%2e%2E/..", segments: ["..", ".."]),
    Target(text: "/a?", segments: ["a"]),
    Target(
      text: "/a?b=c%26d&&e&f=g=h?&i=j+k%2B&b=", segments: ["a"],
      query: [
        Header("b", "c&d"), Header("e", ""), Header("f", "g=h?"), Header("i", "j k+"),
        Header("b", ""),
      ]),
    Target(text: "http://elsewhere:80/a/b?c=d", segments: ["a", "b"], query: [Header("c", "d")]),
    Target(text: "HTTP://elsewhere?c", segments: [""], query: [Header("c", "")]),
  ])
  func `decodes the target`(_ row: Target) throws {
    let progress = try Self.read("GET \(row.text) HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
    #expect(
      progress
        == .whole(
          HTTPRequest(
            method: "GET", segments: row.segments, query: row.query,
            headers: [Header("Host", "h")])))
  }

  @Test func `keeps headers and body unchanged`() throws {
    let text =
      "PUT /a HTTP/1.1\r\nhOst:h\r\nX-One: \t a: b \t\r\nX-None:\r\nX-One: ä\r\n"
      + "Content-Length: 4\r\nContent-Length:4\r\n\r\n\r\n\0é and the rest"
    guard case .whole(let request) = try Self.read(text.utf8) else {
      Issue.record("the request is incomplete")
      return
    }
    #expect(request.method == "PUT")
    #expect(
      request.headers == [
        Header("hOst", "h"), Header("X-One", "a: b"), Header("X-None", ""), Header("X-One", "ä"),
        Header("Content-Length", "4"), Header("Content-Length", "4"),
      ])
    #expect(request.body == Array("\r\n\0é".utf8.prefix(4)))
  }

  @Test(arguments: [
    ("", 400),
    ("GET", 400),
    ("GET /", 400),
    ("GET  / HTTP/1.1", 400),
    ("GET / HTTP/1.1 ", 400),
    ("G T / HTTP/1.1", 400),
    ("GËT / HTTP/1.1", 400),
    (" / HTTP/1.1", 400),
    ("GET / http/1.1", 400),
    ("GET / HTTP/2.0", 505),
    ("GET / HTTP/0.9", 505),
    ("GET a HTTP/1.1", 400),
    ("OPTIONS * HTTP/1.1", 400),
    ("GET https://h/ HTTP/1.1", 400),
    ("GET /%zz HTTP/1.1", 400),
    ("GET /%4 HTTP/1.1", 400),
    ("GET /%ff HTTP/1.1", 400),
    ("GET /?a=%C3 HTTP/1.1", 400),
    ("GET /ä HTTP/1.1", 400),
    ("GET /\0 HTTP/1.1", 400),
    ("GET /\r HTTP/1.1", 400),
  ])
  func `rejects malformed request lines`(_ line: String, _ status: Int) {
    let refusal = #expect(throws: HTTPRefusal.self) {
      try Self.read("\(line)\r\nHost: h\r\n\r\n".utf8)
    }
    #expect(refusal?.status == status)
  }

  @Test(arguments: [
    ("Host: h\r\nX", 400),
    ("Host: h\r\nX : a", 400),
    ("Host: h\r\n: a", 400),
    ("Host: h\r\n folded: a", 400),
    ("Host: h\r\nX: a\0b", 400),
    ("Host: h\r\nX: a\rb", 400),
    ("Host: h\nX: a", 400),
    ("X: no host", 400),
    ("Host: h\r\nhost: h", 400),
    ("Host: h\r\nContent-Length: ", 400),
    ("Host: h\r\nContent-Length: -1", 400),
    ("Host: h\r\nContent-Length: +1", 400),
    ("Host: h\r\nContent-Length: 0x10", 400),
    ("Host: h\r\nContent-Length: 1, 1", 400),
    ("Host: h\r\nContent-Length: 1\r\nContent-Length: 2", 400),
    ("Host: h\r\nContent-Length: 1048577", 413),
    ("Host: h\r\nContent-Length: 99999999999999999999999999", 413),
    ("Host: h\r\nTransfer-Encoding: chunked", 411),
    ("Host: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked", 411),
    ("Host: h\r\nExpect: a-miracle", 417),
  ])
  func `rejects malformed headers`(_ lines: String, _ status: Int) {
    let refusal = #expect(throws: HTTPRefusal.self) {
      try Self.read("POST / HTTP/1.1\r\n\(lines)\r\n\r\n".utf8)
    }
    #expect(refusal?.status == status)
  }

  @Test func `enforces the size limits exactly`() throws {
    let begin = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1048576\r\nX: "
    func head(_ length: Int) -> String {
      begin + String(repeating: "x", count: length - begin.utf8.count - 4) + "\r\n\r\n"
    }
    let body = [UInt8](repeating: 7, count: HTTPRequestReader.bodyLimit)
    let largest = Array(head(HTTPRequestReader.headLimit).utf8)
    guard case .whole(let request) = try Self.read(largest + body) else {
      Issue.record("the request is incomplete")
      return
    }
    #expect(request.body == body)
    for bytes in [
      Array(head(HTTPRequestReader.headLimit + 1).utf8),
      [UInt8](repeating: 0x78, count: HTTPRequestReader.headLimit + 1),
    ] {
      let refusal = #expect(throws: HTTPRefusal.self) { try Self.read(bytes) }
      #expect(refusal?.status == 431)
    }
  }

  @Test func `requests 100 Continue once, unless the body has arrived`() throws {
    let head = "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
    var reader = HTTPRequestReader()
    #expect(try reader.take(head.utf8) == .expectsContinue)
    #expect(try reader.take("a".utf8) == .incomplete)
    guard case .whole = try reader.take("b".utf8) else {
      Issue.record("the request is incomplete")
      return
    }
    guard case .whole = try Self.read((head + "ab").utf8) else {
      Issue.record("the request is incomplete")
      return
    }
    // HTTP/1.0 does not define Expect, RFC 9110 section 10.1.1.
    #expect(
      try Self.read(head.replacing("HTTP/1.1", with: "HTTP/1.0").utf8) == .incomplete)
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `parses chunked input the same as whole input`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Self.damagedRequest(&random)
    var reader = HTTPRequestReader()
    let whole = Result { () throws(HTTPRefusal) in try Self.read(bytes) }
    var pieces = Result<Progress, HTTPRefusal>.success(.incomplete)
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...20, using: &random))
      rest = rest.dropFirst(piece.count)
      pieces = Result { () throws(HTTPRefusal) in try reader.take(piece) }
      if case .failure = pieces { break }
      if case .success(.whole) = pieces { break }
    }
    // The client may be asked to continue in any chunk; it waits for the body either way.
    func plain(_ result: Result<Progress, HTTPRefusal>) -> Result<Progress, HTTPRefusal> {
      result == .success(.expectsContinue) ? .success(.incomplete) : result
    }
    #expect(plain(pieces) == plain(whole), "seed \(seed)")
  }

  /// Returns a request that is valid or nearly so.
  private static func damagedRequest(_ random: inout SplitMix64) -> [UInt8] {
    let length = Int.random(in: 0...40, using: &random)
    let expect = random.once(in: 3) ? "Expect: 100-continue\r\n" : ""
    var bytes = Array(
      "POST /a%20b/c?d=e+f HTTP/1.1\r\nHost: h\r\n\(expect)Content-Length: \(length)\r\n\r\n".utf8)
    bytes += (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
    for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.insert(UInt8(ascii: "\n"), at: at)
      case 2: bytes.remove(at: at)
      default: bytes.removeSubrange(at...)
      }
    }
    return bytes
  }
}
