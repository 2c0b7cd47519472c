extension ObjectKey {
  /// The parameters that determine the object keys of an R2 sink.
  package static let parameters: [Pointer] = [
    "/config/path", "/config/partitioning/time_pattern", "/config/file_naming/prefix",
    "/config/file_naming/suffix",
  ]

  /// Creates the key of a sink's first file.
  ///
  /// - Parameters:
  ///   - facts: The context of the request.
  ///   - time: The time of the first event.
  ///   - nameTime: The time in the unique part; nil for that of the event.
  package init(of facts: RequestContext, at time: Timestamp, nameTime: Timestamp? = nil) {
    self.init(
      path: facts["/config/path"], timePattern: facts["/config/partitioning/time_pattern"],
      prefix: facts["/config/file_naming/prefix"],
      strategy: facts["/config/file_naming/strategy"],
      suffix: facts["/config/file_naming/suffix"],
      defaultSuffix: Self.defaultSuffix(of: facts), at: time, nameTime: nameTime)
  }

  private static func defaultSuffix(of facts: RequestContext) -> String {
    guard facts.formatType == "json" else { return "parquet" }
    return facts["/format/compression"] == "gzip" ? "json.gz" : "json"
  }
}

extension Timestamp {
  /// A fixed instant for checks that must not depend on the clock: 2026-11-23T20:15:30Z.
  static let example = Timestamp(secondsSinceEpoch: 1_795_464_930)
}
