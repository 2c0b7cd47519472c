/// What a request can be written as, for the tool that an operator goes on with.
package enum ExportForm: String, CaseIterable, Sendable {
  /// The body, as it would be sent.
  case json
  /// The whole HTTP request, with a reference in place of the token.
  case http
  /// A command for bash and curl.
  case curl
  /// A resource of the vendor's Terraform provider.
  case terraform
  /// A call of the vendor's Python SDK.
  case python
  /// A command of the vendor's wrangler.
  case wrangler
}
