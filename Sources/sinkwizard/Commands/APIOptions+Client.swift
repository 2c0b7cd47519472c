import ArgumentParser
import CloudflareAPI
import CloudflareLive
import SinkSpec
import System

extension APIOptions {
  /// The section of the help that lists the environment variables of commands that call the API.
  static let environmentHelp = """
    Environment:
      CLOUDFLARE_API_TOKEN      API token; or set CLOUDFLARE_EMAIL and
                                CLOUDFLARE_API_KEY
      CLOUDFLARE_ACCOUNT_ID     account, unless --account-id is given
      CLOUDFLARE_API_BASE_URL   API base URL, unless --base-url is given; else
                                CLOUDFLARE_BASE_URL
      http_proxy, https_proxy, all_proxy, no_proxy, CURL_CA_BUNDLE,
      SSL_CERT_FILE, SSL_CERT_DIR   as for curl
    """

  /// Returns the account, or prints that none is set and throws the exit status.
  func requiredAccount() throws -> String {
    if let account, !account.isEmpty { return account }
    Console.say(
      accountOptions.accountId == nil
        ? "no account: set CLOUDFLARE_ACCOUNT_ID, or give --account-id" : "--account-id is empty")
    throw ExitStatus.usage.code
  }

  /// Creates a client that uses the network, with the credentials of the environment.
  ///
  /// - Parameters:
  ///   - base: The base URL of the API.
  ///   - timeout: The time limit for a request, and the maximum delay before a retry, in seconds.
  ///   - confirmationTime: The seconds over which a sink is looked up if the outcome is unclear.
  ///   - tracing: Whether to write requests and responses to standard error.
  ///   - secrets: Strings that a trace hides, in addition to the secrets of the environment.
  /// - Returns: The client.
  /// - Throws: The exit status if there are no credentials.
  func client(
    _ base: BaseURL, timeout: Int = 60, confirmationTime: Int = 30, tracing: Bool = false,
    hiding secrets: [String] = []
  ) throws -> CloudflareClient {
    let environment = Environment.current.variables
    let credentials: Credentials
    do throws(CredentialsProblem) {
      credentials = try Credentials(environment: environment)
    } catch {
      Console.say(error.sentence)
      throw ExitStatus.usage.code
    }
    if let note = Credentials.choiceNote(environment: environment) { Console.say(note) }
    let known = Self.namesOfSecrets.compactMap { environment[$0] } + secrets
    return .live(
      base: base, credentials: credentials, trust: Trust(environment: environment),
      userAgent: SinkWizard.userAgent, timeout: timeout,
      policy: RetryPolicy(maximumDelay: timeout, confirmationTime: confirmationTime),
      trace: tracing
        ? ExchangeTrace(credentials: credentials, hiding: known) { Console.write($0) } : nil)
  }

  /// The variables that usually contain secrets.
  private static let namesOfSecrets =
    [Credentials.Variable.token.rawValue, Credentials.Variable.key.rawValue]
    + SinkDescription.all().compactMap { $0.defaultReference.flatMap(SecretReference.init)?.name }
}
