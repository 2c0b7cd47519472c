import SinkSpec

extension Export {
  /// A bash command that sends the request with curl.
  ///
  /// Secrets are never passed as program arguments, which other users of the machine could read:
  /// the body is piped to standard input, and the token comes from a process substitution. The
  /// subshell exits on an unset variable before anything is sent, without ending the shell it is
  /// pasted into.
  var curl: String {
    let secrets = value.variables
    let needed = [Self.tokenVariable] + (account == nil ? [Self.accountVariable] : []) + secrets
    var lines = ["# Required environment variables: " + needed.joined(separator: ", ")]
    lines += ["(", Self.check(needed)]
    if !secrets.isEmpty { lines += Self.escapingFunction }
    lines += [
      "  printf %s \(bodyWords) |",
      "    curl -sS --fail-with-body --request POST \(url) \\",
      "      --header @<(printf 'Authorization: Bearer %s\\n' \"$\(Self.tokenVariable)\") \\",
      "      --header 'Content-Type: application/json' --header 'Accept: application/json' \\",
      "      --data-binary @-",
      ")",
    ]
    return ShellText.script(lines)
  }

  /// A bash command that runs `cf pipelines sinks create` with the whole body.
  ///
  /// The body comes from a process substitution, so no secret is a program argument.
  var cf: String {
    let secrets = value.variables
    let settings =
      account.map { [(Self.accountVariable, $0)] } ?? []
      + (base == .standard ? [] : [("CLOUDFLARE_API_BASE_URL", base.text)])
    var lines = [
      "# For cf, Cloudflare's command line (npm package cf); log in with it first, or set"
    ]
    lines += ["# \(Self.tokenVariable)."]
    lines += value.numbers { !ExportValue.isExactDouble($0) }.map {
      "# \($0.pointer): cf sends \($0.digits) as a double, which may lose digits"
    }
    lines += ["("]
    if !secrets.isEmpty { lines += [Self.check(secrets)] + Self.escapingFunction }
    let command = settings.map { "\($0.0)=\(ShellText.word($0.1)) " }.joined()
    lines += [
      "  \(command)cf pipelines sinks create --body @<(printf %s \(bodyWords))", ")",
    ]
    return ShellText.script(lines)
  }

  /// Returns a bash command that fails if an environment variable is not set.
  private static func check(_ variables: [String]) -> String {
    "  : " + variables.map { "\"${\($0):?}\"" }.joined(separator: " ")
  }

  /// A bash function that escapes text for use inside a JSON string, byte by byte.
  private static let escapingFunction = [
    "  json_escaped() (",
    "    LC_ALL=C",
    "    for ((i = 0; i < ${#1}; i++)); do",
    "      char=${1:i:1}",
    "      case $char in",
    #"        [\"\\]) printf '\\%s' "$char" ;;"#,
    #"        [[:cntrl:]]) printf '\\u%04x' "'$char" ;;"#,
    #"        *) printf %s "$char" ;;"#,
    "      esac",
    "    done",
    "  )",
  ]

  private var url: String {
    guard let account else {
      return ShellText.word(base.text + Self.pathStart) + "\"$\(Self.accountVariable)\""
        + Self.pathEnd
    }
    return ShellText.word(
      base.text + Self.pathStart + PercentEncoding.encoded(account) + Self.pathEnd)
  }

  /// The body as arguments of `printf`: quoted text, interleaved with secrets from the environment.
  private var bodyWords: String {
    var words: [String] = []
    var text = ""
    let variables = variablesByPointer
    for line in body.lines(secrets: secrets) {
      text += String(repeating: "  ", count: line.depth)
      guard let variable = variables[line.pointer] else {
        text += line.text + "\n"
        continue
      }
      words.append(ShellText.quoted(InvisibleCharacters.escapedInJSON(text + line.start + "\"")))
      words.append("\"$(json_escaped \"$\(variable)\")\"")
      text = "\"" + line.end + "\n"
    }
    words.append(ShellText.quoted(InvisibleCharacters.escapedInJSON(text)))
    return words.joined(separator: " ")
  }

  private var variablesByPointer: [Pointer: String] {
    var variables: [Pointer: String] = [:]
    func collect(_ node: RequestNode) {
      if let variable = node.variable(secrets: secrets) { variables[node.pointer] = variable }
      switch node.content {
      case .object(let children), .array(let children): children.forEach(collect)
      default: break
      }
    }
    collect(body)
    return variables
  }
}
