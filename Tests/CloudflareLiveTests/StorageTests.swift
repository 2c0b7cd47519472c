import CloudflareAPI
import Foundation
import SinkSpec
import Testing

@testable import CloudflareLive

/// Tests requests to storage hosts against a raw socket.
struct StorageTests {
  static func bucketRequest(account: String = "acc", jurisdiction: String? = nil) -> StorageRequest?
  {
    .bucket(
      "logs", account: account, jurisdiction: jurisdiction, accessKeyID: "planted-access-key",
      secretAccessKey: "planted-secret-key")
  }

  @Test(arguments: [
    (nil, "https://acc.r2.cloudflarestorage.com/logs"),
    ("eu", "https://acc.eu.r2.cloudflarestorage.com/logs"),
    ("fedramp-high", "https://acc.fedramp-high.r2.cloudflarestorage.com/logs"),
  ])
  func `addresses the S3 host of the jurisdiction`(_ jurisdiction: String?, _ url: String) {
    #expect(
      Self.bucketRequest(jurisdiction: jurisdiction)?.url(beside: .standard) == url)
  }

  @Test(arguments: ["evil.example/", "", "a b", "é", "a:b", "a@b", "a?b", "a#b", "k\u{212A}"])
  func `keeps typed text out of host names`(_ text: String) {
    #expect(Self.bucketRequest(account: text) == nil)
    #expect(Self.bucketRequest(jurisdiction: text) == nil)
  }

  @Test func `addresses the Iceberg REST catalog`() throws {
    let request = StorageRequest.catalogConfiguration(bucket: "b/?", account: "acc", token: "t")
    #expect(
      request.url(beside: .standard)
        == "https://catalog.cloudflarestorage.com/acc/b%2F%3F/v1/config?warehouse=acc_b%2F%3F")
    #expect(
      request.url(beside: try BaseURL("http://127.0.0.1:80/client/v4"))
        == "http://127.0.0.1:80/catalog.cloudflarestorage.com/acc/b%2F%3F/v1/config"
        + "?warehouse=acc_b%2F%3F")
  }

  static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"

  @Test func `signs one request for the headers of a bucket`() async throws {
    let server = RawServer(.answer(""), response: Self.ok)
    defer { server.stop() }
    let client = try LiveTests.client("http://127.0.0.1:\(server.port)/client/v4")
    let response = try await client.sendToStorage(try #require(Self.bucketRequest())).get()
    #expect(response.status == 200 && response.body.isEmpty)
    #expect(server.connections == 1)
    let head = try #require(server.heads.first)
    #expect(head.hasPrefix("HEAD /acc.r2.cloudflarestorage.com/logs HTTP/1.1\r\n"))
    #expect(
      head.contains("Authorization: AWS4-HMAC-SHA256 Credential=planted-access-key/"))
    #expect(head.contains("/auto/s3/aws4_request, SignedHeaders="))
    #expect(head.contains("Signature="))
    #expect(head.lowercased().contains("x-amz-date: "))
    for secret in ["planted-secret-key", "planted-token", "Basic "] {
      #expect(!head.contains(secret))
    }
  }

  @Test(arguments: [401, 403, 404, 500])
  func `sends a rejected signature once`(_ status: Int) async throws {
    let server = RawServer(
      .answer(""), response: "HTTP/1.1 \(status) X\r\nWWW-Authenticate: Basic\r\n\r\n")
    defer { server.stop() }
    let client = try LiveTests.client("http://127.0.0.1:\(server.port)/client/v4")
    let response = try await client.sendToStorage(try #require(Self.bucketRequest())).get()
    #expect(response.status == status)
    #expect(server.connections == 1)
  }

  @Test func `sends the catalog token only to the catalog`() async throws {
    let server = RawServer(.answer(""), response: Self.ok.replacing("900", with: "2") + "{}")
    defer { server.stop() }
    let client = try LiveTests.client("http://127.0.0.1:\(server.port)/client/v4")
    let request = StorageRequest.catalogConfiguration(bucket: "b", account: "a", token: "tok")
    #expect(try await client.sendToStorage(request).get().status == 200)
    let head = try #require(server.heads.first)
    #expect(head.contains("Authorization: Bearer tok\r\n"))
    #expect(!head.contains("planted-token"))
  }

  /// Returns whether botocore, the signer of the AWS SDK, accepts the signature of a request.
  static func validity(on head: String, secret: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let process = Process()
    // Use a shell, because `Process` would resolve the symbolic link and leave the virtual
    // environment.
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", #"exec "$0" "$@""#, root.path + "/.build/peers/bin/python",
      root.path + "/Tests/Peers/verify_signature.py", secret,
    ]
    // Use a file, because writing to a pipe would end the process if the program does not start.
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(head.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  @Test(arguments: ["logs", "a b/é", "x+y=z&~"])
  func `signs a HEAD that botocore verifies`(_ bucket: String) async throws {
    let server = RawServer(.answer(""), response: Self.ok)
    defer { server.stop() }
    let client = try LiveTests.client("http://127.0.0.1:\(server.port)/client/v4")
    let request = StorageRequest.bucket(
      bucket, account: "acc", jurisdiction: "eu", accessKeyID: "planted-access-key",
      secretAccessKey: "planted/secret+key:")
    _ = try await client.sendToStorage(try #require(request)).get()
    let head = try #require(server.heads.first)
    #expect(head.hasPrefix("HEAD "))
    #expect(try Self.validity(on: head, secret: "planted/secret+key:") == "valid\n")
    #expect(try Self.validity(on: head, secret: "another") == "invalid\n")
  }
}
