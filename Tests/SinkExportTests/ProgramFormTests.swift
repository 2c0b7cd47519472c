import SinkExport
import SinkSpec
import Testing

/// Tests complete exports as programs for Cloudflare's SDKs.
struct ProgramFormTests {
  @Test func `python calls create as the API reference does`() throws {
    let payload = #"{"name":"a\"b","type":"r2","config":{"token":"s"},"x":[true,null,1.50,-1,{}]}"#
    let local = try BaseURL("http://localhost:8080/v4")
    #expect(
      try Sample.text(payload, as: .python, account: "a/b", base: local) == #"""
        # Required environment variables: CLOUDFLARE_API_TOKEN, R2_CATALOG_TOKEN
        # For cloudflare >=5.0,<5.8: client.pipelines cannot be imported in 5.8 and 5.9, for which
        # "sinkwizard preview --as python-post" writes a script.
        # /x/2: 1.50 becomes a float, which may lose digits
        import os

        from cloudflare import Cloudflare

        client = Cloudflare(
            api_token=os.environ["CLOUDFLARE_API_TOKEN"],
            base_url="http://localhost:8080/v4",
            # A retry after a lost response would conflict with the sink just created.
            max_retries=0,
        )
        sink = client.pipelines.sinks.create(
            account_id="a%2Fb",
            name="a\"b",
            type="r2",
            config={
                "token": os.environ["R2_CATALOG_TOKEN"],
            },
            extra_body={
                "x": [
                    True,
                    None,
                    1.50,
                    -1,
                    {},
                ],
            },
        )
        print(sink.id)

        """#)
    let incomplete = try Sample.text(#"{"name":"a"}"#, as: .python)
    #expect(
      incomplete.contains(
        "# client.pipelines.sinks.create needs a type, so this calls client.post.\n"))
    #expect(incomplete.contains("response = client.post(\n"))
  }

  @Test func `python-post calls the generic post`() throws {
    let payload = #"{"name":"a\"b","config":{"token":"s"}}"#
    #expect(
      try Sample.text(payload, as: .pythonPost, account: "a/b") == #"""
        # Required environment variables: CLOUDFLARE_API_TOKEN, R2_CATALOG_TOKEN
        import os

        from cloudflare import Cloudflare

        client = Cloudflare(
            api_token=os.environ["CLOUDFLARE_API_TOKEN"],
            # A retry after a lost response would conflict with the sink just created.
            max_retries=0,
        )
        response = client.post(
            "/accounts/a%2Fb/pipelines/v1/sinks",
            body={
                "name": "a\"b",
                "config": {
                    "token": os.environ["R2_CATALOG_TOKEN"],
                },
            },
            cast_to=object,
        )
        print(response["result"]["id"])

        """#)
  }

  @Test func `typescript calls create as the API reference does`() throws {
    let payload = #"{"name":"a\"b","type":"r2_data_catalog","config":{"token":"s","bucket":"b"}}"#
    let local = try BaseURL("http://localhost:8080/v4")
    #expect(
      try Sample.text(payload, as: .typescript, account: nil, base: local) == #"""
        // Required environment variables: CLOUDFLARE_API_TOKEN, CLOUDFLARE_ACCOUNT_ID, R2_CATALOG_TOKEN
        // For the npm package cloudflare 7.1, as an ES module: npx tsx create-sink.mts
        import Cloudflare from "cloudflare";

        function required(name: string): string {
          const value = process.env[name];
          if (!value) throw new Error(`${name} is not set`);
          return value;
        }

        const client = new Cloudflare({
          apiToken: required("CLOUDFLARE_API_TOKEN"),
          baseURL: "http://localhost:8080/v4",
          // A retry after a lost response would conflict with the sink just created.
          maxRetries: 0,
        });

        const sink = await client.pipelines.sinks.create({
          account_id: required("CLOUDFLARE_ACCOUNT_ID"),
          name: "a\"b",
          type: "r2_data_catalog",
          config: {
            token: required("R2_CATALOG_TOKEN"),
            bucket: "b",
          },
        });
        console.log(sink.id);

        """#)
  }

  @Test func `typescript marks what the SDK has no types for, or JavaScript no numbers`() throws {
    for payload in [
      Sample.catalog, #"{"name":"a","type":"basin_catalog"}"#,
      #"{"name":"a","type":"r2","format":{"type":"json","compression":"gzip"}}"#,
      #"{"name":"a","type":"r2","schema":{"format":{"type":"json","compression":"gzip"}}}"#,
      #"{"name":"a","type":"r2","format":{"type":"avro"}}"#,
      #"{"name":"a","type":"r2","schema":{"fields":[{"type":"struct","fields":[]}]}}"#,
    ] {
      #expect(try Sample.text(payload, as: .typescript).contains("} as any);\n"), "\(payload)")
    }
    let text = try Sample.text(
      #"{"x":[9007199254740993,1e2],"__proto__":{"a-b":1},"account_id":"y"}"#, as: .typescript)
    for line in [
      "// /x/0: 9007199254740993 becomes a double, which may lose digits",
      "// /x/1: 1e2 becomes a double, which may lose digits", #"  ["__proto__"]: {"#,
      #"    "a-b": 1,"#, #"// omitted /account_id (the SDK puts it in the URL): "y""#,
    ] {
      #expect(text.contains(line + "\n"), "\(line) \(text)")
    }
  }
}
