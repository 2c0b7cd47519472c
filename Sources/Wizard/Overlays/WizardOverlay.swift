package import Screen

/// A modal box in front of the form that takes all input until it is answered or closed.
///
/// An overlay is a value: it changes itself, reads the wizard behind it, and returns an
/// ``OverlayResponse`` for the wizard to carry out. Keys, mouse and line mode reach it through this
/// protocol only. Its screen form is a conformance to `PaintableOverlay` in `WizardScreen`, so
/// adding an overlay takes one file here and one there:
///
/// ```swift
/// struct Greeting: WizardOverlay {
///   func footer(in wizard: Wizard) -> [FooterItem] { [.esc("close")] }
///   mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
///     key == .escape ? cancel(in: wizard) : .stay
///   }
/// }
/// ```
package protocol WizardOverlay: Sendable {
  // MARK: Keys and mouse

  /// Returns the items of the footer below the box.
  func footer(in wizard: Wizard) -> [FooterItem]
  /// Handles a key.
  mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse
  /// Performs a command that the footer names, other than ``Command/cancel``.
  mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse
  /// Closes the overlay without an answer, or cancels the operation it waits for.
  mutating func cancel(in wizard: Wizard) -> OverlayResponse
  /// Returns the response that leaves the wizard; nil if the overlay has to be closed first.
  func leave(in wizard: Wizard) -> OverlayResponse?
  /// Inserts pasted text, which is one line.
  mutating func paste(_ text: String)
  /// Handles a click on an option.
  mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse
  /// Handles the wheel: positive steps go down.
  mutating func turnWheel(by steps: Int, in wizard: Wizard)
  /// The overlay in one sentence, for a terminal too small for a box; nil if it cannot be answered
  /// there.
  var compactText: String? { get }

  // MARK: Events

  /// Handles an event other than input.
  mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse

  // MARK: Line mode

  /// Whether line mode waits for an event instead of prompting.
  var isWaiting: Bool { get }
  /// Whether line mode prints the lines and closes the overlay immediately.
  var isAnnouncement: Bool { get }
  /// Whether line mode prints only the lines that changed since the last time.
  var printsChangesOnly: Bool { get }
  /// Whether any text except a known command is an answer, including blanks.
  var takesAnyText: Bool { get }
  /// Returns the lines that line mode prints before the prompt.
  func plainLines(in wizard: Wizard) -> [String]
  /// Returns the prompt of line mode.
  func plainPrompt(hasClipboard: Bool) -> String
  /// Handles an answer of line mode.
  mutating func answer(_ line: String, hasClipboard: Bool, in wizard: Wizard) -> PlainResponse
}

extension WizardOverlay {
  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    .stay
  }
  package mutating func cancel(in wizard: Wizard) -> OverlayResponse { .close }
  package func leave(in wizard: Wizard) -> OverlayResponse? { nil }
  package mutating func paste(_ text: String) {}
  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse { .stay }
  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {}
  package var compactText: String? { nil }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse { .stay }

  package var isWaiting: Bool { false }
  package var isAnnouncement: Bool { false }
  package var printsChangesOnly: Bool { false }
  package var takesAnyText: Bool { false }
  package func plainLines(in wizard: Wizard) -> [String] { [] }
  package func plainPrompt(hasClipboard: Bool) -> String { "" }
  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse { .accepted(.stay) }
}

/// An overlay's response: whether it closes, and an action on the wizard.
package struct OverlayResponse {
  let closesOverlay: Bool
  let action: (inout Wizard) -> [Effect]

  package static var stay: OverlayResponse { stay { _ in [] } }
  package static var close: OverlayResponse { close { _ in [] } }

  static func stay(then action: @escaping (inout Wizard) -> [Effect]) -> OverlayResponse {
    OverlayResponse(closesOverlay: false, action: action)
  }

  /// Closes the overlay; the action may open another.
  static func close(then action: @escaping (inout Wizard) -> [Effect]) -> OverlayResponse {
    OverlayResponse(closesOverlay: true, action: action)
  }
}

/// The response of an overlay to an answer in line mode.
package enum PlainResponse {
  case accepted(OverlayResponse)
  /// The answer prints lines.
  case lines([String])
  /// The answer is not valid.
  case refused
  /// The answer is not valid; the sentence says why.
  case problem(String)
}
