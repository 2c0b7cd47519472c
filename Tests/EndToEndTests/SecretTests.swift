import Testing

extension EndToEnd {
  /// Tests that secrets appear only on request.
  @Suite struct SecretTests {
    private static let secrets = ["planted-key-4711", "planted-secret-0815", "planted-token-1234"]

    @Test(arguments: [false, true])
    func `writes typed secrets as --show-secrets says`(areShown: Bool) throws {
      let wizard = try WizardRun(Self.command(areShown ? "--show-secrets" : ""), columns: 120)
      try wizard.type("x</config/bucket>buck</config/credentials/access_key_id>planted-key-4711")
      try wizard.type("</config/credentials/secret_access_key>planted-secret-0815<Tab>")
      try wizard.wait(for: "▸ Name prefix")
      try checkNothingShows(wizard)
      try wizard.type("<A-5>")
      try wizard.wait(for: "Actions")
      try checkNothingShows(wizard)
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("planted-key-4711") == areShown)
      #expect(outcome.output.contains("planted-secret-0815") == areShown)
      #expect(outcome.output.contains("${R2_ACCESS_KEY_ID}") != areShown)
      #expect(outcome.output.contains("${R2_SECRET_ACCESS_KEY}") != areShown)
      #expect(outcome.errors.contains("--show-secrets") != areShown)
      #expect(!outcome.errors.contains("planted"))
      try checkNothingIsOnScreen(wizard)
    }

    @Test(arguments: [false, true])
    func `writes secrets from a file as --show-secrets says`(areShown: Bool) throws {
      let folder = Folder()
      try folder.write(
        Payloads.catalog.replacing("${R2_CATALOG_TOKEN}", with: Self.secrets[2]), to: "in.json")
      let option = areShown ? "--show-secrets" : ""
      let wizard = try WizardRun(Self.command("--from in.json \(option)"), in: folder)
      let ways = [
        ("<C-n>", "[2 "), ("<C-n>", "[3 "), ("<C-n>", "[4 "), ("<C-n>", "[5 "),
        ("<F2>", "Esc back to the form"), ("<F1>", "Esc close"),
      ]
      for (keys, seen) in ways {
        try wizard.type(keys)
        try wizard.wait(for: seen)
        try checkNothingShows(wizard)
      }
      try wizard.type("<Esc>")
      try wizard.terminal.wait("closes the help") { !$0.contains("Esc close") }
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains(Self.secrets[2]) == areShown)
      #expect(outcome.errors.contains("--show-secrets") != areShown)
      #expect(!outcome.errors.contains("planted"))
    }

    @Test func `masks a secret of the wrong type in the report`() throws {
      let folder = Folder()
      try folder.write(
        Payloads.catalog.replacing("\"${R2_CATALOG_TOKEN}\"", with: "[\"\(Self.secrets[2])\"]"),
        to: "in.json")
      let wizard = try WizardRun(Self.command("--from in.json"), in: folder)
      try wizard.wait(for: "/config/token")
      try checkNothingShows(wizard)
      try wizard.type("<Enter><A-2>")
      try wizard.wait(for: "[2 Destination")
      try checkNothingShows(wizard)
      try wizard.type("<C-x>")
      let outcome = try wizard.endConfirming()
      #expect(!outcome.errors.contains(Self.secrets[2]))
      #expect(!outcome.output.contains(Self.secrets[2]))
    }

    @Test func `shows a secret only while revealed`() throws {
      let wizard = try WizardRun()
      try wizard.type("</config/credentials/access_key_id>planted-key-4711")
      try wizard.wait(for: "••••")
      try checkNothingIsOnScreen(wizard)
      try wizard.type("<C-r>")
      try wizard.wait(for: "planted-key-4711")
      try wizard.type("<C-r>")
      try wizard.terminal.wait("hides it again") { !$0.contains("planted") }
      try wizard.type("<C-c>")
      try wizard.wait(for: "would be lost")
      #expect(try wizard.end(typing: "y").output.isEmpty)
      try checkNothingIsOnScreen(wizard)
    }

    private static func command(_ arguments: String) -> String {
      "bash -c 'echo $$ >.run/pid; exec sinkwizard \(arguments)'"
    }

    private func checkNothingShows(_ wizard: WizardRun) throws {
      try checkNothingIsOnScreen(wizard)
      let pid = try #require(wizard.folder.text(of: ".run/pid")).dropLast()
      let process = try Program.run(["cat", "/proc/\(pid)/cmdline"], in: wizard.folder)
      #expect(process.output.hasPrefix("sinkwizard\0"))
      for secret in Self.secrets { #expect(!process.output.contains(secret)) }
    }

    private func checkNothingIsOnScreen(_ wizard: WizardRun) throws {
      let seen = try wizard.terminal.history
      for secret in Self.secrets { #expect(!seen.contains(secret)) }
    }
  }
}
