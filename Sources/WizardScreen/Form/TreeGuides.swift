import Screen
import SinkDraft
import SinkSpec
import Wizard

/// The lines from a nested field to its parent and siblings.
struct TreeGuides {
  /// Two cells for each level.
  let text: String

  /// Creates the guides of a field, without the outer levels that do not fit.
  init(of path: FieldPath, in wizard: borrowing Wizard, width: Int) {
    guard path.depth > 0 else {
      text = ""
      return
    }
    // From the field up to its outermost parent.
    var levels: [String] = []
    var ancestor: FieldPath? = path
    while let current = ancestor, current.depth > 0 {
      let isLast = Self.isLast(current, in: wizard)
      levels.append(levels.isEmpty ? isLast ? "└ " : "├ " : isLast ? "  " : "│ ")
      ancestor = current.parent
    }
    let shown = max(1, width / 2)
    text =
      levels.count <= shown
      ? levels.reversed().joined()
      : "‹ " + levels.prefix(max(1, shown - 1)).reversed().joined()
  }

  /// Returns whether a field is the last one inside its parent.
  private static func isLast(_ path: FieldPath, in wizard: Wizard) -> Bool {
    guard let position = path.position, let parent = path.parent,
      let holder = wizard.draft.field(at: parent)
    else { return true }
    return position == holder.children.count - 1
  }
}

/// The colours of types, one for each kind of type.
enum TypeStyle {
  static func of(_ field: SchemaField) -> Style {
    guard case .text(let name) = field.type else { return .plain }
    return switch ColumnType(name) {
    case .int32, .int64, .float32, .float64: Style(.number)
    case .string, .binary: Style(.string)
    case .bool, .timestamp: Style(.key)
    case .struct, .list, .json: .accent
    case .unknown: .plain
    }
  }
}
