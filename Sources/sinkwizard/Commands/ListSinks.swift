import ArgumentParser
import CloudflareAPI
import Screen

/// `sinkwizard sinks list`: the sinks of the account as a table.
struct ListSinks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the account's sinks as a table: ID, name, type, bucket, creation time.",
    usage: "sinkwizard sinks list [<options>]",
    discussion: """
      Examples:
        sinkwizard sinks list
        sinkwizard sinks list --account-id 0123105f4ecef8ad9ca31a8372d0c353

      \(APIOptions.environmentHelp)

      \(ExitStatus.help([(0, "success")] + ExitStatus.apiMeanings))
      """)

  @OptionGroup(title: APIOptions.title) var api: APIOptions
  @OptionGroup(visibility: .hidden) var secrets: SecretOptions
  @OptionGroup(visibility: .hidden) var colors: ColorOptions

  func run() throws {
    let account = try api.requiredAccount()
    let client = try api.client(try api.endpoint.base())
    try Interruptible.run {
      let sinks = try await ReadOnlyRequests.result { () async throws(ReadProblem) in
        try await client.sinks(account: account)
      }
      guard !sinks.isEmpty else { return Console.say("the account has no sinks") }
      try Console.print(Self.table(sinks))
    }
  }

  /// Returns the sinks as a table with a heading and columns as wide as their contents.
  private static func table(_ sinks: [SinkRecord]) -> String {
    let rows =
      [["ID", "NAME", "TYPE", "BUCKET", "CREATED"]]
      + sinks.map { sink in
        [sink.id, sink.name, sink.type, sink.bucket, sink.createdAt].map { $0 ?? "-" }
      }
    let cells = rows.map { row in row.map { TerminalText($0) } }
    let widths = (0..<rows[0].count).map { column in cells.map { $0[column].width }.max() ?? 0 }
    return rows.indices.map { index in
      let line = zip(zip(rows[index], cells[index]), widths).map { cell, width in
        TerminalText.printable(cell.0) + String(repeating: " ", count: width - cell.1.width)
      }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
