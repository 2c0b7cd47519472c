import ArgumentParser
import Glibc
import SinkSpec
import Surface
import Terminal
import WizardFlow

/// `sinkwizard check`: judges payloads from files by the rules that guide the form.
struct Check: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge payloads from files or standard input.",
    discussion: """
      Prints a line for each issue, as compilers do:

        sink.json:14:31: error: /config/bucket: is required [required]

      Line and column count from 1, the column in characters; then come the JSON pointer, which \
      is empty for the whole payload, what is wrong, and the rule's stable name. An error breaks \
      a rule of the API reference; a warning is advice from the vendor's tools or documentation, \
      a note from users or the engine's code. Counts go to standard error.

      Exit status: 0 every payload is valid; 1 one is not; 64 the command line is wrong; 66 a \
      file could not be read, the others were judged; 73 the output could not be written.
      """)

  @Argument(
    help: ArgumentHelp("Payloads; - or none is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "A payload with warnings is not valid.")
  var strict = false

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run() throws {
    var report: any CheckReport =
      switch format {
      case .text:
        CheckLines(
          colors: LineColors(common.color, theme: common.theme, descriptor: 1),
          showsSecrets: common.showSecrets)
      case .json: CheckJSON()
      }
    var output = BufferedOutput()
    var counts = CheckCounts()
    output.write(report.beginning)
    for file in files.isEmpty ? ["-"] : FileArguments.unbundled(files) {
      let verdict = Verdict(on: file, account: common.account, isStrict: strict)
      counts.add(verdict)
      report.write(verdict, to: &output)
    }
    output.write(report.end)
    try output.finish()
    Console.say(counts.sentence)
    if let status = counts.status { throw status.code }
  }
}
