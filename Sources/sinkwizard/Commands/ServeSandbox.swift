import ArgumentParser
import Sandbox
import SinkSpec

/// `sinkwizard sandbox`: a local mock of the API.
struct ServeSandbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox", _superCommandName: SinkWizard.name,
    abstract: "Run a local mock of the API and print its base URL.",
    usage: "sinkwizard sandbox [<options>]",
    discussion: """
      Examples:
        sinkwizard sandbox --port 8787
        sinkwizard sandbox --fail throttle --fail buckets=stall
        sinkwizard submit --base-url http://127.0.0.1:8787/client/v4 sink.json

      Validates, creates, lists and deletes sinks as the API does, in memory only; accepts any \
      credentials and account. It has a few sample buckets, catalogs and streams; any other \
      bucket exists, too, unless its name begins with "missing". SIGINT or SIGTERM stops it, and \
      its data is lost.

      --fail MODE applies to creating sinks, --fail ENDPOINT=MODE to another endpoint. \
      Endpoints: \(SandboxEndpoint.allCases.map(\.rawValue).joined(separator: ", ")). \
      Modes: \(FailureMode.allCases.map(\.rawValue).joined(separator: ", ")).

      \(ExitStatus.help([
        (0, "stopped by a signal"),
        (64, "invalid command line, or the port is in use"),
        (73, "standard output could not be written"),
      ]))
      """)

  @Option(help: "Port on 127.0.0.1; 0 picks a free one.")
  var port: UInt16 = 0

  @Option(
    help: ArgumentHelp(
      "Failure to simulate, by default when a sink is created.",
      valueName: "[endpoint=]mode"),
    completion: .list(
      FailureMode.allCases.map(\.rawValue)
        + SandboxEndpoint.allCases.flatMap { endpoint in
          FailureMode.allCases.map { "\(endpoint.rawValue)=\($0.rawValue)" }
        }))
  var fail: [SimulatedFailure] = []

  @OptionGroup(visibility: .hidden) var common: CommonOptions

  func run() throws {
    try Interruptible.run {
      do {
        try await SandboxServer.run(port: port, failing: fail) { base in
          do { try Console.print(base.text + "\n") } catch { SinkWizard.exit(withError: error) }
          Console.say("accepts any credentials and account; Ctrl-C stops it")
        }
      } catch let problem as SandboxProblem {
        Console.say("\(problem)")
        throw ExitStatus.usage.code
      }
    }
  }
}

extension SimulatedFailure: ExpressibleByArgument {
  /// Parses the value of `--fail`.
  public init?(argument: String) { self.init(argument) }
}
