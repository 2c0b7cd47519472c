package import SinkExport
package import SinkSpec

/// The request for other tools: to a file, or to the terminal's clipboard.
extension Wizard {
  /// The request as another tool takes it.
  ///
  /// - Parameters:
  ///   - form: what it is written as.
  ///   - secrets: `shown`, or anything else for references.
  /// - Returns: the text.
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

  /// Puts the request on the clipboard, where a terminal keeps it for all: never with secrets.
  mutating func copy(_ form: ExportForm) -> [Effect] {
    copy(export(form, secrets: .referenced), as: .request(form))
  }

  /// What every terminal takes that takes anything, and what none should be sent, in bytes.
  private static let sureClipboard = 74_994
  private static let largestClipboard = 700_000

  /// Puts a text on the clipboard, and tells what is known of that.
  mutating func copy(_ text: String, as what: CopiedText) -> [Effect] {
    let size = text.utf8.count
    guard size <= Self.largestClipboard else {
      notice = .tooLargeToCopy(what, byteCount: size)
      return []
    }
    // Whether the terminal takes it cannot be known: it does not answer.
    let isInTmux = settings.environment.contains("TMUX")
    notice = .copied(
      what, byteCount: size,
      size > Self.sureClipboard ? .mayBeTooLarge : isInTmux ? .tmux : .terminal)
    return [.copy(text)]
  }
}

extension ExportForm {
  /// What it is called.
  package var title: String {
    switch self {
    case .json: "JSON"
    case .http: "HTTP"
    case .curl: "curl"
    case .terraform: "Terraform"
    case .python: "Python"
    case .wrangler: "wrangler"
    }
  }

  /// What it is, in a few words.
  package var help: String {
    switch self {
    case .json: "the body, as it would be sent"
    case .http: "the whole request, the token as a reference"
    case .curl: "a command for bash; secrets come from the environment"
    case .terraform: "a resource of the vendor's provider"
    case .python: "a program for the vendor's SDK"
    case .wrangler: "a command of the vendor's tool, with what it cannot set"
    }
  }
}
