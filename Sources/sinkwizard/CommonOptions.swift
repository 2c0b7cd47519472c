import ArgumentParser
import SinkExport
import SinkSpec
import System
import Terminal

/// The options that every command takes, whether it has a use for them or not.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The account that will own the sink.", valueName: "id"))
  var accountId: String?

  @Option(help: ArgumentHelp("Where the API is.", valueName: "url"))
  var baseUrl: String?

  @Flag(help: "Write secrets as they are, not as references ${NAME}.")
  var showSecrets = false

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  var color: ColorChoice = .auto

  @Option(
    help: ArgumentHelp(
      "What colours have to be readable on: auto, dark or light.", valueName: "background"))
  var theme: Theme = .auto

  /// The account: the option's, else the environment's; nil when neither names one.
  var account: String? { accountId ?? Environment.current["CLOUDFLARE_ACCOUNT_ID"] }

  /// How secrets are written where they are not sent.
  var secrets: SecretStyle { showSecrets ? .shown : .referenced }

  /// Where the API is; says what is wrong with it and throws the exit status when it is no URL.
  func base() throws -> BaseURL {
    do throws(BaseURLProblem) {
      return try chosenBase()
    } catch {
      return try refuse(error)
    }
  }

  /// Where the API is: by the option, else by the environment.
  func chosenBase() throws(BaseURLProblem) -> BaseURL {
    try BaseURL.chosen(option: baseUrl, environment: Environment.current.variables)
  }

  /// Says what is wrong with a base URL, and throws the exit status.
  func refuse<Value>(_ problem: BaseURLProblem) throws -> Value {
    Console.say(problem.sentence)
    throw ExitStatus.usage.code
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
