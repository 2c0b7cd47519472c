import ArgumentParser
import CloudflareAPI

/// A sink that a command line names, by its ID or its name.
enum SinkArgument {
  /// The maximum number of sinks that are printed if several have the name.
  private static let shownSinks = 10

  /// Returns the only sink that an argument identifies; otherwise prints why there is none and throws
  /// the exit status.
  static func only(_ found: [SinkRecord], named idOrName: String) throws -> SinkRecord {
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      Console.say("the account has no sink \(idOrName); `sinkwizard sinks list` lists them")
      throw ExitStatus.refused.code
    }
    Console.say("\(found.count) sinks are named \(idOrName); give the ID of one:")
    Console.write(found.prefix(Self.shownSinks).map { "  \($0.id)  \($0.createdAt ?? "-")" })
    throw ExitStatus.usage.code
  }
}
