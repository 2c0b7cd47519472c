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
  /// A script that uses Cloudflare's Python SDK.
  case python
  /// A wrangler command.
  case wrangler
}
