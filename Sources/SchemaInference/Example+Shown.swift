extension Example {
  /// The value's text, with an ellipsis if truncated.
  var shown: String { String(decoding: text, as: UTF8.self) + (isCut ? "…" : "") }
}
