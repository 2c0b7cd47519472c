/// Many names of files on a command line.
///
/// The argument parser takes time in the square of their number, so that neighbours are given to it
/// as one argument, joined by the one character that no argument can hold.
enum FileArguments {
  private static let separator: Character = "\0"

  /// The arguments with the names of `check` bundled; others stay as they are.
  static func bundled(_ arguments: [String]) -> [String] {
    guard arguments.first == "check" else { return arguments }
    var result: [String] = []
    // How many arguments back the last option is: the first after it may be its value.
    var distance = 0
    var areAllNames = false
    for argument in arguments {
      let isOption = !areAllNames && argument.hasPrefix("-") && argument != "-"
      // Standard input's name is not joined: the parser would take it for an option.
      let mayJoin = areAllNames || result.last?.hasPrefix("-") == false
      if isOption || distance < 2 || !mayJoin {
        result.append(argument)
      } else {
        result[result.count - 1] += "\(separator)\(argument)"
      }
      distance = isOption ? 0 : distance + 1
      if argument == "--" { areAllNames = true }
    }
    return result
  }

  /// An argument of `check` that the parser would take for several options at once, of which the
  /// first asks for help: nothing would be validated.
  static func oddName(among arguments: [String]) -> String? {
    guard arguments.first == "check" else { return nil }
    return arguments.prefix { $0 != "--" }.first {
      $0.hasPrefix("-") && !$0.hasPrefix("--") && $0 != "-" && $0 != "-h"
    }
  }

  /// The names themselves.
  static func unbundled(_ arguments: [String]) -> [String] {
    arguments.flatMap { $0.split(separator: separator, omittingEmptySubsequences: false) }
      .map(String.init)
  }
}
