import Foundation
import Testing

extension EndToEnd {
  /// Tests the tool that compares the description with Cloudflare's published OpenAPI document.
  @Suite struct CompareOpenAPITests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../..").standardizedFileURL

    private static let document = """
      paths:
        /accounts/{account_id}/pipelines/v1/sinks:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      name: {type: string, minLength: 1, maxLength: 64}
                      type: {type: string, enum: [r2, r3]}
                      config:
                        oneOf:
                          - $ref: '#/components/schemas/cloudflare-pipelines_r2Table'
                      format:
                        allOf: [$ref: '#/components/schemas/cloudflare-pipelines_Format']
                      schema:
                        type: object
                        properties:
                          fields:
                            type: array
                            items: {$ref: '#/components/schemas/cloudflare-pipelines_SourceField'}
                    required: [name, type]
      components:
        schemas:
          cloudflare-pipelines_r2Table:
            type: object
            additionalProperties: false
            properties:
              account_id: {type: string}
              bucket: {type: string}
              region: {type: string, nullable: true}
            required: [bucket]
          cloudflare-pipelines_Format:
            oneOf:
              - allOf:
                  - properties: {unstructured: {type: boolean}}
                  - properties: {type: {type: string, enum: [json]}}
                    required: [type]
          cloudflare-pipelines_SourceField:
            allOf:
              - oneOf:
                  - properties: {type: {type: string, enum: [int32]}}
                    required: [type]
              - properties: {name: {type: string}, required: {type: boolean}}
                required: [name]
      """

    @Test func `prints every difference, and the reason of the known ones`() throws {
      let folder = Folder()
      try folder.write(Self.document, to: "openapi.yaml")
      let outcome = try Program.run(
        [
          "timeout", "60", Self.root.appending(path: ".build/peers/bin/python").path,
          Self.root.appending(path: "Tests/Tools/compare-openapi").path,
          folder.path(of: "openapi.yaml"), Program.folder + "/sinkwizard",
        ], in: folder)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.status == 1)
      let lines = outcome.output.split(separator: "\n").map(String.init)
      for line in [
        "- /name string(1..64), required    NEW", "+ /name string(1..128), required    NEW",
        "- /type=r3    NEW", "- /config[r2]/region string, optional, null    NEW",
        "- /config[r2]/account_id string, optional    NEW",
        "+ /config[r2]/account_id string, required    NEW",
        "+ /format[json]/decimal_encoding=bytes    NEW",
        "+ /type=basin_catalog    known: in Cloudflare's API reference of 2026-10-08",
      ] {
        #expect(lines.contains(line), "\(line)")
      }
      // Equal facts are not printed.
      for part in ["/config[r2]/bucket ", "unstructured", "/type=r2 ", "[int32]/required"] {
        #expect(!lines.contains { $0.contains(part) && $0.hasPrefix("- ") }, "\(part)")
        #expect(!lines.contains { $0.contains("+ " + part) }, "\(part)")
      }
    }
  }
}
