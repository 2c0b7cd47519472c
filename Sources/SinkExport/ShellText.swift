internal import SinkSpec

/// Text as bash takes it, whatever is in it.
enum ShellText {
  /// One word: bare where that is safe, else quoted; without a zero character, which no word holds.
  static func word(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: "_-./:%+,@".utf8.contains(byte)
      }
    }
    if isBare, !text.isEmpty { return text }
    return text.unicodeScalars.contains(where: Unseen.contains) ? escaped(text) : quoted(text)
  }

  /// Text in single quotes, in which nothing but the quote itself has a meaning.
  static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// Text in `$'…'`, bytes that are unseen or that mean something to some shell as `\xHH`.
  private static func escaped(_ text: String) -> String {
    var result = "$'"
    for scalar in text.unicodeScalars {
      if Unseen.contains(scalar) || "'\\!".unicodeScalars.contains(scalar) {
        for byte in String(scalar).utf8 {
          result += "\\x" + Unseen.hex(UInt32(byte), digits: 2)
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
