import ArgumentParser
import CloudflareAPI
import CloudflareLive
import SinkSpec
import System

/// What commands that speak with the API need; each says what is wrong and throws the exit status.
extension CommonOptions {
  /// The environment as the help of these commands tells it.
  static let environmentForAPI = """
    Environment: CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY, are the \
    credentials; CLOUDFLARE_ACCOUNT_ID is the account unless --account-id names one; \
    CLOUDFLARE_API_BASE_URL, else CLOUDFLARE_BASE_URL, is where the API is unless --base-url says \
    so; http_proxy, https_proxy, all_proxy, no_proxy, CURL_CA_BUNDLE, SSL_CERT_FILE and \
    SSL_CERT_DIR mean what they mean to curl.
    """

  /// The account that is asked.
  func requiredAccount() throws -> String {
    if let account, !account.isEmpty { return account }
    Console.say(
      accountId == nil
        ? "no account: set CLOUDFLARE_ACCOUNT_ID, or give --account-id" : "--account-id is empty")
    throw ExitStatus.usage.code
  }

  /// The client that uses the network, with the credentials of the environment.
  ///
  /// - Parameters:
  ///   - base: where the API is.
  ///   - timeout: how many seconds a request may take, and how long is waited before another.
  /// - Returns: the client.
  /// - Throws: the exit status, when there are no credentials.
  func client(_ base: BaseURL, timeout: Int = 60) throws -> CloudflareClient {
    let environment = Environment.current.variables
    let credentials: Credentials
    do throws(CredentialsProblem) {
      credentials = try Credentials(environment: environment)
    } catch {
      Console.say(error.sentence)
      throw ExitStatus.usage.code
    }
    if let note = Credentials.choiceNote(environment: environment) { Console.say(note) }
    return .live(
      base: base, credentials: credentials, trust: Trust(environment: environment),
      userAgent: SinkWizard.userAgent, timeout: timeout,
      policy: RetryPolicy(longestPause: timeout))
  }
}
