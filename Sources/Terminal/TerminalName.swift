/// Which terminal descriptions to try for a terminal.
package enum TerminalName {
  /// The name itself, then descriptions that fit most terminals that are newer than this machine.
  package static func candidates(for own: String) -> [String] {
    // What calls itself by this general name mostly wraps lines as xterm does.
    var result = own == "ansi" ? ["xterm", own] : [own]
    // Within a multiplexer its own dialect is closer than that of xterm.
    let isMultiplexer = own.hasPrefix("tmux") || own.hasPrefix("screen")
    let usual =
      (isMultiplexer ? ["screen-256color", "screen"] : []) + ["xterm-256color", "vt100", "ansi"]
    for candidate in usual where !result.contains(candidate) { result.append(candidate) }
    return result
  }
}
