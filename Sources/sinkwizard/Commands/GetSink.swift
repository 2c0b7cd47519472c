import ArgumentParser
import CloudflareAPI
import SinkSpec

/// `sinkwizard sinks get`: prints a sink as a payload that would create it again.
struct GetSink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "Print a sink as a payload for the wizard's --from.",
    usage: "sinkwizard sinks get [<options>] <id-or-name>",
    discussion: """
      Examples:
        sinkwizard sinks get my_sink > sink.json
        sinkwizard sinks get 0123456789abcdef0123456789abcdef > sink.json
        sinkwizard --from sink.json

      The API never returns secrets; environment references are printed instead.

      \(APIOptions.environmentHelp)

      \(ExitStatus.help([
        (0, "success"),
        (2, "the API rejected the request, or there is no such sink"),
        (64, "invalid command line, several sinks have the name, or "
          + "credentials\n       or account are not set"),
      ] + ExitStatus.apiMeanings))
      """)

  @Argument(
    help: ArgumentHelp("ID or exact name of a sink.", valueName: "id-or-name"),
    completion: .custom { words, _, _ in AccountCompletion.sinks(words) })
  var idOrName: String

  @OptionGroup(title: APIOptions.title) var api: APIOptions
  @OptionGroup(title: APIOptions.title) var trace: TraceOptions
  @OptionGroup(visibility: .hidden) var secrets: SecretOptions
  @OptionGroup(visibility: .hidden) var colors: ColorOptions

  func validate() throws {
    if idOrName.isEmpty { throw ValidationError("the sink's ID or name is empty") }
  }

  func run() throws {
    let account = try api.requiredAccount()
    let base = try api.endpoint.base()
    let client = try api.client(base, tracing: trace.trace)
    try Interruptible.run { [idOrName] in
      let found = try await ReadOnlyRequests.result(from: base) { () async throws(ReadProblem) in
        try await client.sinks(account: account, identifiedBy: idOrName)
      }
      let sink = try SinkArgument.only(found, named: idOrName)
      try Console.print(InvisibleCharacters.escapedInJSON(sink.payload.text(secrets: .referenced)))
    }
  }
}
