import ArgumentParser

/// How the program ends, as scripts see it.
enum ExitStatus: Int32 {
  /// A payload is not valid.
  case invalid = 1
  /// The API refused the request.
  case refused = 2
  /// The API could not be reached, or its answer did not come or could not be read.
  case unanswered = 3
  /// The command line is wrong, or there is no terminal to draw on.
  case usage = 64
  case unreadable = 66
  case unwritable = 73
  /// The operator left without finishing.
  case left = 130

  /// All of them, for the help.
  static let help = """
    Exit status: 0 the payload was given out, or the sink was created; 1 it was given out with errors in it; 2 the API refused; 3 it did \
    not answer; 64 the \
    command line is wrong or there is no terminal; 66 a file could not be read; 73 a file could \
    not be written; 130 the operator left without finishing.
    """

  /// Those of commands that speak with the API, for their help.
  static let helpForAPI = """
    2 the API refused it; 3 the API could not be reached, or its answer did not come or could not \
    be read; 64 the command line is wrong, or the environment has no credentials or no account; \
    73 standard output could not be written; 130 it was interrupted.
    """

  var code: ExitCode { ExitCode(rawValue) }
}
