/// Bundles the many file names of a command line.
///
/// The argument parser's time is quadratic in the number of arguments, so adjacent names are passed
/// as one argument, joined with NUL, which no argument can contain.
enum FileArguments {
  private static let separator: Character = "\0"

  /// Returns the arguments with the file names of `check` bundled.
  static func bundled(_ arguments: [String]) -> [String] {
    guard arguments.first == "check" else { return arguments }
    var result: [String] = []
    // The distance to the last option: the argument after an option may be its value.
    var distance = 0
    var areAllNames = false
    for argument in arguments {
      let isOption = !areAllNames && argument.hasPrefix("-") && argument != "-"
      // Never join `-`: the parser would read the bundle as an option.
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

  /// Returns an argument of `check` that the parser would split into short options, the first of
  /// which is `-h`: it would print help and validate nothing.
  static func oddName(among arguments: [String]) -> String? {
    guard arguments.first == "check" else { return nil }
    return arguments.prefix { $0 != "--" }.first {
      $0.hasPrefix("-") && !$0.hasPrefix("--") && $0 != "-" && $0 != "-h"
    }
  }

  /// Returns the names of a bundle.
  static func unbundled(_ arguments: [String]) -> [String] {
    arguments.flatMap { $0.split(separator: separator, omittingEmptySubsequences: false) }
      .map(String.init)
  }
}
