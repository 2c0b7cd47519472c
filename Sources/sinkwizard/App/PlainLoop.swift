import Glibc
import SinkSpec
import System
import Wizard

/// The wizard line by line: questions on standard error, answers from standard input.
enum PlainLoop {
  /// Runs the wizard until it is left, or the answers end.
  static func run(_ wizard: inout Wizard, _ runner: EffectRunner) -> WizardOutcome {
    let isTerminal = isatty(2) != 0
    let knowsSequences = !["", "dumb"].contains(Environment.current["TERM"] ?? "")
    let output = PlainOutput(isTerminal: isTerminal)
    var session = PlainSession(wizard, hasClipboard: isTerminal && knowsSequences)
    let outcome = converse(&session, runner, output)
    wizard = session.wizard
    return outcome
  }

  private static func converse(
    _ session: inout PlainSession, _ runner: EffectRunner, _ output: PlainOutput
  ) -> WizardOutcome {
    var input = LineInput(wakeup: runner.mailbox.wakeup)
    // An event may leave the question as it is: it is not asked twice then.
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
        // A terminal has shown the end of the line; elsewhere the question's line goes on.
        if isatty(0) == 0 { output.say("") }
        effects = session.answer(text)
      case .notText, .tooLong:
        isAsked = false
        if isatty(0) == 0 { output.say("") }
        output.say(event.refusal)
      case .ended(let isInLine):
        output.say("")
        if isInLine { output.say("The answers end in the middle of a line, which was not taken.") }
        return leave(session, runner)
      case .interrupted:
        isAsked = false
        if !session.isWaiting { output.say("") }
        // Where nobody is to be asked, it leaves at once.
        if isatty(0) == 0, !session.isWaiting { return leave(session, runner) }
        effects = session.interrupt()
      case .ending(let signal):
        // The draft has the last answer too.
        _ = runner.left
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
    }
  }

  /// Leaves without a question: with the sink, if one was created.
  private static func leave(_ session: PlainSession, _ runner: EffectRunner) -> WizardOutcome {
    var events: [Event] = []
    return runner.perform(session.leaving, answers: &events) ?? runner.left
  }
}

extension LineInput.LineEvent {
  /// Why a line was not taken, and what to do.
  fileprivate var refusal: String {
    switch self {
    case .tooLong(let limit):
      "That line has more than \(limit) bytes, and nothing of it was taken; /open takes a payload from a file."
    default: "That line is not UTF-8 text, and nothing of it was taken. Type it again."
    }
  }
}
