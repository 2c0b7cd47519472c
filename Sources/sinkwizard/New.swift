import ArgumentParser
import Glibc
import SinkSpec
import Terminal
import WizardFlow

/// `sinkwizard new`: the wizard, from the first key to the payload.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fill in a sink step by step and get its Create Sink payload (the default).",
    discussion: """
      Keys: Tab next field, Ctrl-N and Ctrl-P steps, F1 all keys, Ctrl-X finish, Ctrl-Q leave.

      Environment: CLOUDFLARE_ACCOUNT_ID is the account unless --account-id names one; NO_COLOR \
      turns colours off; ESCDELAY is how long, in milliseconds, an Esc waits for more of a key.

      \(ExitStatus.help)
      """)

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Start from the payload in FILE; - is standard input.", valueName: "file"))
  var source: String?

  @Flag(help: "Only build the payload; never offer to submit it.")
  var previewOnly = false

  @Option(
    help: ArgumentHelp(
      "Write the payload to FILE, mode 0600, instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    for (option, name) in [("--from", source), ("--output", output)] where name?.isEmpty == true {
      throw ValidationError("\(option) names no file")
    }
  }

  func run() throws {
    let start = try source.map { try Payload.read($0) }
    if let output { try Payload.checkWritable(output) }
    var settings = Wizard.Settings()
    settings.environment = Environment.names
    settings.showsSecrets = common.showSecrets
    if let output { settings.destination = output }
    settings.base = try common.base()
    settings.userAgent = SinkWizard.userAgent
    var wizard = Wizard(
      account: common.account, now: .now,
      settings: settings)
    if let start { wizard.open(name: start.name, start.bytes) }
    try deliver(try WizardLoop.run(&wizard, colors: common.color), withheld: wizard.withheldSecrets)
  }

  /// Gives out what the wizard ended with, and ends the program with the status it stands for.
  private func deliver(_ outcome: WizardLoop.Outcome, withheld: [String]) throws {
    guard case .finished(let payload, let errorCount) = outcome else { throw ExitStatus.left.code }
    if let output {
      try Payload.write(payload, to: output)
    } else {
      try Payload.print(payload)
    }
    if !withheld.isEmpty {
      Console.say(
        "references stand for \(withheld.joined(separator: " and ")) in the payload; "
          + "--show-secrets writes what was entered")
    }
    guard errorCount > 0 else { return }
    Console.say(
      "the payload has \(Wizard.count(errorCount, "error") ?? ""); the API would refuse it")
    throw ExitStatus.invalid.code
  }
}
