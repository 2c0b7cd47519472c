import SinkDraft
package import SinkExport
package import SinkSpec

/// Exports of the request to a file or to the terminal's clipboard.
extension Wizard {
  /// Returns the request in an export format.
  ///
  /// - Parameters:
  ///   - form: The export format.
  ///   - secrets: `shown` to include secrets, anything else for references.
  /// - Returns: The exported text.
  package func export(_ form: ExportForm, secrets: SecretStyle) -> String {
    export(form, of: entered, secrets: secrets)
  }

  func export(_ form: ExportForm, of draft: Draft, secrets: SecretStyle) -> String {
    Export(
      of: draft.request, account: draft["/account_id"].text, base: settings.base,
      secrets: secrets, userAgent: settings.userAgent
    ).text(as: form)
  }

  func save(_ form: ExportForm, to name: String, overwriting: Bool) -> Effect {
    let text = export(form, secrets: settings.showsSecrets ? .shown : .referenced)
    return .save(name: name, form, text: text, overwriting: overwriting)
  }

  /// Copies the request to the clipboard, never with secrets, because other programs can read it.
  mutating func copy(_ form: ExportForm) -> [Effect] {
    copy(export(form, secrets: .referenced), as: .request(form))
  }

  /// The size in bytes that every clipboard accepts, and the size above which nothing is sent.
  private static let sureClipboard = 74_994
  private static let largestClipboard = 700_000

  /// Copies a text to the clipboard and reports whether it is likely to have worked.
  mutating func copy(_ text: String, as what: CopiedText) -> [Effect] {
    let size = text.utf8.count
    guard size <= Self.largestClipboard else {
      notice = .tooLargeToCopy(what, byteCount: size)
      return []
    }
    // The terminal does not acknowledge OSC 52, so success is unknown.
    let isInTmux = settings.environment.contains("TMUX")
    notice = .copied(
      what, byteCount: size,
      size > Self.sureClipboard ? .mayBeTooLarge : isInTmux ? .tmux : .terminal)
    return [.copy(text)]
  }
}

extension ExportForm {
  /// The display name.
  package var title: String {
    switch self {
    case .json: "JSON"
    case .http: "HTTP"
    case .curl: "curl"
    case .terraform: "Terraform"
    case .python: "Python"
    case .wrangler: "wrangler"
    case .cf: "cf"
    case .typescript: "TypeScript"
    case .pythonPost: "Python post"
    }
  }

  /// The extension of a file in this format.
  package var fileExtension: String {
    switch self {
    case .json: "json"
    case .http: "http"
    case .curl, .wrangler, .cf: "sh"
    case .terraform: "tf"
    case .python, .pythonPost: "py"
    case .typescript: "mts"
    }
  }

  /// A short description.
  package var help: String {
    switch self {
    case .json: "the body, as it would be sent"
    case .http: "the whole request, the token as a reference"
    case .curl: "a command for bash; secrets come from the environment"
    case .terraform: "a resource for Cloudflare's provider"
    case .python: "a script for versions 5.0 to 5.7 of Cloudflare's SDK"
    case .wrangler: "a wrangler command; comments list the rest"
    case .cf: "a command for cf, Cloudflare's newer CLI"
    case .typescript: "a program for Cloudflare's SDK"
    case .pythonPost: "a script for any version of Cloudflare's SDK"
    }
  }
}
