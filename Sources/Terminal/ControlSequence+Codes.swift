internal import Screen

/// The modifiers of a key in a control sequence: a bit set plus one, and the kind of event.
struct KeyModifiers: Hashable {
  private let bits: Int
  /// Whether the key was released, rather than pressed or repeated.
  let isRelease: Bool

  /// Reads the second parameter; without one, no modifier is held.
  init(_ parameter: [Int]?) {
    bits = max(0, (parameter?.first ?? 1) - 1)
    isRelease = parameter?.dropFirst().first == 3
  }

  private func contains(_ bit: Int) -> Bool { bits & bit != 0 }

  var hasShift: Bool { contains(1) }
  var hasControl: Bool { contains(4) }
  /// Whether Alt or Meta is held.
  var hasAlt: Bool { contains(2) || contains(32) }
  /// Whether Super or Hyper is held, which belong to the window manager.
  var hasSuper: Bool { contains(8) || contains(16) }
  var hasCapsLock: Bool { contains(64) }

  /// Whether Alt, Ctrl, Super or Meta is held; Shift and locks do not change a key.
  var isModified: Bool { hasControl || hasAlt || hasSuper }
  /// Whether Ctrl is held, with or without Shift.
  var isControl: Bool { hasControl && !hasAlt && !hasSuper }
}

/// Keys as code points, `ESC [ code ; modifiers u`, which terminals send in modes that
/// encode all keys.
extension ControlSequence {
  static func key(code: Int, shifted: Int?, _ modifiers: KeyModifiers) -> Key? {
    guard !modifiers.hasSuper else { return nil }
    if let named = named(code) {
      if named == .tab, modifiers.hasShift { return .backTab }
      return modifiers.hasAlt ? named.withAlt : named
    }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init),
      scalar.properties.generalCategory != .control, !isReserved(code)
    else { return nil }
    if modifiers.hasControl { return control(scalar) }
    let isUpper = modifiers.hasShift != modifiers.hasCapsLock
    var character = Character(scalar)
    if isUpper, let shifted = shifted.flatMap({ UInt32(exactly: $0) }), shifted > 0x20 {
      character = Unicode.Scalar(shifted).map { Character($0) } ?? character
    } else if isUpper, character.isLowercase, let upper = character.uppercased().first {
      character = upper
    }
    return modifiers.hasAlt ? .alt(character) : .character(character)
  }

  private static func named(_ code: Int) -> Key? {
    switch code {
    case 27: .escape
    case 9: .tab
    case 13, 57_414: .enter
    case 8, 127: .backspace
    case 57_399...57_408: .character(Character(Unicode.Scalar(UInt8(code - 57_399 + 0x30))))
    case 57_417: .left
    case 57_418: .right
    case 57_419: .up
    case 57_420: .down
    case 57_421: .pageUp
    case 57_422: .pageDown
    case 57_423: .home
    case 57_424: .end
    case 57_425: .insert
    case 57_426: .delete
    default: padCharacters[code].map { .character($0) }
    }
  }

  private static let padCharacters: [Int: Character] = [
    57_409: ".", 57_410: "/", 57_411: "*", 57_412: "-", 57_413: "+", 57_415: "=", 57_416: ",",
  ]

  /// Returns whether a code is a key without a character, such as a modifier.
  private static func isReserved(_ code: Int) -> Bool { (57_344...63_743).contains(code) }

  private static func control(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "a"..."z", "@", "[", "\\", "]", "^", "_": .control(Character(scalar))
    case "A"..."Z": .control(Character(Unicode.Scalar(scalar.value + 0x20) ?? scalar))
    case " ": .control("@")
    case "/", "-": .control("_")
    default: nil
    }
  }
}
