import SinkExport
import Surface

/// The mouse, while it is on: a click does what keys would do with what it points at.
extension Wizard {
  /// So many lines go by with one notch of the wheel.
  private static let notch = 3

  /// Turns the mouse on or off.
  package mutating func turnMouse(on isOn: Bool) {
    isMouseOn = isOn
    notice = .mouse(isOn: isOn)
  }

  mutating func point(_ action: Mouse.Action, at target: Target?) -> [Effect] {
    guard isMouseOn, !layout.isTooSmall, let target else { return [] }
    switch action {
    case .press: return click(target)
    case .wheelUp: return turnWheel(by: -1, at: target)
    case .wheelDown: return turnWheel(by: 1, at: target)
    }
  }

  private mutating func click(_ target: Target) -> [Effect] {
    switch target {
    case .key(let key): return handle(key)
    case .option(let place): return chooseOption(place)
    case .form, .request, .box: return []
    case .step, .item, .requestLine:
      // What stands in front is answered first.
      guard overlay == nil else { return [] }
      // Keys go to what was clicked, no longer to the filter.
      search?.isTyping = false
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
    let hadFocus = next == item && reading == nil
    focus(next)
    switch next {
    case .issue, .action, .addField, .importSchema, .sample: return accept()
    default: break
    }
    if editor != nil, let character {
      editor?.move(to: character)
      history.endRun()
    } else if hadFocus, options(of: next) != nil {
      openChoices()
    }
    return []
  }

  /// A click chooses a value at once; in other lists it gives a line the focus, and accepts it when
  /// it has it.
  private mutating func chooseOption(_ place: Int) -> [Effect] {
    switch overlay {
    case .choices(var list):
      list.select(place)
      overlay = .choices(list)
      return handle(.enter)
    case .marked(var list):
      if list.selected == place { return handle(.enter) }
      list.select(place)
      overlay = .marked(list)
    case .exports(var list):
      if list.selected == place { return handle(.enter) }
      list.selected = max(0, min(place, ExportForm.allCases.count - 1))
      overlay = .exports(list)
    case .drafts(var list):
      list.asksToDelete = false
      if list.selected == place { return handle(.enter) }
      list.selected = max(0, min(place, list.drafts.count - 1))
      overlay = .drafts(list)
    case .proposal(var review):
      review.select(place)
      overlay = .proposal(review)
    default: break
    }
    return []
  }

  private mutating func turnWheel(by direction: Int, at target: Target) -> [Effect] {
    switch target {
    case .form, .item:
      guard overlay == nil else { return [] }
      formScroll = max(0, min(formScroll + direction * Self.notch, rows.count - layout.bodyHeight))
      isFormScrolled = true
    case .request, .requestLine:
      guard overlay == nil else { return [] }
      scrollRequest(byLines: direction * Self.notch)
      keepLineInView()
    case .box, .option: return turnWheelInBox(by: direction)
    case .key, .step: break
    }
    return []
  }

  private mutating func turnWheelInBox(by direction: Int) -> [Effect] {
    let key: Key = direction > 0 ? .down : .up
    switch overlay {
    case .choices, .marked, .exports, .drafts, .proposal: return handle(key)
    case .help, .report, .verdict, .result:
      return (0..<Self.notch).flatMap { _ in handle(key) }
    case .confirm, .submitting, .fileName, .sampling, nil: return []
    }
  }
}
