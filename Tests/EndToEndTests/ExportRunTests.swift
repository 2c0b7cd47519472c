import Foundation
import SinkSpec
import TestSupport
import Testing

/// Tests exports of hostile payloads by running them with their target tools.
extension EndToEnd {
  @Suite struct ExportRunTests {
    private static let peers = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Peers").path
    private static let python = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../.build/peers/bin/python").path
    private static let count = 12

    /// Writes payloads 1 to `count` to a folder, and collects the environment for their exports.
    private static func prepare(
      seed: UInt64, isForProvider: Bool = false,
      _ adjusted: (PayloadTree) -> PayloadTree = { $0 }
    ) throws -> (folder: Folder, payloads: [PayloadTree], environment: [String: String]) {
      var hostile = HostilePayload(seed: seed)
      let folder = Folder()
      var payloads: [PayloadTree] = []
      for number in 1...count {
        payloads.append(adjusted(hostile.payload(isForProvider: isForProvider)))
        try folder.write(payloads[number - 1].text, to: "\(number).json")
      }
      var environment = ["CLOUDFLARE_API_TOKEN": "t0ken!$'\"\\", "PYTHONDONTWRITEBYTECODE": "1"]
      for name in ["R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY", "R2_CATALOG_TOKEN"] {
        environment[name] = "s3cret" + hostile.environmentText()
      }
      return (folder, payloads, environment)
    }

    /// Exports each payload, and runs a script on it while a mock of the API listens.
    private static func run(
      _ form: String, _ script: String, in folder: Folder, _ environment: [String: String]
    ) throws -> Outcome {
      let each = """
        for n in $(seq \(count)); do
          sinkwizard preview $n.json --as \(form) --base-url $BASE_URL >$n.\(form) 2>/dev/null
          \(script)
        done
        """
      return try Program.run(
        [
          "timeout", "-k", "1", "100", python, peers + "/listener", folder.path, "bash", "-c",
          "cd; " + each,
        ], in: folder, environment: environment)
    }

    private static func expectBodies(
      of payloads: [PayloadTree], in folder: Folder, _ environment: [String: String],
      _ comment: Comment, hasHeads: Bool = true
    ) throws {
      for (index, payload) in payloads.enumerated() {
        let bytes = try #require(folder.bytes(of: "\(index + 1).body"), comment)
        let body = PayloadTree(try JSONDocument(parsing: Array(bytes)))
        let wanted = payload.filled(from: environment)
        #expect(body.canonicalBytes == wanted.canonicalBytes, "\(comment) payload \(index + 1)")
        guard hasHeads else { continue }
        let head = try #require(folder.text(of: "\(index + 1).head"), comment)
        #expect(
          head.hasPrefix("POST /client/v4/accounts/\(Program.account)/pipelines/v1/sinks HTTP"))
        #expect(head.contains("Authorization: Bearer t0ken!$'\"\\\n"), comment)
        #expect(head.lowercased().contains("content-type: application/json\n"), comment)
      }
      #expect(folder.bytes(of: "\(payloads.count + 1).body") == nil, comment)
      #expect(!folder.names.contains("pwned"), comment)
    }

