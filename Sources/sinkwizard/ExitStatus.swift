import ArgumentParser

/// How the program ends, as scripts see it.
enum ExitStatus: Int32 {
  /// A payload is not valid.
  case invalid = 1
  /// The command line is wrong, or there is no terminal to draw on.
  case usage = 64
  case unreadable = 66
  case unwritable = 73
  /// The operator left without finishing.
  case left = 130

  var code: ExitCode { ExitCode(rawValue) }
}
