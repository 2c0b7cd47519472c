import Screen

/// Mouse handling: a click has the effect of the keys for its target.
extension Wizard {
  /// The number of lines per step of the mouse wheel.
  private static let notch = 3

  /// Turns the mouse on or off.
  package mutating func turnMouse(on isOn: Bool) {
    display.turnMouse(on: isOn)
    notice = .mouse(isOn: isOn)
  }

  mutating func point(_ action: Mouse.Action, at target: MouseTarget?) -> [Effect] {
    guard display.isMouseOn, !layout.isTooSmall, let target else { return [] }
    switch action {
    case .press: return click(target)
    case .wheelUp: return turnWheel(by: -1, at: target)
    case .wheelDown: return turnWheel(by: 1, at: target)
    }
  }

  private mutating func click(_ target: MouseTarget) -> [Effect] {
    switch target {
    case .command(let command): return handle(command)
    case .option(let option): return updateOverlay { $0.click(option: option, in: $1) }
    case .form, .request, .box: return []
    case .step, .item, .requestLine:
      // An overlay takes all clicks.
      guard overlay == nil else { return [] }
      // A click moves keyboard input from the filter to its target.
      columns.stopTypingSearch()
    }
    switch target {
    case .step(let step): enter(step)
    case .item(let item, let character): return click(item, character)
    case .requestLine(let line): goToField(ofLine: line)
    default: break
    }
    return []
  }

  private mutating func click(_ next: FormItem, _ character: Int?) -> [Effect] {
    guard row(of: next) != nil else { return [] }
    let hadFocus = next == item && !requestPane.hasFocus
    focus(next)
    switch next {
    case .issue, .action, .check, .addField, .importSchema, .sample: return accept()
    default: break
    }
    if editing.editor != nil, let character {
      editing.moveCursor(to: character)
      history.endRun()
    } else if hadFocus, options(of: next) != nil {
      openChoices()
    }
    return []
  }

  private mutating func turnWheel(by direction: Int, at target: MouseTarget) -> [Effect] {
    switch target {
    case .form, .item:
      guard overlay == nil else { return [] }
      navigation.scroll(by: direction * Self.notch, height: layout.formHeight)
    case .request, .requestLine:
      guard overlay == nil else { return [] }
      scrollRequest(byLines: direction * Self.notch)
    case .box, .option:
      return updateOverlay { overlay, wizard in
        overlay.turnWheel(by: direction, in: wizard)
        return .stay
      }
    case .command, .step: break
    }
    return []
  }
}

/// A mouse target on the screen.
package enum MouseTarget: Hashable, Sendable {
  /// A command that is shown with its key.
  case command(Command)
  /// A step in the header.
  case step(Step)
  /// An item of the form, with the index of the character under the mouse.
  case item(FormItem, character: Int?)
  /// A line of the request or the sample event.
  case requestLine(Int)
  /// An option of the overlay.
  case option(Int)
  /// An area that responds only to the wheel.
  case form, request, box
}
