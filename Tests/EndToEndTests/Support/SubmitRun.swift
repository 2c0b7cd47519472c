import Foundation

/// `sinkwizard submit` against a server that misbehaves as told.
struct SubmitRun {
  let outcome: Outcome
  /// The first lines of all requests that arrived whole.
  let requests: [String]
  let bodies: String
  /// The program's command lines, as others see them while it waits.
  let commandLines: String

  var posts: Int { requests.count { $0.hasPrefix("POST ") } }
  /// What was said, line by line, without the program's name.
  var said: [String] {
    outcome.errors.split(separator: "\n").map { String($0.replacing("sinkwizard: ", with: "")) }
  }

  static let secrets = ["planted-token", "planted-access-key", "planted-secret-key"]

  static let credentials = [
    "CLOUDFLARE_API_TOKEN": "planted-token", "R2_ACCESS_KEY_ID": "planted-access-key",
    "R2_SECRET_ACCESS_KEY": "planted-secret-key",
  ]

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - script: finds the payload in `in.json` and the base URL in `$BASE_URL`.
  ///   - behaviour: what happens to a POST, as `Tests/Peers/misbehave` has it.
  ///   - answer: the bytes that are answered.
  ///   - payload: what is in `in.json`.
  ///   - environment: what the program finds in its environment.
  /// - Throws: when it cannot be started.
  init(
    _ script: String = "sinkwizard submit in.json --base-url $BASE_URL", meeting behaviour: String,
    answer: String = "", payload: String = Payloads.parquet,
    environment: [String: String] = SubmitRun.credentials
  ) throws {
    let folder = Folder()
    try folder.write(payload, to: "in.json")
    try folder.write(answer, to: "answer")
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
