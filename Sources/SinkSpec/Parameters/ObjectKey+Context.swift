extension ObjectKey {
  /// The parameters that determine the object keys of an R2 sink.
  package static let parameters: [Pointer] = [
    "/config/path", "/config/partitioning/time_pattern", "/config/file_naming/prefix",
    "/config/file_naming/suffix",
  ]

  /// Creates the key of a sink's first file.
  ///
  /// - Parameters:
  ///   - context: The context of the request.
  ///   - time: The time of the first event.
  ///   - nameTime: The time in the unique part; nil to use that of the event.
  package init(of context: RequestContext, at time: Timestamp, nameTime: Timestamp? = nil) {
    self.init(
      path: context["/config/path"], timePattern: context["/config/partitioning/time_pattern"],
      prefix: context["/config/file_naming/prefix"],
      strategy: context["/config/file_naming/strategy"],
      suffix: context["/config/file_naming/suffix"],
      defaultSuffix: Self.defaultSuffix(of: context), at: time, nameTime: nameTime)
  }

  private static func defaultSuffix(of context: RequestContext) -> String {
    guard context.formatType == "json" else { return "parquet" }
    return context["/format/compression"] == "gzip" ? "json.gz" : "json"
  }
}

extension Timestamp {
  /// A fixed instant for checks that must not depend on the clock: 2026-11-23T20:15:30Z.
  static let example = Timestamp(secondsSinceEpoch: 1_795_464_930)
}
