import SinkExport
import SinkSpec
import Testing

/// Tests exports of the pipeline that writes a stream into a sink.
struct PipelineExportTests {
  private static func pipeline(
    _ sink: String = "my_sink", _ stream: String = "web_events", base: BaseURL = .standard
  ) -> PipelineExport? {
    PipelineExport(sink: sink, stream: stream, account: "0123", base: base)
  }

  @Test func `writes names without quotes`() throws {
    let pipeline = try #require(Self.pipeline("My_Sink", "9select"))
    #expect(pipeline.statement == "INSERT INTO My_Sink SELECT * FROM 9select;")
    #expect(pipeline.name == "My_Sink_pipeline")
  }

  @Test(arguments: [
    "", "a b", "a;b", "a'b", "a\"b", "a-b", "a.b", "a\n", "ä", String(repeating: "x", count: 129),
  ])
  func `refuses names that SQL cannot refer to`(name: String) {
    #expect(Self.pipeline(name, "web_events") == nil)
    #expect(Self.pipeline("my_sink", name) == nil)
  }

  @Test func `keeps the pipeline's name within its limit`() throws {
    let pipeline = try #require(Self.pipeline(String(repeating: "x", count: 128)))
    #expect(pipeline.name.count == 128 && pipeline.name.hasSuffix("x_pipeline"))
  }

  @Test func `writes a command for curl`() throws {
    #expect(
      try #require(Self.pipeline()).curl == #"""
        : "${CLOUDFLARE_API_TOKEN:?}" &&
        curl -sS --fail-with-body --request POST \
          https://api.cloudflare.com/client/v4/accounts/\
        0123/pipelines/v1/pipelines \
          --header @<(printf 'Authorization: Bearer %s\n' "$CLOUDFLARE_API_TOKEN") \
          --header 'Content-Type: application/json' \
          --data-binary '{
            "name": "my_sink_pipeline",
            "sql": "INSERT INTO my_sink SELECT * FROM web_events;"}'
        """#)
  }

  @Test func `names another base URL for wrangler`() throws {
    let base = try BaseURL("http://127.0.0.1:8787/client/v4")
    #expect(
      try #require(Self.pipeline(base: base)).wrangler == """
        CLOUDFLARE_ACCOUNT_ID=0123 \\
          CLOUDFLARE_API_BASE_URL=http://127.0.0.1:8787/client/v4 \\
          npx wrangler pipelines create my_sink_pipeline \\
          --sql='INSERT INTO my_sink SELECT * FROM web_events;'
        """)
  }
}
