import ArgumentParser
import Glibc
import Screen
import SinkSpec
import Terminal
import Wizard

/// `sinkwizard check`: validates payload files.
struct Check: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, github }

  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: SinkWizard.name,
    abstract: "Validate payloads from files or standard input.",
    usage: "sinkwizard check [<options>] [<file> ...]",
    discussion: """
      Examples:
        sinkwizard check sink.json
        sinkwizard check --strict --format json sinks/*.json
        sinkwizard check --format github --ignore bucket-name sinks/*.json
        sinkwizard preview sink.json | sinkwizard check

      Prints one line per issue, as compilers do:

        sink.json:14:31: error: /config/bucket: is required [required]

      Lines and columns start at 1; columns count characters. The JSON pointer is omitted for \
      the whole payload; the stable name of the rule comes last. Errors break rules of the \
      API reference, warnings are advice from Cloudflare's tools or documentation, and notes come \
      from users or the engine's code. Counts go to standard error.

      `--format github` prints workflow commands, which GitHub shows as annotations.

      \(ExitStatus.help([
        (0, "every payload is valid"),
        (1, "a payload is not valid"),
        (64, "invalid command line"),
        (66, "a file could not be read; the others were validated"),
        (73, "standard output could not be written"),
      ]))
      """)

  @Argument(
    help: ArgumentHelp("Payload files; - or none reads standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(
    name: .customLong("ignore"),
    help: ArgumentHelp("Leave out issues of a rule; repeatable.", valueName: "rule"),
    completion: .custom { _, _, _ in FieldReference.ruleNames })
  var ignoredRules: [String] = []

  @Option(help: ArgumentHelp("Output format.", valueName: "format"))
  var format: Format = .text

  @OptionGroup(title: SecretOptions.title) var secrets: SecretOptions
  @OptionGroup(title: ColorOptions.title) var colors: ColorOptions
  @OptionGroup(title: APIOptions.title) var account: AccountOptions
  @OptionGroup(visibility: .hidden) var endpoint: EndpointOptions

  func validate() throws {
    guard !ignoredRules.isEmpty else { return }
    let names = FieldReference.ruleNames
    for rule in ignoredRules where !names.contains(rule) {
      let suggestion = NearestName.of(rule, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
      throw ValidationError("no rule is named \"\(rule)\"\(suggestion)")
    }
    if ignoredRules.contains("json-syntax") {
      throw ValidationError("json-syntax cannot be ignored: such text is not a payload")
    }
  }

  func run() throws {
    var report: any CheckReport =
      switch format {
      case .text:
        CheckLines(
          colors: LineColors(colors.color, theme: colors.theme, descriptor: 1),
          showsSecrets: secrets.showSecrets)
      case .json: CheckJSON()
      case .github: CheckAnnotations()
      }
    var output = BufferedOutput()
    var counts = CheckCounts()
    output.write(report.beginning)
    let files = files.isEmpty ? ["-"] : FileArguments.unbundled(files)
    let validate = { @Sendable [account = account.account, strict, ignored = Set(ignoredRules)] in
      CheckResult(on: $0, account: account, isStrict: strict, ignoring: ignored)
    }
    let ahead = CheckAhead(of: files, validate: validate)
    var progress = CheckProgress(of: files.count)
    for (index, file) in files.enumerated() {
      progress.begin(file)
      let result = ahead?.result(at: index) ?? validate(file)
      counts.add(result)
      report.write(result, to: &output)
    }
    output.write(report.end)
    try output.finish()
    Console.say(counts.sentence)
    if let status = counts.status { throw status.code }
  }
}
