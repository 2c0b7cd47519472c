import ArgumentParser
import Foundation
import Glibc
import SinkSpec
import Surface
import Terminal
import WizardFlow
import WizardScreen

/// The loop: what the terminal says goes to the wizard, what the wizard wants is done and drawn.
enum WizardLoop {
  /// How the wizard ended.
  enum Outcome {
    case finished(payload: String, errorCount: Int)
    /// A sink was created: what the API told of it, and the payload it was made from.
    case created(String, payload: String)
    case left
  }

  /// Runs the wizard on the terminal until it is left.
  ///
  /// Requests are sent to the place; without one none are.
  static func run(
    _ wizard: inout Wizard, colors: ColorChoice, sendingTo place: SubmissionDesk.Place?
  ) throws -> Outcome {
    let mailbox = Mailbox()
    let desk = place.map { SubmissionDesk(place: $0, mailbox: mailbox) }
    do throws(TerminalError) {
      var session = try TerminalSession(colors: colors, wakeup: mailbox.wakeup)
      return converse(&wizard, &session, mailbox, desk, SampleDesk(mailbox: mailbox))
    } catch {
      let sentence = "there is no terminal for the wizard; check, preview and submit need none"
      Console.say(error == .noTerminal ? sentence : error.description)
      throw ExitStatus.usage.code
    }
  }

  private static func converse(
    _ wizard: inout Wizard, _ session: inout TerminalSession, _ mailbox: Mailbox,
    _ desk: SubmissionDesk?, _ samples: SampleDesk
  ) -> Outcome {
    _ = wizard.handle(.resized(rows: session.size.rows, columns: session.size.columns))
    while true {
      let canvas = Painter.draw(wizard)
      session.present(session.isUTF8 ? canvas : canvas.inASCII)
      let inputs = session.next()
      wizard.now = .now
      for input in inputs {
        guard let event = Event(input) else { return .left }
        if let outcome = perform([event], &wizard, &session, desk, samples) { return outcome }
      }
      if let outcome = perform(mailbox.take(), &wizard, &session, desk, samples) { return outcome }
    }
  }

  /// Gives events to the wizard, and does what it wants done.
  private static func perform(
    _ events: [Event], _ wizard: inout Wizard, _ session: inout TerminalSession,
    _ desk: SubmissionDesk?, _ samples: SampleDesk
  ) -> Outcome? {
    var events = events
    while !events.isEmpty {
      for effect in wizard.handle(events.removeFirst()) {
        switch effect {
        case .finish(let payload, let errorCount):
          return .finished(payload: payload, errorCount: errorCount)
        case .created(let text, let payload): return .created(text, payload: payload)
        case .leave: return .left
        case .submit(let submission): desk?.submit(submission)
        case .cancelSubmission: desk?.cancel()
        case .lookUp(let submission, let since): desk?.lookUp(submission, since: since)
        case .save(let name, let form, let text, let overwriting):
          let problem = Payload.save(text, to: Payload.path(name), overwriting: overwriting)
          events.append(.saved(name: name, form, problem))
        case .copy(let text): session.copy(Data(text.utf8).base64EncodedString())
        case .open(let name):
          events.append(.opened(name: name, Payload.contents(of: Payload.path(name))))
        case .sample(let name): samples.read(name)
        case .stopSampling: samples.stop()
        case .suspend: session.suspend()
        }
      }
    }
    return nil
  }
}

extension Event {
  /// The wizard's word for what the terminal says; nil when the terminal is gone.
  init?(_ input: TerminalInput) {
    switch input {
    case .key(let key): self = .key(key)
    case .resize(let rows, let columns): self = .resized(rows: rows, columns: columns)
    case .closed: return nil
    }
  }
}

extension Timestamp {
  /// The time by the system's clock.
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(secondsSinceEpoch: Int64(time.tv_sec), nanoseconds: time.tv_nsec)
  }
}
