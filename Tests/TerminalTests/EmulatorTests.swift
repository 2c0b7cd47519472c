import Foundation
import Screen
import Terminal
import Testing

extension CursesTests {
  /// Checks that a terminal emulator shows what the canvas contains.
  @Suite struct EmulatorTests {
    /// A screen: the bytes sent for it, and its expected appearance.
    private struct Frame: Encodable {
      let rows: Int
      let columns: Int
      let sent: Data
      /// The text of each cell, row by row; empty in the second half of a wide character.
      let cells: [String]
      /// The style of each cell: 1 for bold, 2 for underlined, 4 for reversed, plus 8 × (colour +
      /// 1), plus 8 × 258 × (background + 1).
      let looks: [Int]
      let cursor: [Int]?
    }

    @Test(
      arguments: [
        ("pyte", "xterm-256color"), ("pyte", "linux"), ("pyte", "vt100"), ("pyte", "ansi"),
        ("tmux", "tmux-256color"), ("tmux", "vt100"), ("tmux", "ansi"),
      ], [1, 2] as [UInt64])
    func `emulators show random screens as drawn`(
      _ setup: (emulator: String, term: String), seed: UInt64
    ) throws {
      let frames = try record(setup.term, seed: seed, count: 120)
      let problem = try Self.emulate(
        frames, in: setup.emulator, hasCorner: !setup.term.hasPrefix("tmux"))
      #expect(problem == "", "\(setup) seed \(seed)")
    }

    private func record(_ term: String, seed: UInt64, count: Int) throws -> [Frame] {
      var random = RandomFrames(seed: seed)
      let terminal = PseudoTerminal()
      var session = try terminal.session(term: term)
      var size = (rows: 24, columns: 80)
      return (0..<count).map { _ in
        let canvas = random.next()
        if (canvas.rowCount, canvas.columnCount) != size {
          size = (canvas.rowCount, canvas.columnCount)
          terminal.resize(rows: size.rows, columns: size.columns)
          _ = session.next()
        }
        session.present(canvas)
        // Now and then, repaint everything; the result must look like the incremental one.
        if random.paintsAgain { session.renew() }
        return Self.frame(
          canvas, sent: Data(terminal.take().utf8), session.palette,
          underlinesColors: term != "linux")
      }
    }

    /// Returns the expected appearance; some terminals do not underline coloured text.
    private static func frame(
      _ canvas: Canvas, sent: Data, _ palette: Palette, underlinesColors: Bool
    ) -> Frame {
      Frame(
        rows: canvas.rowCount, columns: canvas.columnCount, sent: sent,
        cells: canvas.cells.map { cell in
          var text = String.UnicodeScalarView()
          text.append(contentsOf: cell.scalars)
          return String(text)
        },
        looks: canvas.cells.map { cell in
          let surface = cell.style.surface
          let isFew = palette.colors < 256
          let color =
            Int(palette.foreground(of: cell.style.role, on: isFew ? .base : surface) ?? -1) + 1
          let background = Int(palette.background(of: surface) ?? -1) + 1
          let seen: UInt32 = color > 0 && !underlinesColors ? 5 : 7
          return Int(palette.look(of: cell.style).attributes & seen)
            + 8 * (color + 258 * background)
        },
        cursor: canvas.cursor.map { [$0.row, $0.column] })
    }

    /// Shows frames in an emulator and returns the differences, or an empty string.
    private static func emulate(
      _ frames: [Frame], in emulator: String, hasCorner: Bool
    ) throws -> String {
      let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: file) }
      try JSONEncoder().encode(frames).write(to: file)
      let process = Process()
      // Use a shell, because `Process` would resolve the symbolic link and leave the virtual
      // environment.
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", #"exec "$0" "$@""#, tests.path + "/../.build/peers/bin/python",
        tests.path + "/Peers/emulate", emulator, hasCorner ? "painted" : "blank", file.path,
      ]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let said = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return String(decoding: said, as: UTF8.self)
    }
  }
}
