package import SinkSpec

extension Parameter {
  /// Its help, and what a form takes besides what the request has.
  package var formHelp: String {
    switch kind {
    case .bytes: help(naming: "104857600, 100 MiB or 1.5g")
    case .seconds: help(naming: "300, 5m or 1h30m")
    default:
      pointer == "/config/account_id"
        ? help + " It follows the account of step 1 until edited." : help
    }
  }

  /// The help with what may be typed at the end of its first sentence, which is the one that fits
  /// on a small screen.
  private func help(naming typed: String) -> String {
    let sentence = help.prefix { $0 != "." }
    return "\(sentence): \(typed)\(help.dropFirst(sentence.count))"
  }
}
