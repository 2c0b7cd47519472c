import ArgumentParser
import CloudflareAPI
import Glibc
import SinkDraft
import SinkExport
import SinkSpec
import System
import Terminal
import Wizard

/// `sinkwizard new`: the interactive wizard.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", _superCommandName: SinkWizard.name,
    abstract: "Fill in a sink step by step; create it or print its payload.",
    usage: "sinkwizard [new] [<options>]",
    discussion: """
      Examples:
        sinkwizard --sandbox                try it without an account
        sinkwizard --from sink.json         start from a payload or a schema
        sinkwizard --from-sink my_sink      start from an existing sink
        sinkwizard --output sink.json       write the payload to a file
        sinkwizard --plain --resume         resume a draft in line mode

      Keys: Tab next field, Ctrl-N next step, Ctrl-P previous step, F1 all keys, F2 request, \
      Ctrl-X print JSON, Ctrl-Q quit. With --plain: ? explains the question, /help lists \
      the commands, /finish prints the JSON, /quit quits without it.

      With credentials, Alt-L lists what the account has for a field: accounts, buckets, \
      namespaces, tables, sinks to start from, streams with columns. The review checks the \
      account; Alt-T there also tests the sink's own keys. With --plain: /pick and /check. These \
      requests only read, and are sent only then; --offline forbids them.

      \(APIOptions.environmentHelp)
        NO_COLOR                  no colour, if not empty
        COLORFGBG                 background if the terminal does not report it (15;0: dark)
        ESCDELAY                  wait for the rest of a key in ms (default 50; 150 over ssh)
        XDG_STATE_HOME            folder of drafts (default ~/.local/state)

      Files:
        $XDG_STATE_HOME/sinkwizard/draft-N.json   drafts, without secrets, mode 0600

      \(ExitStatus.help([
        (0, "the payload was printed or saved, or the sink was created"),
        (1, "the payload was printed or saved with errors"),
        (2, "--from-sink: the API rejected the request, or has no such sink"),
        (3, "--from-sink: the API could not be reached, or its response not read"),
        (64, "invalid command line, or no terminal, account or credentials"),
        (66, "a file could not be read, or there is no draft to resume"),
        (73, "a file or standard output could not be written"),
        (130, "the user quit without finishing"),
      ]))
      """)

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Start from a payload, a sink or a schema of any known format; - reads standard input.",
      valueName: "file"),
    completion: .file())
  var source: String?

  @Option(
    help: ArgumentHelp(
      "Start from an existing sink, with a new name.", valueName: "id-or-name"),
    completion: .custom { words, _, _ in AccountCompletion.sinks(words) })
  var fromSink: String?

  @Flag(help: "Resume the most recent draft.")
  var resume = false

  @Flag(
    help: ArgumentHelp(
      "Prompt line by line, for screen readers, TERM=dumb and scripts.",
      discussion: "Answers come from standard input, prompts go to standard error."))
  var plain = false

  @Flag(
    help: ArgumentHelp(
      "Start with the mouse enabled; F4 toggles it.",
      discussion: "While it is enabled, hold Shift to select text."))
  var mouse = false

  @Flag(help: "Only build the payload; never offer to submit it.")
  var previewOnly = false

  @Flag(help: "Send no requests: no lists of the account, no submission.")
  var offline = false

  @Flag(help: "Submit to a built-in mock of the API; no account needed.")
  var sandbox = false

  @Option(
    help: ArgumentHelp(
      "Write the payload to a file (mode 0600), not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: SecretOptions.title) var secrets: SecretOptions
  @OptionGroup(title: ColorOptions.title) var colors: ColorOptions
  @OptionGroup(title: APIOptions.title) var api: APIOptions

  func validate() throws {
    for (option, name) in [("--from", source), ("--output", output)] where name?.isEmpty == true {
      throw ValidationError("\(option) needs a file name")
    }
    if fromSink?.isEmpty == true { throw ValidationError("--from-sink needs an ID or a name") }
    if fromSink != nil {
      for (option, isUsed) in [
        ("--from", source != nil), ("--resume", resume), ("--sandbox", sandbox),
        ("--offline", offline),
      ] where isUsed {
        throw ValidationError("--from-sink and \(option) cannot be used together")
      }
    }
    if offline, sandbox {
      throw ValidationError("--offline and --sandbox cannot be used together")
    }
    if resume, source != nil {
      throw ValidationError("--from and --resume cannot be used together")
    }
    if plain, source == "-" {
      throw ValidationError("--plain reads answers from standard input, so --from must name a file")
    }
  }

  func run() throws {
    try ExitStatus.requireDescriptors()
    // Files are opened in the background.
    if plain || source != nil { try ExitStatus.requireThreads() }
    let start = try source.map(Payload.start) ?? fromSink.map(payload)
    if let output { try Payload.checkWritable(output) }
    var settings = Wizard.Settings()
    settings.environment = Environment.current.names
    settings.showsSecrets = secrets.showSecrets
    if let output { settings.destination = output }
    settings.userAgent = SinkWizard.userAgent
    let destination = try destination(&settings)
    // A payload has an account of its own: that of its bucket.
    let account = api.account ?? (sandbox && start == nil ? Self.sandboxAccount : nil)
    if sandbox { settings.fallbackAccount = Self.sandboxAccount }
    let startup = try DraftStartup(resuming: resume, offering: start == nil)
    settings.keepsDrafts = startup.drafts != nil
    var wizard = Wizard(account: account, now: .now, settings: settings)
    let runner = EffectRunner(
      sendingTo: destination, isPreview: previewOnly, isOffline: offline, startup.drafts)
    if let start { runner.open(start, in: &wizard) }
    startup.apply(to: &wizard, isAsking: !plain || isatty(0) != 0)
    if mouse { wizard.turnMouse(on: true) }
    if plain { LineModes.restoreAtTheEnd(of: 0) }
    let outcome =
      plain
      ? PlainLoop.run(&wizard, runner)
      : try WizardLoop.run(&wizard, colors, runner)
    try deliver(outcome, redacted: wizard.redactedSecrets, runner)
  }

  /// The account of sandbox sinks, unless one is given or comes from a payload.
  private static let sandboxAccount = String(repeating: "0", count: 32)

  /// Returns the destination of requests, and records it, or why there is none, in the settings.
  private func destination(_ settings: inout Wizard.Settings) throws -> ClientSource.Destination? {
    if offline {
      settings.access = .unavailable("--offline allows no requests")
      if !previewOnly { settings.target = .unavailable("--offline allows no requests") }
    }
    settings.endpoint = settings.base.endpoint
    do throws(BaseURLProblem) {
      settings.base = try api.endpoint.chosenBase()
      settings.endpoint = settings.base.endpoint
    } catch {
      // A wrong option is easy to fix; despite a wrong variable, the wizard can still build a
      // payload.
      guard error.source != .option else { return try api.endpoint.refuse(error) }
      if !sandbox { return unavailable(error.sentence, &settings) }
    }
    if offline { return nil }
    if sandbox { return sandboxDestination(&settings) }
    do throws(CredentialsProblem) {
      let environment = Environment.current.variables
      let credentials = try Credentials(environment: environment)
      let isChoice = Credentials.choiceNote(environment: environment) != nil
      settings.access = .available
      if !previewOnly {
        settings.target = .available(
          settings.base.host + (isChoice ? " (using CLOUDFLARE_API_TOKEN, not the key)" : ""))
      }
      return .api(settings.base, credentials)
    } catch {
      return unavailable(error.sentence, &settings)
    }
  }

  /// Records why no requests can be sent.
  private func unavailable(
    _ sentence: String, _ settings: inout Wizard.Settings
  ) -> ClientSource.Destination? {
    guard !offline else { return nil }
    settings.access = .unavailable(sentence)
    if !previewOnly { settings.target = .unavailable(sentence) }
    return nil
  }

  private func sandboxDestination(_ settings: inout Wizard.Settings) -> ClientSource.Destination {
    settings.access = .available
    guard !previewOnly else { return .sandbox }
    settings.target = .available("the built-in sandbox")
    settings.endpoint = SavedDraft.sandbox
    do throws(CredentialsProblem) {
      _ = try Credentials(environment: Environment.current.variables)
    } catch {
      settings.rehearsalNote =
        "The sandbox needs no credentials; a real run does (\(error.sentence))."
    }
    return .sandbox
  }

  /// Prints or saves the wizard's result, and throws the exit status.
  private func deliver(
    _ outcome: WizardOutcome, redacted: [String], _ runner: EffectRunner
  ) throws {
    // Ignore SIGPIPE, so that the draft message appears even if standard output is closed.
    signal(SIGPIPE, SIG_IGN)
    if case .created(let sink, let payload, let pipelineCommand, let keepsDraft) = outcome {
      if keepsDraft { Console.sayDraftKept(inSandbox: sandbox) }
      let file = Result { if let output { try Payload.write(payload, to: output) } }
      try Payload.print(sink)
      if let pipelineCommand { Console.say("create the pipeline with: \(pipelineCommand)") }
      return try file.get()
    }
    guard case .finished(let payload, let errorCount) = outcome else {
      if case .left(keepsDraft: true) = outcome {
        Console.sayDraftKept(inSandbox: sandbox)
      }
      throw ExitStatus.left.code
    }
    do {
      if let output {
        try Payload.write(payload, to: output)
      } else {
        try Payload.print(payload)
      }
    } catch {
      if runner.finishDraft() { Console.sayDraftKept(inSandbox: sandbox) }
      throw error
    }
    if runner.dropDraft() { Console.sayDraftKept(inSandbox: sandbox) }
    if let output, Payload.isFile(output) {
      Console.say(
        "saved to \(output); create the sink with: sinkwizard submit \(ShellText.word(output))")
    }
    if !redacted.isEmpty {
      Console.say(
        "the payload has references instead of \(redacted.joined(separator: " and ")); "
          + "use --show-secrets to write the values")
    }
    guard errorCount > 0 else { return }
    Console.say(
      "the payload has \(Wizard.count(errorCount, "error") ?? ""); the API would reject it")
    throw ExitStatus.invalid.code
  }
}
