package import SinkSpec

/// A Create Sink request with all that is needed to write it for another tool.
package struct Export: Sendable {
  /// The request's body, without what is missing.
  let body: RequestNode
  /// The account of the URL; nil when it is not known.
  let account: String?
  let base: BaseURL
  let secrets: SecretStyle
  /// What the program calls itself towards the API.
  let userAgent: String

  /// The variable that gives the account where it is not known.
  static let accountVariable = "CLOUDFLARE_ACCOUNT_ID"
  static let tokenVariable = "CLOUDFLARE_API_TOKEN"

  /// - Parameters:
  ///   - request: the request, right or wrong; what is missing in it is left out.
  ///   - account: the account of the URL; nil or empty when it is not known.
  ///   - base: where the API is.
  ///   - secrets: `shown`, or anything else for references.
  ///   - userAgent: a product and its version, such as `sinkwizard/1.0`.
  package init(
    of request: RequestNode, account: String?, base: BaseURL = .standard,
    secrets: SecretStyle = .referenced, userAgent: String
  ) {
    body =
      request.withoutMissing ?? RequestNode(name: nil, pointer: .root, content: .object([]))
    self.account = account?.isEmpty == true ? nil : account
    self.base = base
    self.secrets = if case .shown = secrets { .shown } else { .referenced }
    self.userAgent = userAgent
  }

  /// The request in a form; what the form cannot express stands in it as comments.
  ///
  /// Characters that nobody sees are written as escapes.
  package func text(as form: ExportForm) -> String {
    switch form {
    case .json: json
    case .http: http
    case .curl: curl
    case .terraform: TerraformForm(self).text
    case .python: PythonForm(self).text
    case .wrangler: WranglerForm(self).text
    }
  }

  var json: String { Unseen.escapedInJSON(body.text(secrets: secrets)) }

  /// The body as values.
  var value: ExportValue { ExportValue(body, secrets: secrets) }

  /// The path of the request, after the base URL's, up to the account and after it.
  static let pathStart = "/accounts/"
  static let pathEnd = "/pipelines/v1/sinks"
}
