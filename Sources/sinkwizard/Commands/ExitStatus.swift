import ArgumentParser
import System

/// The exit statuses.
enum ExitStatus: Int32 {
  /// A payload is not valid, a check of the account failed, or a result is incomplete.
  case invalid = 1
  /// The API rejected the request.
  case refused = 2
  /// The API could not be reached, or its response could not be read.
  case unanswered = 3
  /// A sink of that name exists.
  case exists = 4
  /// The command line is wrong, or there is no terminal to draw on.
  case usage = 64
  case unreadable = 66
  /// The system lacks threads, descriptors or memory.
  case lacking = 71
  case unwritable = 73
  /// The operator left without finishing.
  case left = 130

  /// An exit status and its meaning, for the help of a command.
  typealias Meaning = (status: Int, meaning: String)

  /// The meanings shared by commands that call the API.
  static let apiMeanings: [Meaning] = [
    (2, "the API rejected the request"),
    (3, "the API could not be reached, or its response could not be read"),
    (64, "invalid command line, or credentials or account are not set"),
    (73, "standard output could not be written"),
    (130, "interrupted"),
  ]

  /// Returns the section of a command's help that lists its exit statuses.
  ///
  /// If a status has several meanings, the first one is used.
  static func help(_ meanings: [Meaning]) -> String {
    var unique: [Meaning] = []
    for meaning in meanings where !unique.contains(where: { $0.status == meaning.status }) {
      unique.append(meaning)
    }
    return "Exit status:\n"
      + unique.sorted { $0.status < $1.status }.map { status, meaning in
        let number = String(status)
        return "  " + number + String(repeating: " ", count: 5 - number.count) + meaning
      }.joined(separator: "\n")
  }

  /// Raises the limit on descriptors, or prints an error and throws the exit status.
  static func requireDescriptors() throws { try require(Surroundings.lackOfDescriptors()) }

  /// Prints an error and throws the exit status if threads cannot be started.
  static func requireThreads() throws { try require(Surroundings.lackOfThreads()) }

  private static func require(_ lack: String?) throws {
    guard let lack else { return }
    Console.say(lack)
    throw ExitStatus.lacking.code
  }

  var code: ExitCode { ExitCode(rawValue) }
}
