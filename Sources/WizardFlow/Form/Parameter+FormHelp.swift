package import SinkSpec

extension Parameter {
  /// Its help, and what a form takes besides what the request has.
  package var formHelp: String {
    switch kind {
    case .bytes: help + " Typed as 104857600, 100MB, 100 MiB or 1.5g."
    case .seconds: help + " Typed as 300, 5m or 1h30m."
    default:
      pointer == "/config/account_id"
        ? help + " It follows the account of step 1 until edited." : help
    }
  }
}
