import Screen
import Testing

/// Terminal input and the keys it must decode to.
struct KeyCase: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let keys: [Key]

  init(_ text: String, _ keys: Key...) {
    bytes = Array(text.utf8)
    self.keys = keys
  }

  init(bytes: [UInt8], _ keys: Key...) {
    self.bytes = bytes
    self.keys = keys
  }

  var testDescription: String {
    bytes.map { byte in
      switch byte {
      case 0x1B: "ESC "
      case 0x21..<0x7F: String(UnicodeScalar(byte))
      default: "<" + String(byte, radix: 16) + ">"
      }
    }.joined()
  }

  static let all = typed + controls + alts + named + functions + encoded + swallowed + pasted

  static let typed = [
    KeyCase("a", .character("a")),
    KeyCase("é日", .character("é"), .character("日")),
    KeyCase("\u{301}", .character("\u{301}")),
    KeyCase("😀", .character("😀")),
    KeyCase(bytes: [0xFF, 0x61, 0xC3, 0x62], .character("a"), .character("b")),
    KeyCase(bytes: [0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x63], .character("c")),
    KeyCase("\u{9B}x", .character("x")),
  ]

  static let controls = [
    KeyCase("\u{1}", .control("a")), KeyCase("\u{3}", .control("c")),
    KeyCase("\u{1A}", .control("z")), KeyCase(bytes: [0], .control("@")),
    KeyCase(
      "\u{1C}\u{1D}\u{1E}\u{1F}", .control("\\"), .control("]"), .control("^"), .control("_")),
    KeyCase("\r", .enter), KeyCase("\n", .enter), KeyCase("\t", .tab),
    KeyCase("\u{7F}", .backspace), KeyCase("\u{8}", .backspace),
    KeyCase("\u{1B}", .escape), KeyCase("\u{1B}\u{1B}", .escape, .escape),
    KeyCase("\u{1B}\u{1B}\u{1B}", .escape, .escape, .escape),
  ]

  static let alts = [
    KeyCase("\u{1B}x", .alt("x")), KeyCase("\u{1B}_", .alt("_")), KeyCase("\u{1B}é", .alt("é")),
    KeyCase("\u{1B}[", .alt("[")), KeyCase("\u{1B}O", .alt("O")), KeyCase("\u{1B}]", .alt("]")),
    KeyCase("\u{1B}P", .alt("P")), KeyCase("\u{1B}\u{7F}", .altBackspace),
    KeyCase("\u{1B}\r", .alt("\r")), KeyCase("\u{1B}[3;3~", .altDelete),
    KeyCase("\u{1B}[1;3A\u{1B}[1;3B", .altUp, .altDown),
    KeyCase("\u{1B}[1;3C\u{1B}[1;3D", .altRight, .altLeft),
    KeyCase("\u{1B}[1;5C\u{1B}[1;5D", .controlRight, .controlLeft),
    KeyCase("\u{1B}Oc\u{1B}Od", .controlRight, .controlLeft),
    KeyCase("\u{1B}\u{3}", .escape, .control("c")),
    KeyCase("\u{1B}\u{1B}[A", .altUp), KeyCase("\u{1B}\u{1B}x", .escape, .alt("x")),
  ]

  static let named = [
    KeyCase("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", .up, .down, .right, .left),
    KeyCase("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", .up, .down, .right, .left),
    KeyCase("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", .home, .end, .home, .end),
    KeyCase("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", .home, .end, .home, .end),
    KeyCase("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", .insert, .delete, .pageUp, .pageDown),
    KeyCase("\u{1B}[Z", .backTab), KeyCase("\u{1B}OM", .enter), KeyCase("\u{1B}[1;2A", .up),
  ]

  /// Sequences that some terminal descriptions assign to other keys.
  static let pad = [
    KeyCase("\u{1B}Op\u{1B}Ok", .character("0"), .character("+")),
    KeyCase("\u{1B}\t", .escape, .tab),
  ]

  static let functions = [
    KeyCase(
      "\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", .function(1), .function(2), .function(3), .function(4)),
    KeyCase("\u{1B}[11~\u{1B}[12~\u{1B}[13~", .function(1), .function(2), .function(3)),
    KeyCase("\u{1B}[14~\u{1B}[15~\u{1B}[17~", .function(4), .function(5), .function(6)),
    KeyCase("\u{1B}[18~\u{1B}[19~\u{1B}[20~", .function(7), .function(8), .function(9)),
    KeyCase("\u{1B}[21~\u{1B}[23~\u{1B}[24~", .function(10), .function(11), .function(12)),
    KeyCase("\u{1B}[[A\u{1B}[[E", .function(1), .function(5)),
  ]

  /// Keys with locks, releases and code points, as terminals send them in kitty's keyboard modes and
  /// in those of xterm.
  static let encoded = [
    KeyCase("\u{1B}[1;129B\u{1B}[1;65B\u{1B}[1;193B", .down, .down, .down),
    KeyCase("\u{1B}[1;131B\u{1B}[1;69D", .altDown, .controlLeft),
    KeyCase("\u{1B}[1;129P\u{1B}[5;129~", .function(1), .pageUp),
    KeyCase("\u{1B}[1;1:1B\u{1B}[1;1:2B\u{1B}[1;1:3B", .down, .down),
    KeyCase("\u{1B}[3;1:3~\u{1B}[97;1:3u\u{1B}[13;129:3ux", .character("x")),
    KeyCase("\u{1B}[99;5u\u{1B}[99;133u\u{1B}[67;6u", .control("c"), .control("c"), .control("c")),
    KeyCase("\u{1B}[27u\u{1B}[27;129u\u{1B}[13u\u{1B}[57414u", .escape, .escape, .enter, .enter),
    KeyCase("\u{1B}[9u\u{1B}[9;2u\u{1B}[127u", .tab, .backTab, .backspace),
    KeyCase("\u{1B}[127;3u\u{1B}[13;3u\u{1B}[95;3u", .altBackspace, .alt("\r"), .alt("_")),
    KeyCase(
      "\u{1B}[97u\u{1B}[97;2u\u{1B}[97;65u", .character("a"), .character("A"), .character("A")),
    KeyCase("\u{1B}[49:33;2u\u{1B}[228;3u", .character("!"), .alt("ä")),
    KeyCase("\u{1B}[32;5u\u{1B}[47;5u", .control("@"), .control("_")),
    KeyCase(
      "\u{1B}[27;5;99~\u{1B}[27;3;120~\u{1B}[27;2;65~", .control("c"), .alt("x"), .character("A")),
    KeyCase("\u{1B}[57399u\u{1B}[57413u\u{1B}[57420u", .character("0"), .character("+"), .down),
    // Modifiers alone, keys with Super, and codes without a character.
    KeyCase("\u{1B}[57441;2u\u{1B}[57358u\u{1B}[99;9u\u{1B}[1114112ux", .character("x")),
  ]

  static let swallowed = [
    KeyCase("\u{1B}[?62;22ca", .character("a")), KeyCase("\u{1B}[12;40Ra", .character("a")),
    KeyCase(
      "\u{1B}[<0;3;4Ma", .mouse(Mouse(.press, at: .init(row: 3, column: 2))), .character("a")),
    KeyCase("\u{1B}[<3;3;4Ma", .character("a")), KeyCase("\u{1B}[M !!a", .character("a")),
    KeyCase("\u{1B}[Ia", .character("a")), KeyCase("\u{1B}[99;99;99ya", .character("a")),
    KeyCase("\u{1B}]11;rgb:0000/0000/0000\u{7}a", .character("a")),
    KeyCase("\u{1B}]0;title\u{1B}\\a", .character("a")),
    KeyCase("\u{1B}P1+r436f=323536\u{1B}\\a", .character("a")),
    KeyCase("\u{1B}[1;\u{1B}[B", .down),
    KeyCase("\u{1B}[I\u{1B}[O\u{1B}[0na", .character("a")),
    KeyCase("\u{1B}[?1u\u{1B}[?2026;2$ya", .character("a")),
    KeyCase("\u{1B}P>|terminal 1.0\u{1B}\\a", .character("a")),
    KeyCase("\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\\u{1B}]10;#fff\u{7}a", .character("a")),
    KeyCase("\u{1B}_Gi=1;OK\u{1B}\\a", .character("a")),
    KeyCase("\u{1B}\u{1B}[Ia", .escape, .character("a")),
    // Keys end a reply that is never completed.
    KeyCase("\u{1B}]\u{3}y", .control("c"), .character("y")),
    KeyCase("\u{1B}]0;t\u{18}\u{1B}[1;2\u{3}", .control("x"), .control("c")),
    KeyCase("\u{1B}P1\r", .enter), KeyCase("\u{1B}]11\u{1B}[Aa", .up, .character("a")),
  ]

  static let pasted = [
    KeyCase(
      "\u{1B}[200~a\rb\r\nc\n\u{1B}[201~\r", .paste("a\nb\nc\n"), .enter),
    KeyCase("\u{1B}[200~\u{3}\u{1B}[Ax\u{1B}[201~y", .paste("x"), .character("y")),
    KeyCase(
      "\u{1B}[200~a\u{1B}b\u{1B}]c\u{1B}\u{1B}Od\u{1B}[201~e", .paste("ab]cOd"),
      .character("e")),
    KeyCase("\u{1B}[200~\u{1B}[200~e\u{301}👩‍👧\u{1B}[201~", .paste("e\u{301}👩‍👧")),
    KeyCase("\u{1B}[200~\u{1B}[201~a", .character("a")),
    KeyCase("\u{1B}[201~a", .character("a")),
  ]
}
