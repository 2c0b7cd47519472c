/// A format for exporting a request to another tool.
package enum ExportForm: String, CaseIterable, Sendable {
  /// The JSON body, exactly as it would be sent.
  case json
  /// The whole HTTP request, with a reference in place of the token.
  case http
  /// A bash command that calls curl.
  case curl
  /// A resource of Cloudflare's Terraform provider.
  case terraform
  /// A script that calls `sinks.create` of Cloudflare's Python SDK.
  case python
  /// A wrangler command.
  case wrangler
  /// A bash command that calls cf, Cloudflare's newer command line.
  case cf
  /// A program that uses Cloudflare's TypeScript SDK.
  case typescript
  /// A script that calls the generic `post` of Cloudflare's Python SDK.
  case pythonPost = "python-post"
}
