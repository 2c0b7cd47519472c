package import SinkSpec

/// A Create Sink request that can be written in the format of another tool.
package struct Export: Sendable {
  /// The request body, without missing values.
  let body: RequestNode
  /// The account ID in the URL; `nil` if it is unknown.
  let account: String?
  let base: BaseURL
  let secrets: SecretStyle
  /// The value of the `User-Agent` header.
  let userAgent: String

  /// The environment variable for the account ID, used when the account is unknown.
  static let accountVariable = "CLOUDFLARE_ACCOUNT_ID"
  static let tokenVariable = "CLOUDFLARE_API_TOKEN"

  /// Creates an export of a request.
  ///
  /// - Parameters:
  ///   - request: The request, valid or not. Missing values are omitted.
  ///   - account: The account ID in the URL; `nil` or empty if it is unknown.
  ///   - base: The base URL of the API.
  ///   - secrets: `shown` prints secrets; every other style prints references.
  ///   - userAgent: A product and its version, such as `sinkwizard/1.0`.
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

  /// Returns the request in the given format.
  ///
  /// Whatever the format cannot express is added as a comment. Invisible characters are escaped.
  ///
  /// - Parameters:
  ///   - form: The format.
  ///   - isPartial: Whether to keep the columns that the format can express if it cannot express
  ///     all of them, although that would create a different sink.
  /// - Returns: The text with a trailing line break.
  package func text(as form: ExportForm, isPartial: Bool = false) -> String {
    switch form {
    case .json: json
    case .http: http
    case .curl: curl
    case .terraform: TerraformForm(self, isPartial: isPartial).text
    case .python: PythonForm(self, call: .create).text
    case .pythonPost: PythonForm(self, call: .post).text
    case .typescript: TypeScriptForm(self).text
    case .wrangler: WranglerForm(self).text
    case .cf: cf
    }
  }

  /// Returns the values of the request that a resource format cannot express; always empty for
  /// commands and programs, which list such values in comments.
  package func omissions(as form: ExportForm) -> [Pointer] {
    form == .terraform ? TerraformForm(self, isPartial: false).omissions : []
  }

  var json: String { InvisibleCharacters.escapedInJSON(body.text(secrets: secrets)) }

  /// The body as a tree of values.
  var value: ExportValue { ExportValue(body, secrets: secrets) }

  /// The parts of the request path before and after the account ID, relative to the base URL.
  static let pathStart = "/accounts/"
  static let pathEnd = "/pipelines/v1/sinks"
}
