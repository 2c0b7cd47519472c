import Foundation

/// Runs `sinkwizard submit` against a misbehaving server.
struct SubmitRun {
  let outcome: Outcome
  /// The request lines of all complete requests.
  let requests: [String]
  let bodies: String
  /// The program's command lines, as other processes see them.
  let commandLines: String

  var posts: Int { requests.count { $0.hasPrefix("POST ") } }
  /// The lines on standard error, without the program's name.
  var messages: [String] {
    outcome.errors.split(separator: "\n").map { String($0.replacing("sinkwizard: ", with: "")) }
  }

  static let secrets = ["planted-token", "planted-access-key", "planted-secret-key"]

  static let credentials = [
    "CLOUDFLARE_API_TOKEN": "planted-token", "R2_ACCESS_KEY_ID": "planted-access-key",
    "R2_SECRET_ACCESS_KEY": "planted-secret-key",
  ]

  /// Runs the script to completion.
  ///
  /// - Parameters:
  ///   - script: A script that finds the payload in `in.json` and the base URL in `$BASE_URL`.
  ///   - behaviour: The name of the `Tests/Peers/misbehave` behaviour to use for a POST.
  ///   - answer: The bytes sent in response to a POST if the behaviour is `answer`.
  ///   - list: The body of the response to a GET; nil for an empty list.
  ///   - payload: The contents of `in.json`.
  ///   - environment: Additional environment variables.
  /// - Throws: An error if the script cannot be started.
  init(
    _ script: String = "sinkwizard submit in.json --base-url $BASE_URL", meeting behaviour: String,
    answer: String = "", list: String? = nil, payload: String = Payloads.parquet,
    environment: [String: String] = SubmitRun.credentials
  ) throws {
    let folder = Folder()
    try folder.write(payload, to: "in.json")
    try folder.write(answer, to: "answer")
    if let list { try folder.write(list, to: "list") }
    let peer = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Peers/misbehave").path
    outcome = try Program.run(
      [
        "setsid", "-w", "timeout", "-k", "1", "60", "python3", peer, folder.path, behaviour,
        "bash", "-c", "cd; " + script,
      ], in: folder, environment: environment)
    requests = (folder.text(of: "requests") ?? "").split(separator: "\n").map(String.init)
    bodies = folder.text(of: "bodies") ?? ""
    commandLines = folder.text(of: "commands") ?? ""
  }
}
