import ArgumentParser
import SchemaInference
import Screen
import SinkSpec
import Synchronization
import System
import Wizard

/// `sinkwizard infer`: infers a schema from sample events.
struct Infer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer", _superCommandName: SinkWizard.name,
    abstract: "Print a schema that fits sample events.",
    usage: "sinkwizard infer [<options>] [<file>]",
    discussion: """
      Examples:
        sinkwizard infer events.ndjson > schema.json
        sinkwizard infer --explain --epochs events.ndjson.gz > schema.json
        tail -n 10000 events.log | sinkwizard infer
        sinkwizard infer --at /Records cloudtrail.json.gz

      Events are JSON objects: one per line, in an array, or one after another; plain, or \
      compressed with gzip, zstd, bzip2 or xz. Memory does not grow with the input. Events that cannot be \
      read are reported with their position and skipped.

      Integers become int64, fractions float64, RFC 3339 strings timestamp, objects struct, \
      arrays list, mixed types json. A column is required if every event has it. If each event \
      has only a few of many names, the 2,000 most frequent ones become columns.

      \(ExitStatus.help([
        (0, "the schema was printed"),
        (1, "no event could be read or none has a column; with --strict, one was unreadable"),
        (64, "invalid command line"),
        (66, "the file could not be read completely; the schema covers what was read"),
        (73, "standard output could not be written"),
        (130, "interrupted; the schema covers the events read so far"),
      ]))
      """)

  @Argument(
    help: ArgumentHelp("Events file; - or none reads standard input.", valueName: "file"),
    completion: .file())
  var file: String = "-"

  @Flag(help: "Explain the type of each column on standard error.")
  var explain = false

  @Flag(help: "Fail without printing a schema if an event cannot be read.")
  var strict = false

  @Flag(
    help: ArgumentHelp(
      "Treat integers as timestamps if all of them are plausible current Unix times.",
      discussion: "Identifiers are left alone; each column that becomes a timestamp is reported."))
  var epochs = false

  @Option(
    help: ArgumentHelp(
      "Where the events are inside each document, such as /Records.",
      discussion: "A JSON pointer; * matches every item of a list: /logs/*/records.",
      valueName: "pointer"))
  var at: String?

  @Option(help: ArgumentHelp("Stop after this many events.", valueName: "count"))
  var events: Int?

  @OptionGroup(visibility: .hidden) var common: CommonOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("the file name is empty") }
    if let events, events < 1 { throw ValidationError("--events must be at least 1") }
    if let at, EventPath(at) == nil {
      throw ValidationError(
        "--at must be a JSON pointer such as /Records; * matches every item of a list")
    }
  }

  func run() throws {
    let name = file == "-" ? "standard input" : file
    let result = try read(name)
    let messages = InferMessages(name: name, result.inference)
    if at == nil, let refusal = result.refusal {
      messages.printRefusal(refusal)
      throw ExitStatus.invalid.code
    }
    messages.printBroken()
    if let problem = result.problem, case .failed(let sentence) = problem {
      Console.say("\(name) \(sentence)")
    }
    if result.isStopped {
      let isNothing = result.inference.events == 0
      Console.say(
        "stopped reading \(name)"
          + (isNothing ? " before the first event" : "; the schema covers the events read so far"))
      if isNothing { throw ExitStatus.left.code }
    }
    if result.inference.events == 0 || strict && result.inference.brokenCount > 0 {
      messages.printNothing()
      throw ExitStatus.invalid.code
    }
    var proposal = try proposal(of: result.inference, messages)
    if epochs { proposal.takeTimes() }
    if explain { messages.explain(proposal) } else { messages.printDiagnostics(proposal) }
    if epochs { messages.printEpochs(proposal) }
    try Payload.print(InvisibleCharacters.escapedInJSON(proposal.request.text(secrets: .shown)))
    if result.isStopped { throw ExitStatus.left.code }
    if result.problem != nil { throw ExitStatus.unreadable.code }
  }

  private func proposal(
    of inference: Inference, _ messages: InferMessages
  ) throws -> SchemaProposal {
    let path = at.flatMap(EventPath.init) ?? .root
    guard let proposal = inference.proposal(at: path) else {
      messages.printRefusal("has no objects at \(path.pointer) in any document (--at)")
      throw ExitStatus.invalid.code
    }
    guard !proposal.columns.isEmpty else {
      messages.printRefusal(SampleRun.Result.noColumns)
      throw ExitStatus.invalid.code
    }
    return proposal
  }

  private func read(_ name: String) throws -> SampleRun.Result {
    var limits = InferenceLimits()
    if let events { limits.events = events }
    if at != nil {
      // A document may be a whole file of events.
      limits.eventBytes = 256 << 20
      limits.keepsSparseNames = true
    }
    let cancellation = CancellationFlag()
    let ended = Mutex<Result<SampleRun.Result, FileProblem>?>(nil)
    try Interruptible.run { [file, limits] in
      await withTaskCancellationHandler {
        let result = Self.result(of: file, limits, cancellation)
        ended.withLock { $0 = result }
      } onCancel: {
        cancellation.cancel()
      }
    }
    switch ended.withLock({ $0 }) {
    case .success(let result): return result
    case .failure(.failed(let sentence)): Console.say("\(name) \(sentence)")
    case .failure(.exists), nil: break
    }
    throw ExitStatus.unreadable.code
  }

  private static func result(
    of file: String, _ limits: InferenceLimits, _ cancellation: CancellationFlag
  ) -> Result<SampleRun.Result, FileProblem> {
    do throws(FileProblem) {
      defer { ProgressLine.clear() }
      return .success(
        SampleRun(
          try SampleSource(file, unless: cancellation), limits: limits, cancellation: cancellation
        ).read {
          ProgressLine.show("\($0.bytesText) · \($0.eventsText)")
        })
    } catch {
      return .failure(error)
    }
  }
}
