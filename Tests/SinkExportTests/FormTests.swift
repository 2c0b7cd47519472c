import SinkExport
import SinkSpec
import Testing

/// Complete exports in each format.
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

  @Test func `curl reads secrets from the environment`() throws {
    #expect(
      try Sample.text(
        #"{"name":"it's","config":{"token":"s3cret"}}"#, as: .curl, account: nil) == #"""
          # For bash. Required environment variables: CLOUDFLARE_API_TOKEN, CLOUDFLARE_ACCOUNT_ID, R2_CATALOG_TOKEN
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

  @Test func `terraform comments list what the provider cannot express`() throws {
    #expect(
      try Sample.text(Sample.catalog, as: .terraform, account: nil) == #"""
        terraform {
          required_providers {
            cloudflare = {
              source  = "cloudflare/cloudflare"
              version = "~> 5.22"
            }
          }
        }

        # Set these as environment variables with the prefix TF_VAR_. Terraform stores secrets
        # in its state.
        variable "CLOUDFLARE_ACCOUNT_ID" {
          type = string
        }
        variable "R2_CATALOG_TOKEN" {
          type      = string
          sensitive = true
        }

        resource "cloudflare_pipeline_sink" "clicks" {
          account_id = var.CLOUDFLARE_ACCOUNT_ID
          name       = "clicks"
          type       = "r2_data_catalog"
          config = {
            token      = var.R2_CATALOG_TOKEN
            account_id = "x"
            bucket     = "lake"
            table_name = "events"
            namespace  = "web"
          }
          format = {
            type            = "parquet"
            compression     = "zstd"
            row_group_bytes = 1048577
          }
          schema = {
            fields = [
              {
                type     = "timestamp"
                name     = "at"
                required = true
                unit     = "second"
              },
              # omitted /schema/fields/1 (the provider does not support list columns): {"type": "list", "name": "tags", "items": {"type": "string"}}
            ]
          }
          # omitted /extra (unknown to the provider): [1, null]
        }

        """#)
  }

  @Test func `python reads secrets from the environment`() throws {
    let payload = #"{"name":"a\"b","config":{"token":"s"},"x":[true,null,1.50,-1,{}]}"#
    let local = try BaseURL("http://localhost:8080/v4")
    #expect(
      try Sample.text(payload, as: .python, account: "a/b", base: local) == #"""
        # Required environment variables: CLOUDFLARE_API_TOKEN, R2_CATALOG_TOKEN
        # /x/2: 1.50 becomes a float, which may lose digits
        import os

        from cloudflare import Cloudflare

        client = Cloudflare(
            api_token=os.environ["CLOUDFLARE_API_TOKEN"],
            base_url="http://localhost:8080/v4",
            # A retry after a lost response would conflict with the sink just created.
            max_retries=0,
        )
        # client.pipelines.sinks.create cannot be imported in cloudflare 5.8 and 5.9.
        response = client.post(
            "/accounts/a%2Fb/pipelines/v1/sinks",
            body={
                "name": "a\"b",
                "config": {
                    "token": os.environ["R2_CATALOG_TOKEN"],
                },
                "x": [
                    True,
                    None,
                    1.50,
                    -1,
                    {},
                ],
            },
            cast_to=object,
        )
        print(response["result"]["id"])

        """#)
  }

  @Test func `wrangler comments list omitted members and implicit defaults`() throws {
    #expect(
      try Sample.text(Sample.catalog, as: .wrangler) == """
        # /config/token: visible in the process list while wrangler runs
        # omitted /config/account_id (wrangler never sends it; the API uses the account in the URL): "x"
        # omitted /format/row_group_bytes (wrangler sends only whole MiB, at least 1): 1048577
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
}
