/// The terminal descriptions to try for a terminal type.
package enum TerminalName {
  /// Returns the type itself, followed by fallbacks that fit most terminals too new for this
  /// machine's database.
  package static func candidates(for own: String) -> [String] {
    // Most terminals that identify as "ansi" wrap lines as xterm does.
    var result = own == "ansi" ? ["xterm", own] : [own]
    // Inside a multiplexer, its own description fits better than xterm's.
    let isMultiplexer = own.hasPrefix("tmux") || own.hasPrefix("screen")
    let usual =
      (isMultiplexer ? ["screen-256color", "screen"] : []) + ["xterm-256color", "vt100", "ansi"]
    for candidate in usual where !result.contains(candidate) { result.append(candidate) }
    return result
  }
}
