extension ObjectKey {
  /// The parameters that make up the key of an r2 sink's files.
  package static let parameters: [Pointer] = [
    "/config/path", "/config/partitioning/time_pattern", "/config/file_naming/prefix",
    "/config/file_naming/suffix",
  ]

  /// The key of the first file that a request would write.
  ///
  /// - Parameters:
  ///   - facts: what the request says.
  ///   - time: when the first event happens.
  package init(of facts: RequestContext, at time: Timestamp) {
    self.init(
      path: facts["/config/path"], timePattern: facts["/config/partitioning/time_pattern"],
      prefix: facts["/config/file_naming/prefix"],
      strategy: facts["/config/file_naming/strategy"],
      suffix: facts["/config/file_naming/suffix"],
      formatIsParquet: facts.formatType != "json", at: time)
  }
}

extension Timestamp {
  /// A moment for checks that need one, whatever the clock says: 2026-11-23T20:15:30Z.
  static let example = Timestamp(secondsSinceEpoch: 1_795_464_930)
}
