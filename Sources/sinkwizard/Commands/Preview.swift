import ArgumentParser
import SinkExport
import SinkSpec
import Wizard

/// `sinkwizard preview`: the request as it would be sent, or exported for another tool.
struct Preview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", _superCommandName: SinkWizard.name,
    abstract: "Print the request for a payload, or a command that sends it; send nothing.",
    usage: "sinkwizard preview [<options>] [<file>]",
    discussion: """
      Examples:
        sinkwizard preview sink.json
        sinkwizard preview --as curl sink.json > create-sink.sh
        sinkwizard preview --as terraform sink.json > sink.tf

      Members come in the order of the reference and numbers keep every digit; secrets are \
      references to the environment. Whatever an output form cannot express is added as a comment. \
      A Terraform resource that lacks something would be a different sink, so that is an error: \
      with --partial it keeps the columns that it can express, and the exit status is 0.

      \(ExitStatus.help([
        (0, "the payload is valid"),
        (1, "the payload is not valid, or Terraform cannot express it; it was printed anyway"),
        (64, "invalid command line"),
        (66, "the payload could not be read"),
        (73, "standard output could not be written"),
      ]))
      """)

  @Argument(
    help: ArgumentHelp("Payload file; - or none reads standard input.", valueName: "file"),
    completion: .file())
  var file: String = "-"

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Output form.", valueName: "form"))
  var form: ExportForm = .json

  @Flag(help: "Allow a Terraform resource to omit what it cannot express, such as nested columns.")
  var partial = false

  @OptionGroup(title: SecretOptions.title) var secrets: SecretOptions
  @OptionGroup(title: APIOptions.title) var api: APIOptions
  @OptionGroup(visibility: .hidden) var colors: ColorOptions

  /// The maximum number of errors that are printed.
  private static let shownErrors = 3

  func validate() throws {
    if file.isEmpty { throw ValidationError("the file name is empty") }
    if partial, form != .terraform { throw ValidationError("--partial needs --as terraform") }
  }

  func run() throws {
    let base = try api.endpoint.base()
    let (name, bytes) = try Payload.read(file)
    let document = try Payload.parse(bytes, name)
    let account = api.account
    let export = Export(
      of: RequestNode(reading: document), account: account, base: base,
      secrets: secrets.style,
      userAgent: SinkWizard.userAgent)
    try Payload.print(export.text(as: form, isPartial: partial))
    let issues = Validator.issues(of: document, account: account)
    let errors = issues.filter { $0.severity == .error }
    report(errors, in: name)
    let isComplete = reportOmissions(of: export, name)
    if !errors.isEmpty || !isComplete { throw ExitStatus.invalid.code }
  }

  /// Reports the number of errors, and the first of them.
  private func report(_ errors: [Issue], in name: String) {
    guard let count = Wizard.count(errors.count, "error") else { return }
    let twice =
      errors.contains { $0.rule == "duplicate-member" }
      ? "; only the last of duplicate members is printed" : ""
    Console.say("\(name) has \(count); the API would reject it\(twice)")
    for error in errors.prefix(Self.shownErrors) {
      let pointer = error.pointer == .root ? "" : "\(error.pointer.text): "
      Console.say("\(pointer)\(error.message) [\(error.rule)]")
    }
    if errors.count > Self.shownErrors {
      Console.say("`sinkwizard check` lists the other \(errors.count - Self.shownErrors)")
    }
  }

  /// Reports what the output form cannot express, and returns whether it is complete enough.
  private func reportOmissions(of export: Export, _ name: String) -> Bool {
    let pointers = export.omissions(as: form).map { $0 == .root ? "the payload" : $0.text }
    guard !pointers.isEmpty, !partial else { return true }
    let shown = pointers.prefix(5).joined(separator: ", ")
    let more = pointers.count > 5 ? " and \(pointers.count - 5) more" : ""
    Console.say(
      "\(name): the Terraform resource cannot express \(shown)\(more); "
        + "use --partial to accept this")
    return false
  }
}

extension ExportForm: ExpressibleByArgument {}
