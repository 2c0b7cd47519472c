import CloudflareAPI
import SinkSpec

/// A simple check of `INSERT INTO sink SELECT … FROM stream`: the names must exist.
struct SQLChecker {
  /// The existing names with their IDs and kinds.
  let tables: [(name: String, id: String, kind: String)]

  private struct Word {
    let text: String
    let line: Int
    let column: Int
  }

  /// Returns the response to a statement.
  func response(to sql: String) -> HTTPResponse {
    let words = Self.words(of: sql)
    var used: [String] = []
    guard let first = words.first else { return Self.rejected("the statement is empty", nil) }
    guard first.text.uppercased() == "INSERT" else {
      return Self.rejected("expected INSERT INTO, found \(first.text)", first)
    }
    for (keyword, word) in zip(words, words.dropFirst()) {
      guard ["INTO", "FROM"].contains(keyword.text.uppercased()) else { continue }
      let name = word.text.filter { $0 != "\"" }
      guard let table = tables.first(where: { $0.name.lowercased() == name.lowercased() }) else {
        return Self.rejected("table '\(name)' not found", word)
      }
      used.append(
        "\(JSONText.string(table.name)):{\"id\":\"\(table.id)\","
          + "\"name\":\(JSONText.string(table.name)),\"type\":\"\(table.kind)\",\"version\":1}")
    }
    return Envelope.success("{\"tables\":{\(used.joined(separator: ","))}}")
  }

  private static func rejected(_ message: String, _ word: Word?) -> HTTPResponse {
    let text = JSONText.string(message)
    let span = word.map { word in
      "{\"start\":{\"line\":\(word.line),\"column\":\(word.column)},\"end\":{\"line\":\(word.line),"
        + "\"column\":\(word.column + word.text.count)}}"
    }
    let json =
      "{\"success\":false,\"errors\":[{\"code\":1014,\"message\":\(text)}],\"messages\":[],"
      + "\"diagnostics\":[{\"message\":\(text),\"span\":\(span ?? "null")}],\"result\":null}"
    return .json(422, json)
  }

  /// Splits a statement at whitespace, semicolons, commas and brackets.
  private static func words(of sql: String) -> [Word] {
    var words: [Word] = []
    var text = ""
    var start = (line: 1, column: 1)
    var position = (line: 1, column: 1)
    for character in sql + " " {
      if character.isWhitespace || ";,()".contains(character) {
        if !text.isEmpty { words.append(Word(text: text, line: start.line, column: start.column)) }
        text = ""
      } else {
        if text.isEmpty { start = position }
        text.append(character)
      }
      position = character.isNewline ? (position.line + 1, 1) : (position.line, position.column + 1)
    }
    return words
  }
}
