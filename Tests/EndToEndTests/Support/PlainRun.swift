import Foundation

/// Runs line mode with its answers in a file and no terminal.
enum PlainRun {
  /// Runs the wizard with answers, one per line.
  ///
  /// - Parameters:
  ///   - answers: The lines, without line breaks.
  ///   - options: The arguments after `--plain`.
  ///   - folder: The working folder.
  ///   - before: Variable assignments before the command.
  ///   - limit: The seconds after which the program is stopped.
  /// - Returns: The outcome.
  /// - Throws: An error if the program cannot be started.
  static func run(
    _ answers: [String], _ options: String = "", in folder: Folder = Folder(), before: String = "",
    limit: Int = 20
  ) throws -> Outcome {
    let bytes = Data(answers.map { $0 + "\n" }.joined().utf8)
    return try run(bytes: bytes, options, in: folder, before, limit: limit)
  }

  static func run(
    bytes: Data, _ options: String = "", in folder: Folder = Folder(), _ before: String = "",
    limit: Int = 20
  ) throws -> Outcome {
    try folder.write(bytes, to: ".answers")
    return try Program.runWithoutTerminal(
      "\(before) sinkwizard --plain \(options) <.answers", in: folder, limit: limit)
  }
}
