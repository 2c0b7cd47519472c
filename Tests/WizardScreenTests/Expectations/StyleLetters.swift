import Surface

/// Writes a canvas's styles as text, one letter for each cell.
///
/// Roles are lower-case letters, and upper-case ones where the text is bold: `a` accent, `d` dim,
/// `e` error, `k` key, `m` mark, `n` number, `s` success, `t` string, `w` warning. Plain cells are
/// `.`, bold ones `B`. Reversed are `r` plain, `R` accent, `i` dim, `x` key, `y` string, `z` number;
/// underlined are `_` plain, `u` error, `l` bold, and `L` bold, accent and reversed.
/// `^` is the cursor's cell, `?` one in a style that has no letter yet.
enum StyleLetters {
  private static let letters: [Style: Character] = {
    let roles: [(Style.Role, lower: Character, upper: Character)] = [
      (.plain, ".", "B"), (.accent, "a", "A"), (.dim, "d", "D"), (.error, "e", "E"),
      (.key, "k", "K"), (.mark, "m", "M"), (.number, "n", "N"), (.string, "t", "T"),
      (.success, "s", "S"), (.warning, "w", "W"),
    ]
    var letters: [Style: Character] = [
      Style(reversed: true): "r", Style(.accent, reversed: true): "R",
      Style(.dim, reversed: true): "i", Style(.key, reversed: true): "x",
      Style(.string, reversed: true): "y", Style(.number, reversed: true): "z",
      Style(underlined: true): "_", Style(.error, underlined: true): "u",
      Style(bold: true, underlined: true): "l",
      Style(.accent, bold: true, underlined: true, reversed: true): "L",
    ]
    for (role, lower, upper) in roles {
      letters[Style(role)] = lower
      letters[Style(role, bold: true)] = upper
    }
    return letters
  }()

  static func text(of canvas: Canvas) -> String {
    (0..<canvas.rowCount).map { row in
      var line = canvas.row(row).map { letters[$0.style] ?? "?" }
      if let cursor = canvas.cursor, cursor.row == row { line[cursor.column] = "^" }
      while line.last == "." { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
