import SinkExport
import SinkSpec
import Testing

/// Tests complete exports as Terraform resources.
struct TerraformFormTests {
  @Test func `terraform comments list what the provider cannot express`() throws {
    #expect(
      try Sample.text(Sample.catalog, as: .terraform, account: nil) == #"""
        terraform {
          required_providers {
            cloudflare = {
              source  = "cloudflare/cloudflare"
              version = "~> 5.19"
            }
          }
        }

        # Set these as environment variables, as in TF_VAR_cloudflare_account_id. Terraform stores
        # secrets in its state.
        variable "cloudflare_account_id" {
          description = "The account that will own the sink. It is part of the URL, not the body."
          type        = string
        }
        variable "r2_catalog_token" {
          description = "The API token for the catalog and the bucket: Workers R2 Storage Bucket Item Write and Workers R2 Data Catalog Write, or R2 Admin Read & Write. It cannot be changed later."
          type        = string
          sensitive   = true
        }

        resource "cloudflare_pipeline_sink" "clicks" {
          account_id = var.cloudflare_account_id
          name       = "clicks"
          type       = "r2_data_catalog"
          config = {
            token      = var.r2_catalog_token
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
            # omitted /schema/fields/1 (the provider does not support list columns): {"type": "list", "name": "tags", "items": {"type": "string"}}
            # Columns come from the pipeline's SELECT instead.
            fields = []
          }
          # omitted /extra (not supported by the provider): [1, null]

          # If Terraform also enables the catalog, create it before the sink:
          # depends_on = [cloudflare_r2_data_catalog.NAME]
        }

        """#)
  }

  /// A resource with only some of the columns would be a different sink.
  @Test func `terraform keeps the columns it can hold only if that is wanted`() throws {
    let export = try Sample.export(Sample.catalog)
    #expect(export.omissions(as: .terraform) == ["/schema/fields/1", "/extra"])
    #expect(
      export.text(as: .terraform, isPartial: true).contains(
        #"""
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

        """#))
    #expect(export.omissions(as: .json) == [])
    #expect(try Sample.export(Sample.parquet).omissions(as: .terraform) == [])
    #expect(try Sample.export("[]").omissions(as: .terraform) == [.root])
  }

  @Test func `terraform writes an empty schema, so that a later plan changes nothing`() throws {
    #expect(
      try Sample.text(Sample.parquet, as: .terraform).contains(
        """
          # Columns come from the pipeline's SELECT. Without this attribute the schema that the API
          # returns would count as a change, and replace the sink.
          schema = { fields = [] }
        }

        """))
  }

  @Test func `terraform names variables in snake case, each once`() throws {
    let payload = """
      {"name":"s","type":"r2","config":{"credentials":{"access_key_id":"${Mine}",
      "secret_access_key":"${MINE}"},"token":"${count}"}}
      """
    let text = try Sample.text(payload, as: .terraform)
    for line in [
      "access_key_id     = var.mine", "secret_access_key = var.mine_", "token = var.count_",
      "variable \"mine\" {", "variable \"mine_\" {", "variable \"count_\" {",
    ] {
      #expect(text.contains(line + "\n"), "\(line) \(text)")
    }
  }

  @Test func `terraform says that the provider lacks basin_catalog`() throws {
    let text = try Sample.text(
      Sample.catalog.replacing("r2_data_catalog", with: "basin_catalog"), as: .terraform)
    #expect(text.contains("# Provider 5.22 supports only the types r2 and r2_data_catalog.\n"))
  }
}
