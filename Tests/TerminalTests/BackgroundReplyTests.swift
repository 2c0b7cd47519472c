import Foundation
import Screen
import Synchronization
import TestSupport
import Testing

@testable import Terminal

/// Tests the reply about the background colour, which must never reach a field.
struct BackgroundReplyTests {
  private static let reply = "\u{1B}]11;rgb:ffff/fefe/fdfd\u{1B}\\"

  private func expecting() -> Line {
    var decoder = KeyDecoder(isUTF8: true)
    decoder.reply.expect()
    return Line(decoder)
  }

  /// Sends each part after a pause.
  private func send(_ parts: [String], _ pause: Duration = .milliseconds(120)) -> Line {
    parts.reduce(expecting()) { $0.send($1, after: pause) }
  }

  @Test(
    arguments: [
      ("rgb:0000/0000/0000", .dark), ("rgb:ffff/ffff/ffff", .light), ("rgb:1e/1e/2e", .dark),
      ("rgba:fdfd/f6f6/e3e3/ffff", .light), ("#2e3440", .dark), ("#fff", .light),
      ("rgb:8/8/8", .light), ("rgb:7/7/7", .dark), ("", nil), ("rgb:", nil), ("rgb:1/2", nil),
      ("#", nil), ("#12345", nil), ("?", nil),
    ] as [(String, Palette.Background?)])
  func `reads the brightness of a colour`(_ text: String, _ background: Palette.Background?) {
    #expect(Palette.Background(color: text) == background)
  }

  @Test(arguments: ["\u{7}", "\u{1B}\\"])
  func `takes the reply out of typed keys`(_ end: String) {
    let line = expecting().send("a\u{1B}]11;rgb:ffff/ffff/ffff\(end)b")
    #expect(line.rest == [.character("a"), .character("b")])
    #expect(line.background == .light)
    #expect(!line.expectsReply)
  }

  @Test(arguments: [40, 120, 450, 30_000])
  func `takes a reply in any two pieces`(milliseconds: Int) {
    for length in 0...Self.reply.utf8.count {
      let bytes = Array(Self.reply.utf8)
      let parts = [bytes[..<length], bytes[length...]].map { String(decoding: $0, as: UTF8.self) }
      let line = send(parts + ["x"], .milliseconds(milliseconds))
      // A lone ESC is the Escape key, and only that may come through: the rest cannot be awaited
      // forever.
      guard length != 1 || milliseconds < 500 else { continue }
      let early: [Key] = length == 1 && milliseconds > 50 ? [.escape] : []
      #expect(line.rest == early + [.character("x")], "\(length)")
      #expect(line.background == .light)
    }
  }

  @Test func `takes a reply byte by byte`() {
    let line = send(Self.reply.map { String($0) })
    #expect(line.rest == [.escape])
    #expect(line.background == .light)
  }

  @Test func `a cut reply ends at the next key that is not part of a colour`() {
    let line = send(["\u{1B}]11;rgb:ff", "xyz", Self.reply])
    #expect(line.rest == [.character("x"), .character("y"), .character("z")])
    #expect(line.background == .light)
  }

  @Test func `keys mean the same while a reply is expected`() {
    for example in KeyCase.all + KeyCase.pad where example.testDescription != "ESC ]" {
      let line = expecting().send(example.bytes)
      #expect(line.rest == example.keys, "\(example.testDescription)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `no piece of a reply among random keys is typed`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let before = String(repeating: "k", count: Int.random(in: 0...3, using: &random))
      var parts = [before]
      for character in Self.reply {
        if random.once(in: 4) { parts.append("") }
        parts[parts.count - 1].append(character)
      }
      let keys = send(parts + ["k"]).rest.filter { $0 != .escape }
      #expect(keys == Array(repeating: .character("k"), count: before.count + 1), "\(parts)")
    }
  }
}

extension CursesTests {
  @Suite struct BackgroundTests {
    private static func frame() -> Canvas {
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.write("text", row: 1, column: 1, style: Style(.accent))
      return canvas
    }

    private func session(
      _ terminal: PseudoTerminal, term: String = "xterm-256color", theme: Theme = .auto
    ) throws -> TerminalSession {
      try TerminalSession(
        input: terminal.far, output: terminal.far, term: term, colors: .always, theme: theme)
    }

    @Test func `asks after the first frame, and repaints in the colours of the reply`() throws {
      let terminal = PseudoTerminal()
      var session = try session(terminal)
      #expect(!terminal.text.contains("]11;?"))
      session.present(Self.frame())
      #expect(terminal.wait(for: "]11;?"))
      #expect(terminal.text.contains("38;5;111m"))
      terminal.take()
      terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
      #expect(session.next() == [])
      #expect(terminal.wait(for: "38;5;25m"))
      #expect(session.palette.background == .light)
      terminal.take()
      session.present(Self.frame())
      #expect(terminal.take() == "")
    }

    @Test func `sends nothing more for a background as expected`() throws {
      let terminal = PseudoTerminal()
      var session = try session(terminal)
      session.present(Self.frame())
      #expect(terminal.wait(for: "]11;?"))
      terminal.take()
      terminal.type("\u{1B}]11;rgb:0000/0000/0000\u{7}")
      #expect(session.next() == [])
      #expect(terminal.take() == "")
    }

    @Test func `ends while keys keep arriving and no reply comes`() throws {
      let terminal = PseudoTerminal()
      let keys = KeyStream(to: terminal.near)
      do {
        var session = try session(terminal)
        session.present(Self.frame())
        #expect(terminal.wait(for: "]11;?"))
        keys.start()
      }
      #expect(keys.stop())
    }

    @Test(arguments: [
      ("linux", Theme.auto), ("vt100", .auto), ("ansi", .auto), ("xterm-256color", .dark),
      ("xterm-256color", .light),
    ])
    func `does not ask without need`(_ term: String, _ theme: Theme) throws {
      let terminal = PseudoTerminal()
      var session = try session(terminal, term: term, theme: theme)
      session.present(Self.frame())
      #expect(terminal.wait(for: "text"))
      #expect(!terminal.text.contains("]11;?"))
    }
  }
}

/// The repeats of a held key: one every 10 ms for five seconds, or until stopped.
private final class KeyStream: Sendable {
  private let terminal: CInt
  private let isStopped = Atomic(false)
  private let isFinished = Atomic(false)

  init(to terminal: CInt) {
    self.terminal = terminal
  }

  func start() {
    Thread.detachNewThread { [self] in
      for _ in 0..<500 where !isStopped.load(ordering: .relaxed) {
        write(terminal, "y", 1)
        usleep(10_000)
      }
      isFinished.store(true, ordering: .relaxed)
    }
  }

  /// Stops the keys; returns whether they were still arriving.
  func stop() -> Bool {
    isStopped.store(true, ordering: .relaxed)
    return !isFinished.load(ordering: .relaxed)
  }
}
