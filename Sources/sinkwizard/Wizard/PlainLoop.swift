import Glibc
import SinkSpec
import Surface
import WizardFlow

/// The wizard line by line: questions on standard error, answers from standard input.
enum PlainLoop {
  /// Runs the wizard until it is left, or the answers end.
  static func run(_ wizard: inout Wizard, _ desks: WizardDesks) -> WizardOutcome {
    var dialogue = Dialogue(wizard)
    let outcome = converse(&dialogue, desks)
    wizard = dialogue.wizard
    return outcome
  }

  private static func converse(_ dialogue: inout Dialogue, _ desks: WizardDesks) -> WizardOutcome {
    var input = LineInput(wakeup: desks.mailbox.wakeup)
    var kept = dialogue.wizard.kept
    while true {
      for line in dialogue.takeLines() { say(line, "\n") }
      if !dialogue.isWaiting { say(dialogue.prompt, "") }
      let news = input.next(
        isAsking: !dialogue.isWaiting, isSecret: dialogue.asksForSecret)
      dialogue.tick(.now)
      var effects: [Effect] = []
      var events: [Event] = []
      switch news {
      case .line(let text):
        // A terminal has shown the end of the line; elsewhere the question's line goes on.
        if isatty(0) == 0 { say("", "\n") }
        effects = dialogue.answer(text)
      case .notText: say("That is not UTF-8 text.", "\n")
      case .ended:
        say("", "\n")
        return desks.left
      case .interrupted:
        guard dialogue.isWaiting else {
          say("", "\n")
          return desks.left
        }
        effects = dialogue.interrupt()
      case .woken:
        events = desks.mailbox.take()
      }
      while !effects.isEmpty || !events.isEmpty {
        if dialogue.wizard.kept != kept {
          kept = dialogue.wizard.kept
          desks.keep(kept)
        }
        if effects.isEmpty {
          effects = dialogue.handle(events.removeFirst())
        } else if let outcome = desks.perform(effects.removeFirst(), answers: &events) {
          return outcome
        }
      }
      if dialogue.wizard.kept != kept {
        kept = dialogue.wizard.kept
        desks.keep(kept)
      }
    }
  }

  /// Writes a line; foreign text in it is made visible, never passed on as it is.
  private static func say(_ text: String, _ end: String) {
    FileContents.writeAll(Array((TerminalText.printable(text) + end).utf8), to: 2)
  }
}
