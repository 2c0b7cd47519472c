import Screen

/// The keys of the search in the request, of unknown properties, and of buttons and issues.
extension Keymap {
  static let searching: [Binding] = [
    binding([.enter], ["Enter"], .keepSearch, "browse the matches", bar: "keep"),
    binding(
      [.escape, .control("c")], ["Esc"], .endSearch, "end the search", bar: "end the search"),
  ]

  static let unknownMember: [Binding] = [
    binding(
      [.delete, .backspace], ["Del"], .removeUnknownMember, "remove it from the request",
      bar: "remove")
  ]

  static let button: [Binding] = [
    binding(
      [.enter, .character(" ")], ["Enter"], .accept, "press it, or go to the issue's field",
      bar: "press")
  ]
}
