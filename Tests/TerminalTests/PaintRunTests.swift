import Screen
import Terminal
import Testing

struct PaintRunTests {
  @Test func `paints only changes`() {
    var old = Canvas(rows: 1, columns: 20)
    old.write("name: value", row: 0, column: 0)
    var new = old
    new.write("X", row: 0, column: 8)
    let runs = PaintRun.runs(from: old.row(0), to: new.row(0))
    #expect(runs.map(\.column) == [8])
    #expect(runs.first?.scalars == [0x58, 0, 0])
    #expect(PaintRun.runs(from: old.row(0), to: old.row(0)) == [])
  }

  @Test func `styles split a row into runs`() {
    var canvas = Canvas(rows: 1, columns: 6)
    canvas.write("ab", row: 0, column: 0)
    canvas.write("cd", row: 0, column: 2, style: Style(.error))
    let runs = PaintRun.runs(from: nil, to: canvas.row(0))
    #expect(runs.map(\.column) == [0, 2, 4])
    #expect(runs.map(\.style.role) == [.plain, .error, .plain])
  }

  @Test func `paints wide characters whole`() {
    var old = Canvas(rows: 1, columns: 6)
    old.write("日本", row: 0, column: 0)
    var new = old
    new.restyle(row: 0, from: 3, to: 4) { $0.isReversed = true }
    let runs = PaintRun.runs(from: old.row(0), to: new.row(0))
    #expect(runs.map(\.column) == [2])
    #expect(runs.first?.scalars == [0x672C, 0, 0, 0, 0, 0])
  }
}