    /// Writes a mock program that records its arguments, for a folder at the front of the PATH.
    private static func note(_ name: String, then next: String, in folder: Folder) throws {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "bin"), withIntermediateDirectories: true)
      try folder.write(
        "#!/bin/bash\nprintf '%s\\0' \"$@\" >>~/arguments\n\(next)\n", to: "bin/\(name)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.path(of: "bin/\(name)"))
    }

    @Test(arguments: [("bash $n.curl", 1), ("bash --norc --noprofile -i <$n.curl", 2)])
    func `sends the request with curl, run or pasted, without exposing secrets`(
      command: String, seed: UInt64
    ) throws {
      let (folder, payloads, environment) = try Self.prepare(seed: seed)
      try Self.note("curl", then: "exec /usr/bin/curl \"$@\"", in: folder)
      let outcome = try Self.run(
        "curl", "PATH=~/bin:$PATH \(command) >/dev/null", in: folder, environment)
      #expect(outcome.status == 0, "seed \(seed): \(outcome.errors)")
      try Self.expectBodies(of: payloads, in: folder, environment, "seed \(seed)")
      let arguments = try #require(folder.text(of: "arguments"))
      #expect(arguments.contains("--data-binary"))
      #expect(!arguments.contains("s3cret") && !arguments.contains("t0ken"))
    }

    /// Compares byte for byte if there are no placeholders.
    @Test func `sends with curl the bytes that json prints`() throws {
      let (folder, _, environment) = try Self.prepare(seed: 3)
      let outcome = try Self.run(
        "curl", "sinkwizard preview $n.json --show-secrets >$n.shown 2>/dev/null; bash $n.curl",
        in: folder,
        environment.merging([
          "R2_ACCESS_KEY_ID": "${R2_ACCESS_KEY_ID}", "R2_CATALOG_TOKEN": "${R2_CATALOG_TOKEN}",
          "R2_SECRET_ACCESS_KEY": "${R2_SECRET_ACCESS_KEY}",
        ]) { $1 })
      #expect(outcome.status == 0, "\(outcome.errors)")
      for number in 1...Self.count {
        let shown = try #require(folder.bytes(of: "\(number).shown"))
        #expect(folder.bytes(of: "\(number).body") == shown, "payload \(number)")
      }
    }

    @Test func `sends nothing with curl if a variable is unset`() throws {
      let (folder, _, environment) = try Self.prepare(seed: 4)
      for name in ["CLOUDFLARE_API_TOKEN", "R2_ACCESS_KEY_ID"] {
        try folder.write(Payloads.parquet, to: "1.json")
        let outcome = try Self.run(
          "curl", "[ $n != 1 ] || { env -u \(name) bash 1.curl; exit $?; }", in: folder,
          environment)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(name))
        #expect(folder.bytes(of: "1.body") == nil)
      }
    }

    /// `python` for the versions whose typed function can be imported, `python-post` for the newest.
    @Test(
      arguments: [
        ("python", "5.0.0", 51), ("python", "5.3.0", 52), ("python", "5.7.0", 53),
        ("python-post", nil, 5),
      ] as [(String, String?, UInt64)])
    func `sends the request with Cloudflare's SDK`(
      form: String, version: String?, seed: UInt64
    ) throws {
      let (folder, payloads, environment) = try Self.prepare(seed: seed)
      try folder.write(
        "import runpy\nfor n in range(1, \(Self.count + 1)): runpy.run_path(f'{n}.\(form)')\n",
        to: "all.py")
      let sdk = version.map { "\(Self.python)/../../cloudflare-\($0)" } ?? ""
      let outcome = try Self.run(
        form, "[ $n != \(Self.count) ] || PYTHONPATH='\(sdk)' '\(Self.python)' all.py", in: folder,
        environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let id = "0223105f4ecef8ad9ca31a8372d0c353\n"
      #expect(outcome.output == String(repeating: id, count: Self.count))
      try Self.expectBodies(of: payloads, in: folder, environment, "seed \(seed)")
    }

    /// Node runs the program after its types are stripped, with a mock of the SDK.
    @Test func `sends the request with TypeScript`() throws {
      let (folder, payloads, environment) = try Self.prepare(seed: 8, isForProvider: true) {
        // JavaScript has no larger integers.
        $0.setting("/config/rolling_policy/file_size_bytes", .literal("9007199254740991"))
          .setting("/schema/fields/2", .object([.init(name: "__proto__", value: .array([]))]))
      }
      let module = folder.url.appending(path: "node_modules/cloudflare")
      try FileManager.default.createDirectory(at: module, withIntermediateDirectories: true)
      try folder.write(
        """
        export default class {
          constructor(options) {
            const { apiToken, baseURL } = options;
            this.pipelines = { sinks: { async create({ account_id, ...body }) {
              const url = `${baseURL}/accounts/${account_id}/pipelines/v1/sinks`;
              const headers = { Authorization: `Bearer ${apiToken}`, "Content-Type": "application/json" };
              const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
              return (await answer.json()).result;
            } } };
          }
        }
        """, to: "node_modules/cloudflare/index.mjs")
      try folder.write(
        #"{"name":"cloudflare","exports":"./index.mjs"}"#,
        to: "node_modules/cloudflare/package.json")
      let outcome = try Self.run(
        "typescript",
        "sed 's/(name: string): string/(name)/; s/^} as any);$/});/' $n.typescript >$n.mjs; node $n.mjs",
        in: folder, environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let id = "0223105f4ecef8ad9ca31a8372d0c353\n"
      #expect(outcome.output == String(repeating: id, count: Self.count), "\(outcome.errors)")
      try Self.expectBodies(of: payloads, in: folder, environment, "seed 8")
    }

    @Test func `passes the whole body to cf in a file, without exposing secrets`() throws {
      let (folder, payloads, environment) = try Self.prepare(seed: 9)
      try Self.note("cf", then: "cat \"${5#@}\" >~/$((n)).body", in: folder)
      let outcome = try Self.run(
        "cf", "export n; PATH=~/bin:$PATH bash $n.cf", in: folder, environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      try Self.expectBodies(of: payloads, in: folder, environment, "seed 9", hasHeads: false)
      let arguments = try #require(folder.text(of: "arguments")).split(separator: "\0")
      #expect(arguments.prefix(4) == ["pipelines", "sinks", "create", "--body"])
      #expect(arguments.count == 5 * Self.count)
    }

    @Test(arguments: ["curl", "wrangler", "cf"])
    func `writes scripts that shellcheck accepts`(form: String) throws {
      let (folder, _, environment) = try Self.prepare(seed: 10)
      try folder.write(Payloads.parquet, to: "1.json")
      try folder.write(Payloads.catalog, to: "2.json")
      let outcome = try Self.run(form, "shellcheck $n.\(form) || exit", in: folder, environment)
      #expect(outcome == Outcome(status: 0, output: "", errors: ""))
    }

    @Test func `writes Terraform that parses to the request`() throws {
      let (folder, payloads, _) = try Self.prepare(seed: 6, isForProvider: true)
      let outcome = try Program.run(
        [
          "timeout", "100", "bash", "-c",
          """
          cd; for n in $(seq \(Self.count)); do
            sinkwizard preview $n.json --as terraform >$n.tf 2>/dev/null
            '\(Self.python)' '\(Self.peers)/read-terraform' $n.tf >$n.read || exit
          done
          """,
        ], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      for (index, payload) in payloads.enumerated() {
        let read = try PayloadTree(parsing: try #require(folder.text(of: "\(index + 1).read")))
        #expect(read["/kind"] == .literal("\"cloudflare_pipeline_sink\""))
        let account = PayloadTree.literal("\"\(Program.account)\"")
        let wanted = payload.setting("/account_id", account)
        #expect(
          read["/body"]?.canonicalBytes == wanted.canonicalBytes, "seed 6 payload \(index + 1)")
      }
    }

    @Test func `passes every string to wrangler unchanged`() throws {
      let (folder, payloads, environment) = try Self.prepare(seed: 7)
      try Self.note("npx", then: "printf '\\1\\0' >>~/arguments", in: folder)
      let outcome = try Self.run(
        "wrangler", "PATH=~/bin:$PATH bash $n.wrangler", in: folder, environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!folder.names.contains("pwned"))
      let calls = try #require(folder.bytes(of: "arguments")).split(
        separator: Data([0, 1, 0]), omittingEmptySubsequences: true)
      #expect(calls.count == payloads.count)
      for (call, payload) in zip(calls, payloads) {
        let words = call.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
        #expect(
          words.prefix(4).map { String(decoding: $0, as: UTF8.self) }
            == ["wrangler", "pipelines", "sinks", "create"])
        for (pointer, option) in [
          ("/config/bucket", "--bucket="), ("/config/path", "--path="),
          ("/config/partitioning/time_pattern", "--partitioning="),
          ("/config/table_name", "--table="), ("/config/namespace", "--namespace="),
        ] as [(Pointer, String)] {
          guard case .literal(let literal)? = payload[pointer] else { continue }
          let document = try JSONDocument(parsing: Array(literal.utf8))
          let text = try #require(document.string(.root))
          let given = words.filter { $0.starts(with: option.utf8) }
          let isHeld = !text.unicodeScalars.contains("\0") && !Self.isInQuotes(text)
          #expect(given == (isHeld ? [Array((option + text).utf8)] : []), "seed 7 \(literal)")
        }
      }
    }

    private static func isInQuotes(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return bytes.count > 1 && bytes.first == bytes.last && [0x22, 0x27].contains(bytes[0])
    }
  }
}
