/// Which terminal descriptions to try for a terminal.
package enum TerminalName {
  /// The name itself, then descriptions that fit most terminals that are newer than this machine.
  package static func candidates(for name: String?) -> [String] {
    let own = name ?? ""
    var result = own.isEmpty ? [] : [own]
    // Within a multiplexer its own dialect is closer than that of xterm.
    let isMultiplexer = own.hasPrefix("tmux") || own.hasPrefix("screen")
    let usual =
      (isMultiplexer ? ["screen-256color", "screen"] : []) + ["xterm-256color", "ansi", "vt100"]
    for candidate in usual where !result.contains(candidate) { result.append(candidate) }
    return result
  }
}
