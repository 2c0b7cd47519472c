import SinkSpec

/// What a field comes to without what is inside it.
struct FieldAlone: Sendable {
  private(set) var heading = FieldHeading.unknown
  /// In the order of the request, with pointers that go on from the field's own.
  private(set) var issues: [Issue] = []
  /// How many of the issues come before those of what is inside.
  private(set) var issuesBefore = 0
  /// The field's lines in the request, and those of them that come before what is inside.
  private(set) var lineCount = 0
  private(set) var linesBefore = 0

  /// A pointer that stands for any field's; what is kept is what follows on it.
  private static let anywhere: Pointer = "/schema/fields/0"

  /// - Parameters:
  ///   - field: the field.
  ///   - isItem: whether it is the item of a list.
  init(_ field: SchemaField, isItem: Bool) {
    let shell = field.shell
    let node = shell.node(at: Self.anywhere, name: nil)
    lineCount = node.lineCount
    linesBefore = lineCount
    let mark = field.innerPlace.map { Pointer(Self.anywhere.text + $0.mark.text) }
    if let mark, let place = node.lines(secrets: .masked).firstIndex(where: { $0.pointer == mark })
    {
      lineCount -= 1
      linesBefore = place
    }
    guard let document = node.document else { return }
    let judged = Judge.judgeField(document, at: Self.anywhere, isItem: isItem)
    heading = judged.heading
    // What is wrong with the mark tells where what is inside stands among the issues.
    issuesBefore = judged.issues.firstIndex { $0.pointer == mark } ?? judged.issues.count
    issues =
      judged.issues.filter { $0.pointer != mark }
      .map { $0.at($0.pointer.after(Self.anywhere)) } + field.warnings
  }
}

/// What is inside a field and judged on its own.
enum InnerPlace {
  case fields, item

  /// The pointer of what stands for it, from the field on.
  var mark: Pointer { self == .fields ? "/fields/0" : "/items" }
}

extension SchemaField {
  /// What is inside and takes part in the request.
  var innerPlace: InnerPlace? {
    guard foreign == nil else { return nil }
    if isStruct, !children.isEmpty, !strays.contains(where: { $0.name == "fields" }) {
      return .fields
    }
    if isList, !item.isEmpty, !strays.contains(where: { $0.name == "items" }) { return .item }
    return nil
  }

  var withoutInside: SchemaField {
    var copy = self
    copy.children = []
    copy.item = []
    return copy
  }

  /// The field with a mark in the place of what is inside.
  var shell: SchemaField {
    guard let place = innerPlace else { return self }
    var mark = SchemaField(id: 0)
    mark.foreign = "0"
    var copy = withoutInside
    if place == .fields { copy.children = [mark] } else { copy.item = [mark] }
    return copy
  }

  /// The warnings among the remarks on the column; their pointers go on from it.
  var warnings: [Issue] {
    remarks.filter { $0.severity >= .warning }.map {
      Issue(severity: $0.severity, pointer: "/type", rule: "imported", message: $0.text)
    }
  }
}
