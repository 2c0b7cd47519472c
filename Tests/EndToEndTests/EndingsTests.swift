import Testing

extension EndToEnd {
  /// Tests every way the program can end, in several states, each on a separate terminal.
  @Suite struct EndingsTests {
    @Test func `restores the terminal and exits with the matching status`() throws {
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
