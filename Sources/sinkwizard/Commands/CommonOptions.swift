import ArgumentParser
import SinkExport
import SinkSpec
import System
import Terminal

/// The option for the account.
struct AccountOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Account ID. (default: $CLOUDFLARE_ACCOUNT_ID)", valueName: "id"))
  var accountId: String?

  /// The account from the option or the environment; nil if neither names one.
  var account: String? { accountId ?? Environment.current["CLOUDFLARE_ACCOUNT_ID"] }
}

/// The base URL of the API.
struct EndpointOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("API base URL. (default: $CLOUDFLARE_API_BASE_URL)", valueName: "url"))
  var baseUrl: String?

  /// Returns the base URL, or prints the problem and throws the exit status.
  func base() throws -> BaseURL {
    do throws(BaseURLProblem) {
      return try chosenBase()
    } catch {
      return try refuse(error)
    }
  }

  /// Returns the base URL from the option or the environment.
  func chosenBase() throws(BaseURLProblem) -> BaseURL {
    try BaseURL.chosen(option: baseUrl, environment: Environment.current.variables)
  }

  /// Prints the problem with a base URL and throws the exit status.
  func refuse<Value>(_ problem: BaseURLProblem) throws -> Value {
    Console.say(problem.sentence)
    throw ExitStatus.usage.code
  }
}

/// The account and the base URL, for commands that build or send requests.
struct APIOptions: ParsableArguments {
  /// The heading of these options in the help.
  static let title = "API options"

  @OptionGroup var accountOptions: AccountOptions
  @OptionGroup var endpoint: EndpointOptions

  /// The account from the option or the environment; nil if neither names one.
  var account: String? { accountOptions.account }
}

/// Whether to trace requests, for commands that send them.
struct TraceOptions: ParsableArguments {
  @Flag(help: "Write requests and responses to standard error, without secrets.")
  var trace = false
}

/// Whether to print secrets.
struct SecretOptions: ParsableArguments {
  /// The heading of these options in the help.
  static let title = "Secrets"

  @Flag(help: "Print secrets in plain text, not as ${NAME} references.")
  var showSecrets = false

  /// How secrets are printed.
  var style: SecretStyle { showSecrets ? .shown : .referenced }
}

/// The options for colours.
struct ColorOptions: ParsableArguments {
  /// The heading of these options in the help.
  static let title = "Colours"

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color: ColorChoice = .auto

  @Option(help: ArgumentHelp("Background to choose colours for.", valueName: "background"))
  var theme: Theme = .auto
}

/// Every shared option, for commands that accept but ignore them.
struct CommonOptions: ParsableArguments {
  @OptionGroup var api: APIOptions
  @OptionGroup var secrets: SecretOptions
  @OptionGroup var colors: ColorOptions
}

extension ColorChoice: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
