import CloudflareAPI
import CloudflareLive
import SinkSpec
import Synchronization
import System

/// Completions from the account.
///
/// They never print errors, and are empty unless the API responds quickly.
enum AccountCompletion {
  /// The time limit in seconds: the operator is waiting at the shell.
  private static let timeout = 2

  /// Returns the names and IDs of the account's sinks, given the words of the command line.
  static func sinks(_ words: [String]) -> [String] {
    let sinks = records(words)
    return safe(sinks.map(\.name)) + safe(sinks.map(\.id))
  }

  /// Returns the names of the account's sinks, given the words of the command line.
  static func sinkNames(_ words: [String]) -> [String] { safe(records(words).map(\.name)) }

  /// Returns the strings that are safe to complete: bash expands completions.
  private static func safe(_ texts: [String]) -> [String] {
    texts.filter { text in
      !text.hasPrefix("-")
        && text.utf8.allSatisfy { byte in
          byte < 0x80
            && (Character(Unicode.Scalar(byte)).isLetter || "0123456789_-".utf8.contains(byte))
        }
    }
  }

  private static func records(_ words: [String]) -> [SinkRecord] {
    let environment = Environment.current.variables
    let account = value(of: "--account-id", in: words) ?? environment["CLOUDFLARE_ACCOUNT_ID"]
    guard let account, !account.isEmpty,
      let credentials = try? Credentials(environment: environment),
      let base = try? BaseURL.chosen(
        option: value(of: "--base-url", in: words), environment: environment)
    else { return [] }
    let client = CloudflareClient.live(
      base: base, credentials: credentials, trust: Trust(environment: environment),
      userAgent: SinkWizard.userAgent, timeout: timeout
    ).withoutRetries
    let found = Mutex<[SinkRecord]>([])
    try? Interruptible.run {
      let request = Task { try await client.sinks(account: account) }
      let limit = Task {
        try await Task.sleep(for: .seconds(timeout))
        request.cancel()
      }
      let sinks = try await request.value
      limit.cancel()
      found.withLock { $0 = sinks }
    }
    return found.withLock { $0 }
  }

  private static func value(of option: String, in words: [String]) -> String? {
    zip(words, words.dropFirst()).first { $0.0 == option }?.1
  }
}
