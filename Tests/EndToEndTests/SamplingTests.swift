import Testing

extension EndToEnd {
  /// Tests columns from sample events and schema files on a terminal.
  @Suite struct SamplingTests {
    @Test func `shows inferred columns with their evidence, and undoes the import`() throws {
      let folder = Folder()
      try folder.write(Payloads.events, to: "events")
      let wizard = try WizardRun("sinkwizard --output sink.json", in: folder)
      try wizard.type("<A-4><A-e>events<Enter>")
      let proposal = try wizard.wait(for: "events: 3 events · 4 new")
      #expect(proposal.contains("were seen in only 3 events"))
      try wizard.type("<Down>")
      try wizard.wait(for: "required: in all 3, a small sample · integer 3 · 1, 2")
      try wizard.type("<Enter>")
      try wizard.wait(for: "3 columns from events; Ctrl-_ undoes it")
      try wizard.type("<Down>")
      #expect(try wizard.wait(for: "/schema/fields/1/name").contains("Seen  in 2 of 3"))
      try wizard.type("<F3>")
      try wizard.wait(for: "2026-")
      try wizard.type("<F3><C-_>")
      try wizard.terminal.wait("is without columns") { !$0.contains("struct") }
      try wizard.type("<C-x>")
      _ = try wizard.endConfirming()
      #expect(folder.text(of: "sink.json")?.contains("fields") == false)
    }

    @Test func `stops reading endless events, and keeps the columns so far`() throws {
      let folder = Folder()
      try folder.write(Payloads.events, to: "events")
      let script = "mkfifo pipe; { cat events; exec sleep 60; } >pipe & sinkwizard"
      let wizard = try WizardRun(script, in: folder)
      try wizard.type("<A-4><A-e>pipe<Enter>")
      try wizard.wait(for: "Reading events from pipe")
      try wizard.wait(for: "3 events · 4 columns")
      try wizard.type("<Esc>")
      try wizard.wait(for: "pipe: 3 events")
      try wizard.type("<Enter>")
      try wizard.wait(for: "3 columns from pipe")
      try wizard.type("<C-x>")
      let outcome = try wizard.endConfirming()
      #expect(outcome.output.contains(#""type": "timestamp""#))
    }

    @Test func `stops waiting for a silent pipe on Esc`() throws {
      let wizard = try WizardRun("mkfifo pipe; sleep 60 <>pipe & sinkwizard")
      try wizard.type("<A-4><A-e>pipe<Enter>")
      try wizard.wait(for: "Reading events from pipe")
      try wizard.type("<Esc>")
      try wizard.wait(for: "was stopped before an event was read")
      try wizard.type("<Esc>")
      try wizard.terminal.wait("closes the question") { !$0.contains("before an event") }
      #expect(try wizard.end(typing: "<C-q>").status == 130)
    }

    @Test func `reports an unreadable sample in its prompt`() throws {
      let folder = Folder()
      try folder.write("7\n", to: "events")
      let wizard = try WizardRun(in: folder)
      try wizard.type("<A-4><A-e>missing<Enter>")
      try wizard.wait(for: "│ does not exist")
      try wizard.type("<C-a><C-k>events<Enter>")
      try wizard.wait(for: "has no readable events")
    }

    @Test func `shows a schema file from the command line before importing it`() throws {
      let folder = Folder()
      try folder.write(
        """
        {"type": "record", "name": "click", "fields": [
          {"name": "id", "type": "bytes"},
          {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9}}]}
        """, to: "click.avsc")
      let wizard = try WizardRun(
        "sinkwizard --from click.avsc", in: folder, ready: "an Avro schema")
      #expect(try wizard.wait(for: "2 new").contains("+! price"))
      try wizard.type("<Enter><A-4>")
      #expect(try wizard.wait(for: "[4 Schema").contains("binary"))
      try wizard.type("<C-x>")
      let outcome = try wizard.endConfirming()
      #expect(outcome.output.contains(#""type": "binary""#))
    }
  }
}
