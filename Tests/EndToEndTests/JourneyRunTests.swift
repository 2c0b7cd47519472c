import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Tests complete runs: from the first key to the payload.
  @Suite struct JourneyRunTests {
    @Test(arguments: zip(Journey.all, [(120, 40), (80, 24), (80, 30), (97, 29)]))
    func `prints the payload to standard output`(
      journey: Journey, size: (columns: Int, rows: Int)
    ) throws {
      let wizard = try WizardRun(columns: size.columns, rows: size.rows)
      try wizard.type(journey.keys)
      try wizard.wait(for: journey.lastText)
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: journey.payload, errors: journey.messages))
    }

    @Test func `writes the payload to a file with --output`() throws {
      let folder = Folder()
      try folder.write("previous contents, longer than a few bytes", to: "sink.json")
      let wizard = try WizardRun("sinkwizard --output sink.json", in: folder)
      try wizard.type(Journey.catalog.keys)
      try wizard.wait(for: Journey.catalog.lastText)
      #expect(try #require(folder.text(of: "sink.json")).hasPrefix("previous contents"))
      let outcome = try wizard.end(typing: "<C-x>")
      let saved = "saved to sink.json; create the sink with: sinkwizard submit sink.json"
      #expect(outcome == Outcome(status: 0, output: "", errors: "sinkwizard: \(saved)\n"))
      #expect(folder.text(of: "sink.json") == Payloads.catalog)
      #expect(folder.mode(of: "sink.json") == 0o600)
      #expect(folder.names == [".run", "sink.json"])
    }

    @Test func `draws on the terminal while standard output is a pipe`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json | cat", in: folder)
      try wizard.wait(for: "7/128")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.parquet, errors: ""))
    }
  }
}
