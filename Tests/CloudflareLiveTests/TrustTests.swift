import CloudflareAPI
import Testing

@testable import CloudflareLive

struct TrustTests {
  @Test(
    arguments: [
      ([:], nil, nil), (["CURL_CA_BUNDLE": ""], nil, nil),
      (["CURL_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], "/a", nil),
      (["SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], "/b", "/c"),
    ] as [([String: String], String?, String?)])
  func `reads certificate paths from the environment like curl`(
    _ environment: [String: String], _ file: String?, _ folder: String?
  ) {
    let trust = Trust(environment: environment)
    #expect(trust.file == file)
    #expect(trust.folder == folder)
  }

  @Test func `a missing certificate file prevents the connection`() async throws {
    let server = RawServer(.stall)
    defer { server.stop() }
    let submission = try await LiveTests.submit(
      with: try LiveTests.client(
        "https://127.0.0.1:\(server.port)",
        trust: Trust(environment: ["CURL_CA_BUNDLE": "/nowhere/bundle.pem"])))
    #expect(submission.outcome.sentence.contains("/nowhere/bundle.pem"))
    #expect(submission.outcome.sentence.hasSuffix("; nothing was sent"))
    #expect(server.posts == 0)
  }
}
