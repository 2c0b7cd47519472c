import ArgumentParser
import CloudflareAPI
import Screen
import SinkSpec
import System
import Wizard

/// `sinkwizard submit --check`: checks the account instead of creating the sink.
extension Submit {
  /// The format of the checks.
  enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// Sends the requests, prints the checks, and throws the exit status if one failed.
  func printChecks(
    of request: RequestNode, _ document: JSONDocument, _ account: String, _ base: BaseURL,
    _ client: CloudflareClient
  ) throws {
    let sink = CheckedSink(account: account, payload: document)
    let variables = Environment.current.variables
    let environment = AccountCheck.environment(sink) { variables[$0]?.isEmpty == false }
    let secrets =
      checkSecrets
      ? AccountChecker.SinkSecrets.resolved(of: request, from: variables)
      : .failure(AccountChecker.Untested("--check-secrets tests them with one request"))
    let format = format
    try Interruptible.run {
      let checker = AccountChecker(client: client, sink: sink)
      let results = try await ProgressLine.whileWaiting(for: base.host) {
        await checker.run(secrets: secrets)
      }
      let checks = [environment] + results
      if Task.isCancelled { throw ExitStatus.left.code }
      try Console.print(format == .json ? Self.json(checks) : Self.text(checks))
      Console.say(Self.counts(checks))
      if checks.contains(where: { $0.state == .failed }) { throw ExitStatus.invalid.code }
    }
  }

  // MARK: Output

  /// Returns a line for each check: its state, its name, its reason and its parameter.
  private static func text(_ checks: [AccountCheck]) -> String {
    checks.map { check in
      let word =
        switch check.state {
        case .passed: "ok"
        case .warning: "warning"
        case .failed: "failed"
        case .notChecked: "unknown"
        }
      let pointer = check.pointer.map { " [\($0)]" } ?? ""
      let padded = word + String(repeating: " ", count: 9 - word.utf8.count)
      return TerminalText.printable("\(padded)\(check.title): \(check.reason)\(pointer)") + "\n"
    }.joined()
  }

  /// Returns the checks as a JSON array.
  private static func json(_ checks: [AccountCheck]) -> String {
    let objects = checks.map { check in
      let repair = check.repair.map {
        "{\"pointer\":\(string($0.pointer.text)),\"value\":\(string($0.value))}"
      }
      return "{\"check\":\"\(check.subject.rawValue)\",\"state\":\"\(check.state.rawValue)\","
        + "\"name\":\(string(check.about)),\"reason\":\(string(check.reason)),"
        + "\"pointer\":\(check.pointer.map { string($0.text) } ?? "null"),"
        + "\"repair\":\(repair ?? "null")}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  /// Returns a JSON string literal with invisible characters escaped.
  private static func string(_ text: String) -> String {
    InvisibleCharacters.escapedInJSON(JSONText.string(text))
  }

  private static func counts(_ checks: [AccountCheck]) -> String {
    func count(_ state: AccountCheck.State) -> Int { checks.count { $0.state == state } }
    return "\(count(.passed)) ok, \(Count.of(count(.warning), "warning")), "
      + "\(count(.failed)) failed, \(count(.notChecked)) unknown; nothing was created"
  }
}
