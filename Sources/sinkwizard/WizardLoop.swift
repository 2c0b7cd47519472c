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
    case left
  }

  /// Runs the wizard on the terminal until it is left.
  static func run(_ wizard: inout Wizard, colors: ColorChoice) throws -> Outcome {
    do throws(TerminalError) {
      var session = try TerminalSession(colors: colors)
      return converse(&wizard, &session)
    } catch {
      let sentence = "there is no terminal for the wizard; check, preview and fields need none"
      Console.say(error == .noTerminal ? sentence : error.description)
      throw ExitStatus.usage.code
    }
  }

  private static func converse(
    _ wizard: inout Wizard, _ session: inout TerminalSession
  ) -> Outcome {
    _ = wizard.handle(.resized(rows: session.size.rows, columns: session.size.columns))
    while true {
      let canvas = Painter.draw(wizard)
      session.present(session.isUTF8 ? canvas : canvas.inASCII)
      for input in session.next() {
        wizard.now = .now
        if let outcome = handle(input, &wizard, &session) { return outcome }
      }
    }
  }

  private static func handle(
    _ input: TerminalInput, _ wizard: inout Wizard, _ session: inout TerminalSession
  ) -> Outcome? {
    var events: [Event]
    switch input {
    case .key(let key): events = [.key(key)]
    case .resize(let rows, let columns): events = [.resized(rows: rows, columns: columns)]
    case .closed: return .left
    }
    while !events.isEmpty {
      for effect in wizard.handle(events.removeFirst()) {
        switch effect {
        case .finish(let payload, let errorCount):
          return .finished(payload: payload, errorCount: errorCount)
        case .leave: return .left
        case .save(let name, let form, let text, let overwriting):
          let problem = Payload.save(text, to: Payload.path(name), overwriting: overwriting)
          events.append(.saved(name: name, form, problem))
        case .copy(let text): session.copy(Data(text.utf8).base64EncodedString())
        case .open(let name):
          events.append(.opened(name: name, Payload.contents(of: Payload.path(name))))
        case .suspend: session.suspend()
        }
      }
    }
    return nil
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
