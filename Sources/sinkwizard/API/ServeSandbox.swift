import ArgumentParser
import Sandbox
import SinkSpec

/// `sinkwizard sandbox`: a stand-in for the API on this machine.
struct ServeSandbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Serve a stand-in for the API on this machine, and print its base URL.",
    discussion: """
      It judges, creates, lists and deletes sinks as the API does, in memory only; any \
      credentials and any account will do. SIGINT or SIGTERM ends it, and all is forgotten.

      Exit status: 0 it was ended; 64 the command line is wrong, or the port is taken; 73 standard \
      output could not be written.
      """)

  @Option(help: "The port on 127.0.0.1; 0 picks one.")
  var port: UInt16 = 0

  @Option(
    help: ArgumentHelp(
      "How creating a sink goes wrong: "
        + FailureMode.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "mode"))
  var fail: FailureMode?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Interruptible.run {
      do {
        try await SandboxServer.run(port: port, failing: fail) { base in
          do { try Console.print(base.text + "\n") } catch { SinkWizard.exit(withError: error) }
          Console.say("any credentials and any account will do; Ctrl-C ends the sandbox")
        }
      } catch let problem as SandboxProblem {
        Console.say(problem.sentence)
        throw ExitStatus.usage.code
      }
    }
  }
}

extension FailureMode: ExpressibleByArgument {}
