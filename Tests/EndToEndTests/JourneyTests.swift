import Foundation
import Testing

extension EndToEnd {
  /// From the first key to the payload.
  @Suite struct JourneyTests {
    @Test func `files as Parquet, to a wide terminal's standard output`() throws {
      let wizard = try WizardRun(columns: 120, rows: 40)
      try wizard.type("my_sink<Tab><Tab><Enter>analytics-events<Enter><Enter>eu<Enter>")
      try wizard.type("events/raw<Enter><A-r><Enter><A-r><Enter>ev<Enter>uuid_v7<Tab>pq<Enter>")
      try wizard.type("%Y/%m/%d/%H<Enter>100 MiB<Enter>90s<Enter>1h30m<Enter><Tab>zs<Tab>128MiB")
      let screen = try wizard.wait(for: "134217728")
      #expect(screen.contains("\"interval_seconds\": 5400"))
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.parquet, errors: ""))
    }

    /// What is said when secrets were typed that the payload does not have.
    private static let withheld = """
      sinkwizard: references stand for Access key ID and Secret access key in the payload; \
      --show-secrets writes what was entered

      """

    @Test func `files as JSON on the classic screen`() throws {
      let wizard = try WizardRun(columns: 80, rows: 24)
      try wizard.type("lines<C-n>raw<Tab><Tab><Tab><Tab>key<Tab>secret<A-3>js<Tab>str<Tab>unix")
      try wizard.type("<Tab>y")
      try wizard.wait(for: "‹ yes ›")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.json, errors: Self.withheld))
    }

    @Test func `a table of the Data Catalog, into a file`() throws {
      let folder = Folder()
      try folder.write("what was there before, and longer than a few bytes", to: "sink.json")
      let wizard = try WizardRun("sinkwizard --output sink.json", in: folder)
      try wizard.type("clicks<Tab>r2_d<C-n>lake<Tab><Tab>events<Tab>web.clicks<Tab><A-r>")
      try wizard.type("<Tab><Tab><Tab>2m")
      try wizard.wait(for: "120 s")
      #expect(try #require(folder.text(of: "sink.json")).hasPrefix("what was there before"))
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: "", errors: ""))
      #expect(folder.text(of: "sink.json") == Payloads.catalog)
      #expect(folder.mode(of: "sink.json") == 0o600)
      #expect(folder.names == [".run", "sink.json"])
    }

    @Test func `a nested schema on a screen of an odd size`() throws {
      let wizard = try WizardRun(columns: 97, rows: 29)
      try wizard.type("n<C-n>buck<Tab><Tab><Tab><Tab><A-r><Tab><A-r><A-4><Enter>")
      try wizard.type("id<Tab>int64<Tab>y<Enter>at<Tab>ti<Tab><Tab>mic<Enter>")
      try wizard.type("tags<Tab>l<Enter>s<Enter>items<Tab>l<Enter>stru<Enter>sku<Enter>")
      try wizard.type("n<Tab>int32<Enter><Enter>raw<Tab>j<F6><Tab><Tab>kafka_key<Tab>TEXT")
      try wizard.wait(for: "SQL name           TEXT")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.nested, errors: ""))
    }

    @Test func `the wizard stays on the terminal while its payload goes down a pipe`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let wizard = try WizardRun("sinkwizard --from in.json | cat", in: folder)
      try wizard.wait(for: "7/128")
      let outcome = try wizard.end(typing: "<C-x>")
      #expect(outcome == Outcome(status: 0, output: Payloads.parquet, errors: ""))
    }
  }
}
