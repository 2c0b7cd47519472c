import Foundation
import Testing

extension EndToEnd {
  /// Tests that secrets do not leak: plants one, then searches every place that could contain it.
  @Suite struct LeakTests {
    private static let planted = "planted-9f41-secret"

    /// Fails if the secret appears in output, on screen or in any file.
    private func search(_ folder: Folder, besides allowed: Set<String> = [], _ texts: String...)
      throws
    {
      for text in texts { #expect(!text.contains(Self.planted), "\(text)") }
      let found = try Program.runWithoutTerminal(
        "grep -rlaF --devices=skip -e \(Self.planted) . | sort", in: folder)
      let names = Set(found.output.split(separator: "\n").map { String($0.dropFirst(2)) })
      #expect(names.subtracting(allowed) == [])
    }

    /// Returns the command lines and environments of the process and its descendants.
    private func processes(_ wizard: WizardRun) throws -> String {
      let texts = try Program.runWithoutTerminal(
        """
        pid=$(cat .run/pid); for p in $pid $(cat /proc/$pid/task/*/children); \
        do cat /proc/$p/cmdline /proc/$p/environ | tr '\\0' '\\n'; done
        """, in: wizard.folder
      ).output
      #expect(texts.contains("sinkwizard") && texts.contains("XDG_STATE_HOME="))
      return texts
    }

    private static let command = "bash -c 'echo $$ >.run/pid; exec sinkwizard'"

    @Test func `typed on the full screen, leaks to no screen, clipboard, draft or file`()
      throws
    {
      let wizard = try WizardRun(Self.command, columns: 120)
      try wizard.type("x</config/bucket>buck</config/credentials/access_key_id>\(Self.planted)")
      try wizard.type("</config/credentials/secret_access_key>\(Self.planted)<Tab>")
      try wizard.wait(for: "▸ Name prefix")
      try wizard.type("<C-s>saved.json<Enter>")
      try wizard.wait(for: "Saved to")
      for (number, form) in ["http", "curl", "tf", "py", "sh"].enumerated() {
        try wizard.type("<C-t>" + String(repeating: "<Down>", count: number + 1) + "<Enter>")
        try wizard.wait(for: "Save as ")
        try wizard.type("<C-u>saved.\(form)<Enter>")
        try wizard.wait(for: "saved.\(form),")
      }
      try wizard.type("<A-w>")
      try wizard.wait(for: "clipboard")
      try wizard.terminal.wait("has the clipboard") { _ in
        try wizard.terminal.clipboard.contains("R2_ACCESS_KEY_ID")
      }
      try wizard.type("<F1>")
      try wizard.wait(for: "Esc close")
      try wizard.type("<Esc>")
      try search(
        wizard.folder, wizard.terminal.history, wizard.terminal.clipboard, processes(wizard))
      try wizard.type("<C-q>")
      try wizard.terminal.wait("leaves or asks") { screen in
        screen.contains("would be lost") || screen.contains("A draft without secrets is kept")
      }
      let outcome = try wizard.end(typing: "y")
      #expect(wizard.folder.names.count == 7, "\(wizard.folder.names)")
      try search(wizard.folder, outcome.output, outcome.errors, wizard.terminal.history)
    }

    @Test(arguments: ["KILL", "SEGV", "ABRT", "QUIT", "TRAP"])
    func `does not leak when the wizard is killed, and leaves no core`(signal: String)
      throws
    {
      let wizard = try WizardRun("ulimit -c unlimited; \(Self.command)", columns: 120)
      try wizard.type(
        "x</config/bucket>buck</config/credentials/access_key_id>\(Self.planted)<Tab>")
      try wizard.wait(for: "▸ Secret access key")
      _ = try Program.runWithoutTerminal("kill -\(signal) $(cat .run/pid)", in: wizard.folder)
      try wizard.terminal.wait("has ended") { _ in wizard.folder.bytes(of: ".run/ended") != nil }
      try search(wizard.folder, wizard.terminal.history)
      #expect(wizard.folder.names.filter { $0.hasPrefix("core") } == [])
    }

    private static let misnamed = """
      {"name":"x","type":"r2","token":"\(planted)","config":{"bucket":{"token":"\(planted)"},\
      "secretAccessKey":"\(planted)","credentials":{"access_key_id":["\(planted)"],\
      "key":"\(planted)"},"catalog_token":"\(planted)","auth":{"token":"\(planted)"},\
      "password":"\(planted)"},"format":{"type":"json"},"schema":{"fields":[{"name":"a",\
      "type":"string","secret_key":"\(planted)"}]}}
      """

    @Test func `misplaced in a payload, does not leak on the full screen`() throws {
      let folder = Folder()
      try folder.write(Self.misnamed, to: "in.json")
      let wizard = try WizardRun(
        "bash -c 'echo $$ >.run/pid; exec sinkwizard --from in.json'", columns: 120, in: folder,
        ready: "in.json")
      let ways = [
        ("<Enter>y", "\"name\": \"xy\""), ("<A-2>", "[2 Dest"), ("<F1>", "Esc close"),
        ("<Esc>", "Roll after  "), ("<Tab><Tab>", "▸ Jurisdiction"),
        ("<A-3>", "[3 "), ("<A-4>", "[4 "), ("<F6><Tab><Tab><Tab><Tab>", "secret_key"),
        ("<F2>", "Esc back to the form"), ("<A-5>", "[5 "),
      ]
      for (keys, seen) in ways {
        try wizard.type(keys)
        try wizard.wait(for: seen)
        try search(folder, besides: ["in.json"], wizard.terminal.history)
      }
      try wizard.terminal.wait("is kept") { _ in
        folder.text(of: DraftTests.draft)?.contains("xy") == true
          || folder.text(of: DraftTests.draft)?.contains("yx") == true
      }
      try wizard.type("<C-x>")
      let outcome = try wizard.endConfirming()
      try search(
        folder, besides: ["in.json"], outcome.output, outcome.errors, wizard.terminal.history)
    }

    @Test func `misplaced in a payload, does not leak in line mode`() throws {
      let folder = Folder()
      try folder.write(Self.misnamed, to: "in.json")
      let outcome = try PlainRun.run(
        [
          "y", "/list", "/issues", "/request", "/columns", "/column a", "", "", "", "", "/event",
          "/export", "2", "out.http", "/step 2", "", "?", "", "?", "/save out.json", "/undo",
        ], "--from in.json", in: folder)
      #expect(outcome.status == 130)
      #expect(folder.bytes(of: "out.json") != nil && folder.bytes(of: "out.http") != nil)
      try search(folder, besides: ["in.json"], outcome.output, outcome.errors)
    }

    @Test(arguments: [
      "check in.json", "check --format json in.json", "preview in.json",
      "preview --as http in.json",
      "preview --as curl in.json", "preview --as terraform in.json", "preview --as python in.json",
      "preview --as wrangler in.json", "submit --dry-run in.json", "submit in.json",
    ])
    func `misplaced in a payload, does not leak from commands`(command: String) throws {
      let folder = Folder()
      try folder.write(Self.misnamed, to: "in.json")
      let outcome = try Program.runWithoutTerminal("sinkwizard \(command)", in: folder)
      #expect(!(outcome.output + outcome.errors).isEmpty)
      try search(folder, besides: ["in.json"], outcome.output, outcome.errors)
    }

    @Test func `answered through a pipe, even at the wrong prompt, does not leak`() throws {
      let folder = Folder()
      let answers = [
        "x", "", "", "lake", "", "", "", "/\(Self.planted)", "/back", Self.planted, Self.planted,
        "/back", "?", "/list", "/request", "/issues", "/undo", "/redo", "/save out.json",
        "/finish", "y",
      ]
      let outcome = try PlainRun.run(answers, in: folder)
      #expect(outcome.status == 0)
      try search(folder, besides: [".answers"], outcome.output, outcome.errors)
    }

    @Test func `typed in line mode, is never echoed`() throws {
      let wizard = try WizardRun(
        "bash -c 'echo $$ >.run/pid; exec sinkwizard --plain 2>/dev/tty'", columns: 120, rows: 100,
        ready: "Name, required")
      try wizard.type("x<Enter><Enter><Enter>lake<Enter><Enter><Enter><Enter>")
      try wizard.wait(for: "Access key ID, required")
      try wizard.type("\(Self.planted)<Enter>\(Self.planted)<Enter>")
      try wizard.wait(for: "Name prefix, optional")
      try wizard.type("/request<Enter>/list<Enter>/save out.json<Enter>/copy<Enter>/step 5<Enter>")
      try wizard.wait(for: "Step 5 of 5")
      try search(
        wizard.folder, wizard.terminal.history, wizard.terminal.clipboard, processes(wizard))
      let outcome = try wizard.end(typing: "/quit<Enter>y<Enter>")
      try search(wizard.folder, outcome.output, outcome.errors, wizard.terminal.history)
    }

    @Test func `in the environment, is not passed to decompressors`() throws {
      let folder = Folder()
      try folder.write(Payloads.events, to: "e.ndjson")
      let outcome = try Program.runWithoutTerminal(
        """
        mkdir bin; printf '%s\\n' '#!/bin/bash' 'tr "\\\\0" "\\\\n" </proc/$$/environ >>'$PWD/seen \
        'tr "\\\\0" " " </proc/$$/cmdline >>'$PWD/seen 'exec /usr/bin/zstd "$@"' >bin/zstd; \
        chmod +x bin/zstd; /usr/bin/zstd -q e.ndjson; PATH=$PWD/bin:$PATH \
        CLOUDFLARE_API_TOKEN=\(Self.planted) R2_SECRET_ACCESS_KEY=\(Self.planted) \
        sinkwizard infer e.ndjson.zst
        """, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == Payloads.eventSchema)
      #expect(folder.text(of: "seen")?.contains("zstd") == true)
      try search(folder, outcome.output, outcome.errors)
    }
  }
}
