import SinkExport
import SinkSpec
import Testing

/// Tests complete exports as requests and commands.
struct FormTests {
  @Test func `writes json in reference order`() throws {
    #expect(
      try Sample.text(Sample.parquet, as: .json) == """
        {
          "name": "my_sink",
          "type": "r2",
          "config": {
            "account_id": "x",
            "bucket": "logs",
            "credentials": {
              "access_key_id": "${R2_ACCESS_KEY_ID}",
              "secret_access_key": "${MINE}"
            },
            "path": "a b",
            "rolling_policy": {
              "file_size_bytes": 104857600
            }
          },
          "format": {
            "type": "parquet"
          }
        }

        """)
  }

  @Test func `writes http with request line, headers and body`() throws {
    #expect(
      try Sample.text(#"{"name":"é"}"#, as: .http) == """
        POST /client/v4/accounts/0123105f4ecef8ad9ca31a8372d0c353/pipelines/v1/sinks HTTP/1.1
        Host: api.cloudflare.com
        Authorization: Bearer ${CLOUDFLARE_API_TOKEN}
        Content-Type: application/json
        Accept: application/json
        User-Agent: sinkwizard/1.0
        Content-Length: 19

        {
          "name": "é"
        }

        """)
    let local = try BaseURL("http://localhost:8080/")
    let text = try Sample.text(Sample.parquet, as: .http, account: nil, base: local)
    #expect(
      text.hasPrefix(
        """
        POST /accounts/${CLOUDFLARE_ACCOUNT_ID}/pipelines/v1/sinks HTTP/1.1
        Host: localhost:8080

        """))
    #expect(!text.contains("Content-Length"))
  }

  @Test(arguments: [ExportForm.http, .curl, .pythonPost])
  func `keeps an account of dots from changing the path`(form: ExportForm) throws {
    let text = try Sample.text(Sample.parquet, as: form, account: "..")
    #expect(text.contains("/accounts/%2E%2E/pipelines/v1/sinks"))
  }

  @Test func `curl reads secrets from the environment`() throws {
    #expect(
      try Sample.text(
        #"{"name":"it's","config":{"token":"s3cret"}}"#, as: .curl, account: nil) == #"""
          #!/usr/bin/env bash
          # shellcheck disable=SC1003,SC2016
          # Required environment variables: CLOUDFLARE_API_TOKEN, CLOUDFLARE_ACCOUNT_ID, R2_CATALOG_TOKEN
          (
            : "${CLOUDFLARE_API_TOKEN:?}" "${CLOUDFLARE_ACCOUNT_ID:?}" "${R2_CATALOG_TOKEN:?}"
            json_escaped() (
              LC_ALL=C
              for ((i = 0; i < ${#1}; i++)); do
                char=${1:i:1}
                case $char in
                  [\"\\]) printf '\\%s' "$char" ;;
                  [[:cntrl:]]) printf '\\u%04x' "'$char" ;;
                  *) printf %s "$char" ;;
                esac
              done
            )
            printf %s '{
            "name": "it'\''s",
            "config": {
              "token": "' "$(json_escaped "$R2_CATALOG_TOKEN")" '"
            }
          }
          ' |
              curl -sS --fail-with-body --request POST https://api.cloudflare.com/client/v4/accounts/"$CLOUDFLARE_ACCOUNT_ID"/pipelines/v1/sinks \
                --header @<(printf 'Authorization: Bearer %s\n' "$CLOUDFLARE_API_TOKEN") \
                --header 'Content-Type: application/json' --header 'Accept: application/json' \
                --data-binary @-
          )

          """#)
  }

  @Test func `cf reads the whole body from a file of its own`() throws {
    #expect(
      try Sample.text(#"{"name":"s","n":9007199254740993}"#, as: .cf) == """
        #!/usr/bin/env bash
        # For cf, Cloudflare's command line (npm package cf); log in with it first, or set
        # CLOUDFLARE_API_TOKEN.
        # /n: cf sends 9007199254740993 as a double, which may lose digits
        (
          CLOUDFLARE_ACCOUNT_ID=0123105f4ecef8ad9ca31a8372d0c353 cf pipelines sinks create --body @<(printf %s '{
          "name": "s",
          "n": 9007199254740993
        }
        ')
        )

        """)
    let local = try BaseURL("http://localhost:8080/v4")
    let text = try Sample.text(Sample.parquet, as: .cf, account: nil, base: local)
    #expect(text.contains(#"  : "${R2_ACCESS_KEY_ID:?}" "${MINE:?}""# + "\n  json_escaped() (\n"))
    #expect(text.contains("  CLOUDFLARE_API_BASE_URL=http://localhost:8080/v4 cf pipelines "))
  }

  @Test func `wrangler comments list omitted members and implicit defaults`() throws {
    #expect(
      try Sample.text(Sample.catalog, as: .wrangler) == """
        #!/usr/bin/env bash
        # shellcheck disable=SC1003,SC2016
        # /config/token: visible in the process list while wrangler runs
        # omitted /config/account_id (wrangler never sends it; the API uses the account in the URL): "x"
        # omitted /format/row_group_bytes (wrangler sends only whole MiB): 1048577
        # omitted /schema (no wrangler option): {"fields": [{"type": "timestamp", "name": "at", "required": true, "unit": "second"}, {"type": "list", "name": "tags", "items": {"type": "string"}}]}
        # omitted /extra (no wrangler option): [1, null]
        # /config/rolling_policy/interval_seconds: wrangler sends 300
        CLOUDFLARE_ACCOUNT_ID=0123105f4ecef8ad9ca31a8372d0c353 npx wrangler pipelines sinks create clicks \\
          --type=r2-data-catalog \\
          --catalog-token="${R2_CATALOG_TOKEN:?}" \\
          --bucket=lake \\
          --table=events \\
          --namespace=web \\
          --format=parquet \\
          --compression=zstd

        """)
    #expect(
      try Sample.text(Sample.parquet, as: .wrangler, account: nil) == """
        #!/usr/bin/env bash
        # shellcheck disable=SC1003,SC2016
        # omitted /config/account_id (wrangler never sends it; the API uses the account in the URL): "x"
        # /config/credentials/access_key_id: visible in the process list while wrangler runs
        # /config/credentials/secret_access_key: visible in the process list while wrangler runs
        # /format/compression: wrangler sends zstd
        # /config/rolling_policy/interval_seconds: wrangler sends 300
        npx wrangler pipelines sinks create my_sink \\
          --type=r2 \\
          --bucket=logs \\
          --access-key-id="${R2_ACCESS_KEY_ID:?}" \\
          --secret-access-key="${MINE:?}" \\
          --path='a b' \\
          --roll-size=100 \\
          --format=parquet

        """)
  }

  /// wrangler does not run without a namespace; the API does.
  @Test func `wrangler gets the default namespace`() throws {
    let payload = #"{"name":"s","type":"r2_data_catalog","config":{"table_name":"t"}}"#
    let text = try Sample.text(payload, as: .wrangler)
    #expect(text.contains("  --table=t \\\n  --namespace=default"))
    #expect(
      text.contains("# /config/namespace: wrangler requires it; default is the API's default\n"))
    #expect(!(try Sample.text(Sample.parquet, as: .wrangler)).contains("--namespace"))
    let empty = try Sample.text(
      #"{"type":"basin_catalog","config":{"namespace":""}}"#, as: .wrangler)
    #expect(!empty.contains("--namespace") && empty.contains("required by wrangler"))
  }

  @Test func `wrangler gets what is newer than the reference`() throws {
    let payload = """
      {"name":"s","type":"basin_catalog","format":{"type":"json","compression":"gzip"}}
      """
    let text = try Sample.text(payload, as: .wrangler)
    for line in [
      "  --type=basin-catalog \\", "  --compression=gzip",
      "# /type: basin-catalog needs a wrangler newer than 4.125",
      "# /format/compression: for json it needs wrangler 4.129 or newer",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }
}
