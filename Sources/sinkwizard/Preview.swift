import ArgumentParser
import SinkExport
import SinkSpec
import WizardFlow

/// `sinkwizard preview`: the request as it would be sent, in the form the next tool wants.
struct Preview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Print the request that a payload makes, or a command that sends it; send nothing.",
    discussion: """
      The members come in the order of the reference, every digit as it is, secrets as references \
      to the environment. What a form cannot express stands in it as comments.

      Environment: CLOUDFLARE_ACCOUNT_ID is the account unless --account-id names one; \
      CLOUDFLARE_API_BASE_URL, else CLOUDFLARE_BASE_URL, is where the API is unless --base-url \
      says so.

      Exit status: 0 the payload is valid; 1 it is not; 64 the command line is wrong; 66 the \
      payload could not be read; 73 standard output could not be written.
      """)

  @Argument(
    help: ArgumentHelp("The payload; - or none is standard input.", valueName: "file"))
  var file: String = "-"

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      ExportForm.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "form"))
  var form: ExportForm = .json

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("the name of the payload is empty") }
  }

  func run() throws {
    let base = try common.base()
    let (name, bytes) = try Payload.read(file)
    let document = try Payload.parse(bytes, name)
    let account = common.account
    let export = Export(
      of: RequestNode(reading: document), account: account, base: base,
      secrets: common.secrets,
      userAgent: SinkWizard.userAgent)
    try Payload.print(export.text(as: form))
    let issues = Judge.issues(of: document, account: account)
    guard let errors = Wizard.count(issues.count { $0.severity == .error }, "error") else { return }
    let twice =
      issues.contains { $0.rule == "duplicate-member" }
      ? "; of a member given twice, only the last is printed" : ""
    Console.say("\(name) has \(errors); the API would refuse it\(twice)")
    throw ExitStatus.invalid.code
  }
}

extension ExportForm: ExpressibleByArgument {}
