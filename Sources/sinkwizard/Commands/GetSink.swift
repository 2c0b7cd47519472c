import ArgumentParser
import CloudflareAPI
import SinkSpec

/// `sinkwizard sinks get`: prints a sink as a payload that would create it again.
struct GetSink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "Print a sink as a payload for the wizard's --from.",
    usage: "sinkwizard sinks get [<options>] <id>",
    discussion: """
      Examples:
        sinkwizard sinks get 0123456789abcdef0123456789abcdef > sink.json
        sinkwizard --from sink.json

      The API never returns secrets; environment references are printed instead.

      \(APIOptions.environmentHelp)

      \(ExitStatus.help([(0, "success")] + ExitStatus.apiMeanings))
      """)

  @Argument(help: ArgumentHelp("Sink ID, as `sinks list` prints it."))
  var id: String

  @OptionGroup(title: APIOptions.title) var api: APIOptions
  @OptionGroup(visibility: .hidden) var secrets: SecretOptions
  @OptionGroup(visibility: .hidden) var colors: ColorOptions

  func validate() throws {
    if id.isEmpty { throw ValidationError("the sink ID is empty") }
  }

  func run() throws {
    let account = try api.requiredAccount()
    let client = try api.client(try api.endpoint.base())
    try Interruptible.run {
      let sink = try await ReadOnlyRequests.result { () async throws(ReadProblem) in
        try await client.sink(account: account, id: id)
      }
      try Console.print(InvisibleCharacters.escapedInJSON(sink.payload.text(secrets: .referenced)))
    }
  }
}
