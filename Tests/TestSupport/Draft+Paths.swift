package import SinkDraft
import SinkSpec

extension Draft {
  /// The paths of all fields, including hidden ones, in order.
  package var allPaths: [FieldPath] {
    func inside(_ field: SchemaField, _ path: FieldPath) -> [FieldPath] {
      let children = field.children.indices.flatMap { index in
        inside(field.children[index], path.child(.position(index)))
      }
      return [path] + children + field.item.flatMap { inside($0, path.child(.item)) }
    }
    return fields.indices.flatMap { index in
      inside(fields[index], FieldPath(steps: [.position(index)]))
    }
  }
}
