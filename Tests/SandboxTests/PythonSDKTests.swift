import CloudflareAPI
import Dispatch
import Foundation
import SinkSpec
import Testing

extension SandboxServerTests {
  @Suite struct PythonSDKTests {
    static let script = """
      import sys, types
      # Version 5.9.0 cannot import its types of schema fields, which import one another in a
      # circle; nothing here has a schema.
      for module, name in [("source_field", "SourceField"), ("source_field_param", "SourceFieldParam")]:
          stand_in = types.ModuleType(module)
          setattr(stand_in, name, object)
          sys.modules["cloudflare.types.pipelines." + module] = stand_in
      import cloudflare
      client = cloudflare.Cloudflare(api_token="planted-token")
      sinks = client.pipelines.sinks
      made = sinks.create(
          account_id="acc", name="from_sdk", type="r2",
          config={"account_id": "acc", "bucket": "logs",
                  "credentials": {"access_key_id": "a" * 32, "secret_access_key": "b" * 64}},
          format={"type": "json"})
      assert made.name == "from_sdk" and made.created_at.year > 2000, made
      assert [sink.id for sink in sinks.list(account_id="acc")] == [made.id]
      assert [sink.id for sink in sinks.list(account_id="acc", name="SDK")] == [made.id]
      assert sinks.get(made.id, account_id="acc").config.bucket == "logs"
      try:
          sinks.create(account_id="acc", name="bad", type="r2", config={"bucket": "logs"})
          raise SystemExit("an invalid sink was accepted")
      except cloudflare.BadRequestError as error:
          assert error.errors[0].code == 1012, error
      sinks.delete(made.id, account_id="acc")
      try:
          sinks.get(made.id, account_id="acc")
          raise SystemExit("a deleted sink still exists")
      except cloudflare.NotFoundError as error:
          assert error.errors[0].code == 1015, error
      print("done")
      """

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../..").path

    /// 5.7.0 is the newest version whose types for Pipelines can be imported and strictly checked.
    @Test(arguments: [
      (["-c", script], ""), (["\(root)/Tests/Peers/read_account.py"], "cloudflare-5.7.0"),
    ])
    func `works with the unmodified Python SDK`(
      arguments: [String], version: String
    ) async throws {
      try await RunningSandbox.use { base in
        let process = Process()
        // Use a shell, because `Process` would resolve the symbolic link and leave the virtual
        // environment.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
          ["-c", #"exec "$0" "$@""#, Self.root + "/.build/peers/bin/python"] + arguments
        process.environment = [
          "CLOUDFLARE_BASE_URL": base.text, "PATH": "/usr/bin:/bin",
          "PYTHONPATH": version.isEmpty ? "" : "\(Self.root)/.build/peers/\(version)",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        // Read on a separate thread, because reading blocks and the cooperative pool has few
        // threads.
        let said = await withCheckedContinuation { continuation in
          DispatchQueue.global().async {
            continuation.resume(returning: output.fileHandleForReading.readDataToEndOfFile())
          }
        }
        #expect(String(decoding: said, as: UTF8.self) == "done\n")
      }
    }
  }
}
