import ArgumentParser
import CloudflareAPI
import SinkSpec

/// `sinkwizard sinks get`: a sink of the account as the payload that would create it again.
struct GetSink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "Print a sink as a payload that the wizard's --from accepts.",
    discussion: """
      The API tells no secrets; references to the environment stand in their places.

      \(CommonOptions.environmentForAPI)

      Exit status: 0 it was printed; \(ExitStatus.helpForAPI)
      """)

  @Argument(help: ArgumentHelp("The sink's id, as `sinks list` prints it."))
  var id: String

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if id.isEmpty { throw ValidationError("the id of the sink is empty") }
  }

  func run() throws {
    let account = try common.requiredAccount()
    let client = try common.client(try common.base())
    try Interruptible.run {
      let sink = try await Reading.result { () async throws(ReadProblem) in
        try await client.sink(account: account, id: id)
      }
      try Console.print(Unseen.escapedInJSON(sink.payload.text(secrets: .referenced)))
    }
  }
}
