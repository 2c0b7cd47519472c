import Glibc
import SinkDraft
import SinkSpec
import System
import Wizard

/// The wizard in line mode: prompts on standard error, answers from standard input.
enum PlainLoop {
  /// Runs the wizard until the operator leaves or input ends.
  static func run(_ wizard: inout Wizard, _ runner: EffectRunner) -> WizardOutcome {
    let isTerminal = isatty(2) != 0
    let output = PlainOutput(isTerminal: isTerminal)
    var session = PlainSession(wizard, hasClipboard: output.hasClipboard)
    let outcome = converse(&session, runner, output)
    wizard = session.wizard
    return outcome
  }

  private static func converse(
    _ session: inout PlainSession, _ runner: EffectRunner, _ output: PlainOutput
  ) -> WizardOutcome {
    var input = LineInput(wakeup: runner.mailbox.wakeup)
    // Whether the current prompt is on screen, so that an event does not repeat it.
    var isAsked = false
    while true {
      let lines = session.takeLines()
      if isAsked, !lines.isEmpty { output.say("") }
      for line in lines { output.say(line) }
      if !session.isWaiting, !isAsked || !lines.isEmpty { output.ask(session.prompt) }
      isAsked = !session.isWaiting
      let event = input.next(
        isAsking: !session.isWaiting, isSecret: session.asksForSecret)
      session.tick(.now)
      var effects: [Effect] = []
      var events: [Event] = []
      switch event {
      case .line(let text):
        isAsked = false
        // A terminal echoes the line break; otherwise end the prompt's line here.
        if isatty(0) == 0 { output.say("") }
        effects = session.answer(text)
      case .notText, .tooLong:
        isAsked = false
        if isatty(0) == 0 { output.say("") }
        output.say(event.refusal)
      case .ended(let isInLine):
        output.say("")
        if isInLine { output.say("Input ended in the middle of a line; that line was ignored.") }
        return leave(session, runner)
      case .interrupted:
        isAsked = false
        if !session.isWaiting { output.say("") }
        // Without a terminal, nobody can confirm, so leave immediately.
        if isatty(0) == 0, !session.isWaiting { return leave(session, runner) }
        effects = session.interrupt()
      case .ending(let signal):
        // Save the last answer to the draft first.
        if case .left(keepsDraft: true) = runner.left {
          Console.sayDraftKept(inSandbox: session.wizard.settings.endpoint == SavedDraft.sandbox)
        }
        SignalPipe.terminate(by: signal)
      case .resumed: isAsked = false
      case .woken: events = runner.mailbox.take()
      }
      while !effects.isEmpty || !events.isEmpty {
        runner.keep(session.wizard.kept)
        if effects.isEmpty {
          effects = session.handle(events.removeFirst())
          continue
        }
        let effect = effects.removeFirst()
        if case .copy(let text) = effect { output.copy(text) }
        if let outcome = runner.perform(effect, answers: &events) { return outcome }
      }
      runner.keep(session.wizard.kept)
      runner.saveDraft()
    }
  }

  /// Leaves without confirmation; reports a sink that was created.
  private static func leave(_ session: PlainSession, _ runner: EffectRunner) -> WizardOutcome {
    var events: [Event] = []
    return runner.perform(session.leaving, answers: &events) ?? runner.left
  }
}

extension LineInput.LineEvent {
  /// The reason that a line was rejected, and what to do instead.
  fileprivate var refusal: String {
    switch self {
    case .tooLong(let limit):
      "That line is longer than \(limit) bytes and was ignored. To load a payload from a file, type /open."
    default: "That line is not UTF-8 text and was ignored. Type it again."
    }
  }
}
