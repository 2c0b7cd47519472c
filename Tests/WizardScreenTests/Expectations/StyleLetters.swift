import Screen
import Terminal

/// Converts a canvas's styles to text, one letter for each cell.
///
/// Roles are lower-case letters, and upper-case ones if the text is bold: `a` accent, `d` dim, `e`
/// error, `k` key, `m` mark, `n` number, `s` success, `t` string, `w` warning. Plain cells are `.`,
/// bold ones `B`. Reversed are `r` plain, `R` accent, `i` dim, `x` key, `y` string, `z` number, in
/// bold `Q` plain, `X` key, `Y` string, `Z` number. Blanks of the focused row are `-`, all cells of
/// an input well `_`, and filled ones `R`; underlined are `_` plain, `u` error, `l` bold, and `L`
/// bold, accent and reversed. `^` is the cursor's cell, `?` one in a style that has no letter yet.
enum StyleLetters {
  private static let letters: [Style: Character] = {
    let roles: [(Style.Role, lower: Character, upper: Character)] = [
      (.plain, ".", "B"), (.accent, "a", "A"), (.dim, "d", "D"), (.error, "e", "E"),
      (.key, "k", "K"), (.mark, "m", "M"), (.number, "n", "N"), (.string, "t", "T"),
      (.success, "s", "S"), (.warning, "w", "W"),
    ]
    var letters: [Style: Character] = [
      Style(reversed: true): "r", Style(.accent, reversed: true): "I",
      Style(.dim, reversed: true): "i", Style(.key, reversed: true): "x",
      Style(.string, reversed: true): "y", Style(.number, reversed: true): "z",
      Style(underlined: true): "_", Style(.error, underlined: true): "u",
      Style(bold: true, underlined: true): "l",
      Style(.accent, bold: true, underlined: true, reversed: true): "L",
      Style(bold: true, reversed: true): "Q", Style(.key, bold: true, reversed: true): "X",
      Style(.string, bold: true, reversed: true): "Y",
      Style(.number, bold: true, reversed: true): "Z",
    ]
    for (role, lower, upper) in roles {
      letters[Style(role)] = lower
      letters[Style(role, bold: true)] = upper
    }
    return letters
  }()

  /// Returns the letters of a canvas, or with a palette those of the terminal's attributes:
  /// `B` bold, `_` underlined, `r` reversed, `d` dim, `?` colours or several attributes.
  static func text(of canvas: Canvas, palette: Palette? = nil) -> String {
    (0..<canvas.rowCount).map { row in
      var line = canvas.row(row).map { cell in
        palette.map { letter(of: $0.look(of: cell.style)) } ?? letter(of: cell)
      }
      if let cursor = canvas.cursor, cursor.row == row { line[cursor.column] = "^" }
      while line.last == "." { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  private static func letter(of cell: Cell) -> Character {
    switch cell.style.surface {
    case .base: break
    case .row: if cell.base == " " { return "-" }
    case .well: return "_"
    case .filled: return "R"
    }
    var style = cell.style
    style.surface = .base
    return letters[style] ?? "?"
  }

  private static func letter(of look: Palette.Look) -> Character {
    switch (look.attributes, look.pair) {
    case (0, 0): "."
    case (1, 0): "B"
    case (2, 0): "_"
    case (4, 0): "r"
    case (8, 0): "d"
    default: "?"
    }
  }
}
