import Terminal
import Testing

struct TerminalNameTests {
  @Test func `tries the terminal's own description first`() {
    #expect(
      TerminalName.candidates(for: "xterm-kitty") == [
        "xterm-kitty", "xterm-256color", "vt100", "ansi",
      ])
    #expect(TerminalName.candidates(for: "ansi").first == "xterm")
    #expect(
      TerminalName.candidates(for: "tmux-direct").prefix(2) == ["tmux-direct", "screen-256color"])
  }
}
