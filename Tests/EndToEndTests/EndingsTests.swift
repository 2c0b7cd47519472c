import Testing

extension EndToEnd {
  /// Every way for the program to end, in several states, on a terminal of its own.
  @Suite struct EndingsTests {
    @Test func `nothing is left behind, and the status tells why it ended`() throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let outcome = try Program.run(
        [
          "bash", "-c",
          #"cd; mkdir home state; exec "$0" "$(command -v sinkwizard)" "$PWD" in.json"#,
          Program.peers + "/endings",
        ], in: folder)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }
  }
}
