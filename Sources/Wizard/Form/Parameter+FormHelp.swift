package import SinkSpec

extension Parameter {
  /// The help, and the input formats that the form accepts in addition to the request's.
  package var formHelp: String {
    switch kind {
    case .bytes: help(naming: "104857600, 100 MiB or 1.5g")
    case .seconds: help(naming: "300, 5m or 1h30m")
    default:
      pointer == "/config/account_id"
        ? help + " It follows the account of step 1 until edited." : help
    }
  }

  /// Returns the help with the input formats after its first sentence.
  ///
  /// Only the first sentence fits on a small screen.
  private func help(naming typed: String) -> String {
    let sentence = help.prefix { $0 != "." }
    return "\(sentence): \(typed)\(help.dropFirst(sentence.count))"
  }
}
