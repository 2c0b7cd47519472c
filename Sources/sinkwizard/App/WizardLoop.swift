import ArgumentParser
import FoundationEssentials
import Screen
import SinkSpec
import System
import Terminal
import Wizard
import WizardScreen

/// The main loop: feeds terminal events to the wizard, runs its effects and draws it.
enum WizardLoop {
  /// Runs the wizard on the terminal until it ends.
  static func run(
    _ wizard: inout Wizard, _ options: ColorOptions, _ runner: EffectRunner
  ) throws -> WizardOutcome {
    var session: TerminalSession
    do throws(TerminalError) {
      session = try TerminalSession(
        colors: options.color, theme: options.theme, wakeup: runner.mailbox.wakeup)
    } catch {
      Console.say("\(error.description); use --plain for line mode")
      throw ExitStatus.usage.code
    }
    return try converse(&wizard, &session, runner)
  }

  private static func converse(
    _ wizard: inout Wizard, _ session: inout TerminalSession, _ runner: EffectRunner
  ) throws -> WizardOutcome {
    if !session.isUTF8 { wizard.useASCII() }
    _ = wizard.handle(.resized(rows: session.size.rows, columns: session.size.columns))
    var parts = PaintedParts()
    present(wizard, &parts, &session)
    // After the first frame, because it takes time.
    try ExitStatus.requireThreads()
    while true {
      runner.saveDraft()
      let inputs = session.next()
      wizard.now = .now
      for input in inputs {
        guard let event = Event(input, in: wizard) else { return runner.left }
        if let outcome = perform([event], &wizard, &session, runner) { return outcome }
      }
      let outcome = perform(runner.mailbox.take(), &wizard, &session, runner)
      if let outcome { return outcome }
      present(wizard, &parts, &session)
    }
  }

  /// Draws the wizard on the terminal.
  private static func present(
    _ wizard: Wizard, _ parts: inout PaintedParts, _ session: inout TerminalSession
  ) {
    let canvas = Painter.draw(wizard, after: &parts)
    session.present(
      !session.isUTF8
        ? canvas.inASCII
        : session.terminalName.hasPrefix("linux") ? canvas.inConsoleFont : canvas)
    session.reportMouse(wizard.display.isMouseOn)
  }

  /// Feeds events to the wizard, notes its draft, and runs its effects.
  private static func perform(
    _ events: [Event], _ wizard: inout Wizard, _ session: inout TerminalSession,
    _ runner: EffectRunner
  ) -> WizardOutcome? {
    var events = events
    while !events.isEmpty {
      let effects = wizard.handle(events.removeFirst())
      runner.keep(wizard.kept)
      for effect in effects {
        switch effect {
        case .copy(let text):
          let isSent = session.copy(Data(text.utf8).base64EncodedString())
          if !isSent { events.append(.notCopied) }
        case .suspend: session.suspend()
        case .repaint: session.renew()
        default: if let outcome = runner.perform(effect, answers: &events) { return outcome }
        }
      }
    }
    return nil
  }
}

extension Event {
  /// Returns the wizard's event for a terminal event; nil if the terminal is gone.
  init?(_ input: TerminalInput, in wizard: Wizard) {
    switch input {
    case .key(.mouse(let mouse)):
      self = .pointed(mouse.action, Painter.target(at: mouse.place, in: wizard))
    case .key(let key): self = .key(key)
    case .resize(let rows, let columns): self = .resized(rows: rows, columns: columns)
    case .continued: self = .continued
    case .closed: return nil
    }
  }
}

extension Timestamp {
  /// The current time of the system clock.
  static var now: Timestamp { Timestamp(sinceEpoch: WallClock.sinceEpoch) }
}

/// How the wizard ended.
enum WizardOutcome {
  case finished(payload: String, errorCount: Int)
  /// A sink was created: the API's description of it, its payload, the command that creates its
  /// pipeline, and whether later changes are kept as a draft.
  case created(String, payload: String, pipelineCommand: String?, keepsDraft: Bool)
  /// The operator quit without a payload; `keepsDraft` is whether a draft is kept.
  case left(keepsDraft: Bool)
}
