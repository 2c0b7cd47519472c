internal import SinkSpec

/// Text quoted for bash.
package enum ShellText {
  /// Joins lines into a bash script.
  ///
  /// Shellcheck may take quoted payload text for a mistake, so its warnings about that are
  /// disabled, but only in scripts that contain such text.
  static func script(_ lines: [String]) -> String {
    let looksOdd = lines.joined(separator: "\n").utf8.contains { "$`\\".utf8.contains($0) }
    let directive = looksOdd ? ["# shellcheck disable=SC1003,SC2016"] : []
    return (["#!/usr/bin/env bash"] + directive + lines).joined(separator: "\n") + "\n"
  }

  /// Returns one shell word, quoted only if necessary; NUL characters are dropped, because no
  /// argument can contain them.
  package static func word(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: "_-./:%+,@".utf8.contains(byte)
      }
    }
    if isBare, !text.isEmpty { return text }
    return text.unicodeScalars.contains(where: InvisibleCharacters.contains)
      ? escaped(text) : quoted(text)
  }

  /// Returns text in single quotes.
  static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// Returns text in `$'…'`, with `\xHH` for invisible characters and for those that are special in
  /// some shells.
  private static func escaped(_ text: String) -> String {
    var result = "$'"
    for scalar in text.unicodeScalars {
      if InvisibleCharacters.contains(scalar) || "'\\!".unicodeScalars.contains(scalar) {
        for byte in String(scalar).utf8 {
          result += "\\x" + InvisibleCharacters.hex(UInt32(byte), digits: 2)
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
