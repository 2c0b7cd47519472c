import ArgumentParser
import Glibc
import Screen
import System

/// The root command and its subcommands.
@main
struct SinkWizard: ParsableCommand {
  static let name = "sinkwizard"
  static let version = "0.1.0"
  /// The program's User-Agent header.
  static let userAgent = "sinkwizard/\(version)"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Create Cloudflare Pipelines sinks in a terminal wizard.",
    usage: """
      sinkwizard [<options of new>]
      sinkwizard <subcommand> [<options>]
      """,
    discussion: """
      Examples:
        sinkwizard --sandbox           try it without an account
        sinkwizard --from sink.json    start from a payload
        sinkwizard > sink.json         wizard on the screen, payload in a file
        sinkwizard check sink.json     validate a payload

      Without a subcommand the wizard starts; `sinkwizard help new` lists its \
      options. It draws on the terminal, never on standard output.

      \(ExitStatus.help([
        (0, "success: payload printed or saved, sink created, payloads valid"),
        (1, "a payload is not valid, a check failed, or a result is incomplete"),
        (2, "the API rejected the request"),
        (4, "a sink of that name exists"),
        (3, "the API could not be reached, or its response could not be read"),
        (64, "invalid command line, or there is no terminal"),
        (66, "a file could not be read"),
        (71, "the system lacks threads, descriptors or memory"),
        (73, "a file or standard output could not be written"),
        (130, "the user quit without finishing"),
      ]))
      """,
    version: version,
    subcommands: [
      New.self, Check.self, Preview.self, Submit.self, Infer.self, Fields.self, Sinks.self,
      ServeSandbox.self,
    ],
    defaultSubcommand: New.self)

  /// The last section of every command's help.
  private static let seeAlso = """

    SEE ALSO:
      sinkwizard help new     the wizard: options, keys, environment
      sinkwizard fields       every parameter, its values and rules
    """

  /// Exits as the argument parser does, except that help ends in a "see also" section and control
  /// characters in quoted arguments are made visible.
  private static func end(_ error: any Error, of root: any ParsableCommand.Type) -> Never {
    // Exit directly: the argument parser would generate its help text first.
    if let code = error as? ExitCode { Glibc.exit(code.rawValue) }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    guard !code.isSuccess else {
      let isHelp = message.hasPrefix("OVERVIEW: ")
      let text = isHelp ? message : root.fullMessage(for: error)
      let ending = (text.hasSuffix("\n") ? "" : "\n") + (isHelp ? seeAlso + "\n" : "")
      do {
        if !text.isEmpty { try Console.print(text + ending) }
      } catch { exit(withError: error) }
      exit(withError: code)
    }
    let text = withPrintableArguments(message).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { TerminalText.printable(String($0)) }.joined(separator: "\n")
    if !text.isEmpty { FileContents.writeAll(Array((text + "\n").utf8), to: 2) }
    exit(withError: code)
  }

  /// Returns an error message in which the line breaks of quoted arguments are made visible.
  private static func withPrintableArguments(_ message: String) -> String {
    ProcessArguments.all.flatMap { [$0] + $0.split(separator: "=", maxSplits: 1).map(String.init) }
      .filter { $0.contains(where: \.isNewline) }
      .reduce(message) { $0.replacing($1, with: TerminalText.printable($1)) }
  }

  /// Parses arguments as those of one subcommand, or of the default one.
  ///
  /// Parsing from the root costs about twice as much, because it parses the options of the default
  /// subcommand twice. Only the root can print help and errors.
  ///
  /// - Returns: The command, or `nil` if parsing from the root has to print help or an error.
  private static func parsedDirectly(_ arguments: [String]) -> (any ParsableCommand)? {
    let name = arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
    let named = configuration.subcommands.first { $0.configuration.commandName == name }
    guard !CompletionRoot.handles(arguments), let type = name == nil ? New.self : named,
      let command = try? type.parseAsRoot(Array(arguments.dropFirst(name == nil ? 0 : 1)))
    else { return nil }
    let types = [type] + type.configuration.subcommands
    return types.contains { $0 == Swift.type(of: command) } ? command : nil
  }

  /// Prepares the process before any command runs.
  private static func prepare() {
    StandardDescriptors.open()
    // Ignore SIGXFSZ, so that exceeding the file size limit is reported like any other write error.
    signal(SIGXFSZ, SIG_IGN)
    ProcessHardening.protectMemory()
    ProcessHardening.endAtCrashes()
    ProcessHardening.ignoreKeyLog()
    for name in Environment.current.undecodableNames.sorted() where isRead(name) {
      Console.say("\(name) is not UTF-8 text; treated as unset")
    }
  }

  /// Whether the program reads a variable regardless of the payload's references.
  private static func isRead(_ name: String) -> Bool {
    name.hasPrefix("CLOUDFLARE_") || name.hasPrefix("R2_")
  }

  static func main() {
    prepare()
    let arguments = ProcessArguments.all
    if let unknown = UnknownCommand(among: arguments, of: Self.self) {
      Console.say(unknown.sentence)
      exit(withError: ExitStatus.usage.code)
    }
    if let name = FileArguments.oddName(among: arguments) {
      Console.say("\(name) begins with a dash; for a file of that name, use ./\(name)")
      exit(withError: ExitStatus.usage.code)
    }
    let root: any ParsableCommand.Type =
      CompletionRoot.handles(arguments) ? CompletionRoot.self : Self.self
    do {
      let bundled = FileArguments.bundled(arguments)
      var command = try parsedDirectly(bundled) ?? root.parseAsRoot(bundled)
      try command.run()
    } catch {
      end(error, of: root)
    }
  }
}
