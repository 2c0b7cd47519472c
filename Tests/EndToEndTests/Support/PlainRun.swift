import Foundation

/// The wizard line by line, with its answers in a file and no terminal.
enum PlainRun {
  /// Gives it answers, one a line.
  ///
  /// - Parameters:
  ///   - answers: the lines, without their ends.
  ///   - options: what follows `--plain` on the command line.
  ///   - folder: where it runs.
  ///   - before: what stands before the program in the shell: variables.
  /// - Returns: what came of it.
  /// - Throws: when it cannot be started.
  static func run(
    _ answers: [String], _ options: String = "", in folder: Folder = Folder(), before: String = ""
  ) throws -> Outcome {
    try run(bytes: Data(answers.map { $0 + "\n" }.joined().utf8), options, in: folder, before)
  }

  static func run(
    bytes: Data, _ options: String = "", in folder: Folder = Folder(), _ before: String = ""
  ) throws -> Outcome {
    try folder.write(bytes, to: ".answers")
    return try Program.runWithoutTerminal(
      "\(before) sinkwizard --plain \(options) <.answers", in: folder)
  }
}
