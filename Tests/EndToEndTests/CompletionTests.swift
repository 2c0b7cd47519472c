import Foundation
import Testing

extension EndToEnd {
  /// Tests the completion scripts by typing into shells.
  @Suite struct CompletionTests {
    /// A shell that loads the script of the program; one that is not installed is not tested.
    enum Shell: String, CaseIterable, Sendable {
      case bash, zsh, fish

      static let installed = allCases.filter {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0.rawValue)")
      }

      /// A command that starts the shell without the user's settings, with the script loaded.
      var command: String {
        switch self {
        case .bash:
          """
          { sinkwizard --generate-completion-script bash; echo "PS1='ready> '"; } >script.bash
          exec bash --noprofile --rcfile script.bash -i
          """
        case .zsh:
          """
          mkdir -p zsh; sinkwizard --generate-completion-script zsh >zsh/_sinkwizard
          echo "fpath=($PWD/zsh \\$fpath); autoload -Uz compinit; compinit -u; PS1='ready> '" >zsh/.zshrc
          ZDOTDIR=$PWD/zsh exec zsh -d -i
          """
        case .fish:
          """
          sinkwizard --generate-completion-script fish >script.fish
          exec fish --no-config --init-command 'source script.fish
            set -g fish_autosuggestion_enabled 0; function fish_prompt; echo "ready> "; end'
          """
        }
      }
    }

    /// The beginning of a command line, and the line after pressing Tab.
    private static let lines = [
      ("sinkwizard prev", "sinkwizard preview"),
      ("sinkwizard --preview-o", "sinkwizard --preview-only"),
      ("sinkwizard --from in.j", "sinkwizard --from in.json"),
      ("sinkwizard --output in.j", "sinkwizard --output in.json"),
      ("sinkwizard new --from in.j", "sinkwizard new --from in.json"),
      ("sinkwizard check in.j", "sinkwizard check in.json"),
      ("sinkwizard preview in.j", "sinkwizard preview in.json"),
      ("sinkwizard submit in.j", "sinkwizard submit in.json"),
      ("sinkwizard infer in.j", "sinkwizard infer in.json"),
      ("sinkwizard preview --as terr", "sinkwizard preview --as terraform"),
      ("sinkwizard check --ignore bucket-n", "sinkwizard check --ignore bucket-name"),
      ("sinkwizard fields rolling_p", "sinkwizard fields rolling_policy"),
      ("sinkwizard fields sink-name-c", "sinkwizard fields sink-name-characters"),
      ("sinkwizard sandbox --fail thr", "sinkwizard sandbox --fail throttle"),
      ("sinkwizard sinks get my_s", "sinkwizard sinks get my_sink"),
      ("sinkwizard sinks list --name my_s", "sinkwizard sinks list --name my_sink"),
      ("sinkwizard --from-sink my_s", "sinkwizard --from-sink my_sink"),
    ]

    @Test(arguments: Shell.installed)
    func `completes commands, options, files, names and sinks`(shell: Shell) throws {
      let folder = Folder()
      try folder.write(Payloads.parquet, to: "in.json")
      let terminal = try TmuxTerminal(
        """
        sinkwizard sandbox >url 2>/dev/null & trap "kill $!" EXIT
        until [ -s url ]; do sleep 0.02; done
        export CLOUDFLARE_API_BASE_URL=$(head -n 1 url) CLOUDFLARE_API_TOKEN=planted-token
        \(Program.keys) sinkwizard submit in.json >/dev/null 2>&1
        rm url
        \(shell.command)
        """, columns: 100, rows: 40, in: folder)
      terminal.showsScreen = false
      try terminal.wait(for: "ready>")
      for (typed, completed) in Self.lines {
        try terminal.type("\(typed)<Tab>")
        try terminal.wait(for: completed)
        try terminal.type("<C-u>")
      }
    }

    private static let call =
      "SAP_SHELL=bash sinkwizard ---completion sinks get -- positional@0 3 0"

    @Test func `stays silent without credentials`() throws {
      let outcome = try Program.runWithoutTerminal(
        "\(Self.call) sinkwizard sinks get ''", in: Folder())
      #expect(outcome == Outcome(status: 0, output: "", errors: ""))
    }

    @Test(arguments: ["stall", "refuse", "fail", "nonsense"])
    func `stays silent if the account does not answer`(mode: String) throws {
      let outcome = try SandboxTests.run(
        "timeout 5 \(Self.call.replacing("SAP_SHELL=bash ", with: "")) sinkwizard sinks get ''",
        "--fail sinks=\(mode)")
      #expect(outcome == Outcome(status: 0, output: "", errors: ""))
    }

    /// bash expands completions, so a name that contains a command must not be offered.
    @Test func `offers no name that a shell expands`() throws {
      func sink(_ name: String, _ id: String) -> String {
        #"{"id":"\#(id)","name":"\#(name)","type":"r2"}"#
      }
      let names = ["ok_1", "$(touch owned)", "`touch owned`", "a b", "-rf", "é"]
      let sinks = names.enumerated().map { sink($1, "id\($0)") }.joined(separator: ",")
      let run = try SubmitRun(
        "CLOUDFLARE_BASE_URL=$BASE_URL \(Self.call) sinkwizard sinks get ''".replacing(
          "SAP_SHELL=bash ", with: ""), meeting: "stall",
        list: #"{"success":true,"result":[\#(sinks)]}"#)
      #expect(run.outcome.output == "ok_1\nid0\nid1\nid2\nid3\nid4\nid5\n")
    }
  }
}
