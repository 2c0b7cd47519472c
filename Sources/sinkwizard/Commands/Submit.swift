import ArgumentParser
import CloudflareAPI
import SinkExport
import SinkSpec
import System
import Terminal
import Wizard

/// `sinkwizard submit`: creates the sink that a payload describes.
struct Submit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", _superCommandName: SinkWizard.name,
    abstract: "Create the sink that a payload describes, once, and print it as JSON.",
    usage: "sinkwizard submit [<options>] [<file>]",
    discussion: """
      Examples:
        sinkwizard submit --dry-run sink.json
        sinkwizard submit --check sink.json
        sinkwizard submit sink.json > created.json
        sinkwizard submit --if-absent sink.json
        sinkwizard submit --timeout 20 < sink.json

      The payload is validated first; with errors nothing is sent. Secrets that are references \
      ${NAME} are read from the environment. Only requests that certainly created nothing are \
      retried; if the outcome is unclear, the account is checked for the sink.

      --if-absent prints an existing sink of that name instead of creating one, if it has the \
      configuration of the payload; otherwise it prints the differences. Secrets are not compared, \
      and not needed for a sink that exists.

      --check only reads: token, account and free sinks, name, bucket and jurisdiction, catalog, \
      table, and the variables of secrets. Whatever could not be checked is printed as unknown.

      \(APIOptions.environmentHelp)

      \(ExitStatus.help([
        (0, "the sink was created, an equal one exists, or no check failed"),
        (1, "the payload is not valid, a check failed, or with --if-absent a\n       different sink of that name exists"),
        (4, "a sink of that name exists"),
        (66, "the payload could not be read"),
      ] + ExitStatus.apiMeanings))
      """)

  @Argument(
    help: ArgumentHelp("Payload file; - or none reads standard input.", valueName: "file"),
    completion: .file())
  var file: String = "-"

  @Flag(help: "Print the request, with secrets as references; send nothing.")
  var dryRun = false

  @Flag(help: "Create the sink only if the account has none with its name.")
  var ifAbsent = false

  @Flag(help: "Check the account for this payload; create nothing.")
  var check = false

  @Flag(help: "With --check, test the sink's own credentials, too, with one request.")
  var checkSecrets = false

  @Option(help: ArgumentHelp("Output format of --check.", valueName: "format"))
  var format: CheckFormat = .text

  @Option(
    help: ArgumentHelp(
      "Time limit for a request, DNS lookup included.",
      valueName: "seconds"))
  var timeout = 60

  @Option(
    help: ArgumentHelp(
      "How long to look for the sink if the outcome is unclear.", valueName: "seconds"))
  var confirmTime = 30

  @OptionGroup(title: SecretOptions.title) var secrets: SecretOptions
  @OptionGroup(title: ColorOptions.title) var colors: ColorOptions
  @OptionGroup(title: APIOptions.title) var api: APIOptions
  @OptionGroup(title: APIOptions.title) var trace: TraceOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("the file name is empty") }
    if check, dryRun { throw ValidationError("--check and --dry-run cannot be used together") }
    for (option, isUsed) in [("--check", check), ("--dry-run", dryRun)] where ifAbsent && isUsed {
      throw ValidationError("--if-absent and \(option) cannot be used together")
    }
    if checkSecrets, !check { throw ValidationError("--check-secrets needs --check") }
    if format != .text, !check { throw ValidationError("--format needs --check") }
    guard (1...86_400).contains(timeout) else {
      throw ValidationError("--timeout must be between 1 and 86,400 seconds")
    }
    guard (0...86_400).contains(confirmTime) else {
      throw ValidationError("--confirm-time must be between 0 and 86,400 seconds")
    }
  }

  func run() throws {
    let (name, bytes) = try Payload.read(file)
    let document = try Payload.parse(bytes, name)
    let account = dryRun ? api.account ?? "" : try api.requiredAccount()
    try validate(document, bytes, name, account.isEmpty ? nil : account)
    let request = RequestNode(reading: document)
    let base = try api.endpoint.base()
    guard !dryRun else { return try printRequest(request, account, base) }
    let body = check || ifAbsent ? nil : try Self.body(of: request)
    let client = try api.client(
      base, timeout: timeout, confirmationTime: confirmTime, tracing: trace.trace,
      hiding: Self.secrets(of: request))
    if check { return try printChecks(of: request, document, account, base, client) }
    guard let sinkName = document.value(at: "/name").flatMap({ document.string($0) }) else {
      Console.say("\(name) has no sink name; nothing was sent")
      throw ExitStatus.invalid.code
    }
    try Interruptible.run { [ifAbsent] in
      if ifAbsent {
        guard try await !Self.printExisting(request, named: sinkName, account, base, client) else {
          return
        }
      }
      let submission = try await Self.submission(
        of: try body ?? Self.body(of: request), account, base, client)
      // Another process may have created the sink in the meantime.
      if ifAbsent, submission.outcome.isNameTaken,
        try await Self.printExisting(request, named: sinkName, account, base, client)
      {
        return
      }
      try Self.conclude(submission, isInterrupted: Task.isCancelled)
    }
  }

  private static func submission(
    of body: [UInt8], _ account: String, _ base: BaseURL, _ client: CloudflareClient
  ) async throws -> Submission {
    guard let sink = SinkRequest(account: account, body: body) else {
      throw ExitStatus.invalid.code
    }
    return try await ProgressLine.whileWaiting(for: base.host) {
      await client.submit(sink) { report($0) }
    }
  }

  /// Prints issues as `check` does; throws the exit status if there are errors.
  private func validate(
    _ document: JSONDocument, _ bytes: [UInt8], _ name: String, _ account: String?
  ) throws {
    let issues = Validator.issues(of: document, account: account).filter { $0.severity >= .warning }
    let lines = CheckLines(
      colors: LineColors(colors.color, theme: colors.theme, descriptor: 2), showsSecrets: false)
    var places = SourcePlaces(in: bytes)
    for issue in issues {
      let line = lines.line(name, places.position(at: issue.offset), issue)
      FileContents.writeAll(Array(line.utf8), to: 2)
    }
    guard let errors = Wizard.count(issues.count { $0.severity == .error }, "error") else { return }
    Console.say("\(name) has \(errors); nothing was sent")
    throw ExitStatus.invalid.code
  }

  /// Prints the body and where it would be sent; this does not require an account.
  private func printRequest(_ request: RequestNode, _ account: String, _ base: BaseURL) throws {
    let export = Export(
      of: request, account: account, base: base, secrets: secrets.style,
      userAgent: SinkWizard.userAgent)
    try Console.print(export.text(as: .json))
    guard !account.isEmpty else {
      return Console.say(
        "nothing was sent; set CLOUDFLARE_ACCOUNT_ID or give --account-id to create the sink")
    }
    let url = APIRequest.createSink(account: account, body: []).url(below: base)
    Console.say("nothing was sent; the request would go to \(url)")
  }

  /// Returns the request body, with secret references resolved from the environment.
  private static func body(of request: RequestNode) throws -> [UInt8] {
    switch request.resolvingSecrets(from: Environment.current.variables) {
    case .success(let resolved): return Array(resolved.text(secrets: .shown).utf8)
    case .failure(let missing):
      Console.say(missing.sentence)
      throw ExitStatus.usage.code
    }
  }

  /// Returns the secrets of a request, with references resolved if the environment has their
  /// variables.
  private static func secrets(of request: RequestNode) -> [String] {
    let environment = Environment.current.variables
    return request.secrets.compactMap { text in
      SecretReference(text).map { environment[$0.name] } ?? text
    }
  }

  // MARK: Result

  private static func report(_ progress: Progress) {
    switch progress {
    case .sending, .recorded: break
    case .waiting(let seconds, let outcome):
      Console.say("\(outcome.sentence); retrying in \(seconds) s")
    case .checking: Console.say("checking whether the sink exists …")
    case .checkingAgain(let seconds):
      Console.say("it is not there yet; checking again in \(seconds) s")
    }
  }

  /// Prints the result, and throws the exit status unless the sink now exists.
  private static func conclude(_ submission: Submission, isInterrupted: Bool) throws {
    submission.sentences.forEach(Console.say)
    if let sink = submission.sink { return try printSink(sink) }
    if let hint = submission.outcome.hint { Console.say(hint) }
    if isInterrupted { throw ExitStatus.left.code }
    if submission.outcome.isNameTaken { throw ExitStatus.exists.code }
    if case .refused = submission.outcome { throw ExitStatus.refused.code }
    throw ExitStatus.unanswered.code
  }
}
