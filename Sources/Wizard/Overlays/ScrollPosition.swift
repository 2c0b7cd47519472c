import Screen

/// The scroll position of an overlay.
package struct ScrollPosition: Hashable, Sendable {
  /// The number of lines per step of the mouse wheel.
  private static let linesPerWheelStep = 3

  /// The first visible line.
  package private(set) var firstLine = 0

  /// Scrolls for a key, limited to the content.
  mutating func scroll(for key: Key, lineCount: Int, in layout: Layout) {
    scroll(for: key, lineCount: lineCount, height: layout.overlayHeight)
  }

  /// Scrolls for a key, in a part of an overlay with the given height.
  mutating func scroll(for key: Key, lineCount: Int, height: Int) {
    let page = max(1, height - 1)
    switch key {
    case .down: firstLine += 1
    case .up: firstLine -= 1
    case .pageDown, .character(" "): firstLine += page
    case .pageUp: firstLine -= page
    case .home: firstLine = 0
    case .end: firstLine = lineCount
    default: break
    }
    clamp(lineCount, height)
  }

  mutating func turnWheel(by steps: Int, lineCount: Int, in layout: Layout) {
    firstLine += steps * Self.linesPerWheelStep
    clamp(lineCount, layout.overlayHeight)
  }

  private mutating func clamp(_ lineCount: Int, _ height: Int) {
    firstLine = max(0, min(firstLine, lineCount - height))
  }
}

extension Key {
  /// Whether the key closes a read-only overlay.
  var closesText: Bool {
    switch self {
    case .escape, .enter, .function(1), .character("q"), .control("c"), .control("q"): true
    default: false
    }
  }
}
