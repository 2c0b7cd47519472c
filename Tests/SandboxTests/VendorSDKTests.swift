import CloudflareAPI
import Dispatch
import Foundation
import SinkSpec
import Testing

extension `The sandbox` {
  @Suite struct `with the vendor's Python SDK` {
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
          raise SystemExit("a bad sink was taken")
      except cloudflare.BadRequestError as error:
          assert error.errors[0].code == 1012, error
      sinks.delete(made.id, account_id="acc")
      try:
          sinks.get(made.id, account_id="acc")
          raise SystemExit("a deleted sink is there")
      except cloudflare.NotFoundError as error:
          assert error.errors[0].code == 1015, error
      assert [bucket.name for bucket in client.r2.buckets.list(account_id="acc").buckets]
      assert client.user.tokens.verify().status == "active"
      print("done")
      """

    @Test func `works with it unchanged`() async throws {
      try await RunningSandbox.use { base in
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let process = Process()
        // By a shell: a path that is made plain leads out of the virtual environment.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
          "-c", #"exec "$0" -c "$1""#, root.path + "/.build/peers/bin/python", Self.script,
        ]
        process.environment = ["CLOUDFLARE_BASE_URL": base.text, "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        // Read on a thread of its own: those that tasks share are few, and it waits for the end.
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
