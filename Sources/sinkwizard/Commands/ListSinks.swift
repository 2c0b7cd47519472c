import ArgumentParser
import CloudflareAPI
import Screen
import SinkSpec

/// `sinkwizard sinks list`: the sinks of the account as a table.
struct ListSinks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the account's sinks: ID, name, type, bucket, creation time.",
    usage: "sinkwizard sinks list [<options>]",
    discussion: """
      Examples:
        sinkwizard sinks list
        sinkwizard sinks list --name my_sink --format json | jq -r '.[].id'
        sinkwizard sinks list --account-id 0123105f4ecef8ad9ca31a8372d0c353

      All pages are read. --format json prints an array of the sinks as the API returns them; \
      secrets are references.

      \(APIOptions.environmentHelp)

      \(ExitStatus.help([(0, "success")] + ExitStatus.apiMeanings))
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

  @Option(help: ArgumentHelp("Output format.", valueName: "format"))
  var format: Format = .table

  @Option(
    help: ArgumentHelp("Print only sinks with exactly this name.", valueName: "name"),
    completion: .custom { words, _, _ in AccountCompletion.sinkNames(words) })
  var name: String?

  @OptionGroup(title: APIOptions.title) var api: APIOptions
  @OptionGroup(title: APIOptions.title) var trace: TraceOptions
  @OptionGroup(visibility: .hidden) var secrets: SecretOptions
  @OptionGroup(visibility: .hidden) var colors: ColorOptions

  func validate() throws {
    if name?.isEmpty == true { throw ValidationError("--name is empty") }
  }

  func run() throws {
    let account = try api.requiredAccount()
    let base = try api.endpoint.base()
    let client = try api.client(base, tracing: trace.trace)
    try Interruptible.run { [name, format] in
      let sinks = try await ReadOnlyRequests.result(from: base) { () async throws(ReadProblem) in
        if let name { return try await client.sinks(account: account, named: name) }
        return try await client.sinks(account: account)
      }
      if sinks.isEmpty {
        Console.say(
          name.map { "the account has no sink named \($0)" } ?? "the account has no sinks")
      }
      switch format {
      case .json: try Console.print(Self.json(sinks))
      case .table: if !sinks.isEmpty { try Console.print(Self.table(sinks)) }
      }
    }
  }

  /// Returns the sinks as a JSON array, with secrets as references.
  private static func json(_ sinks: [SinkRecord]) -> String {
    let list = RequestNode(name: nil, pointer: .root, content: .array(sinks.map(\.stored)))
    return InvisibleCharacters.escapedInJSON(list.text(secrets: .referenced))
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
