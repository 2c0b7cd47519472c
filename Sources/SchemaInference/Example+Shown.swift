extension Example {
  /// The value as it is shown.
  var shown: String { String(decoding: text, as: UTF8.self) + (isCut ? "…" : "") }
}
