import SinkDraft
import SinkSpec

/// The reason that a value from a file has no field in the form.
package enum UnplacedValue: Hashable, Sendable {
  /// The description does not define its name.
  case unknown
  /// The value has the wrong JSON type; `wanted` describes the right one.
  case wrongType(wanted: String)
  /// The value is an empty object, so none of its fields is set.
  case emptyObject
  /// The member does not apply to its column's type.
  case notOfColumnType

  /// A few words for the title of the guide.
  package var title: String {
    switch self {
    case .unknown: "unknown property"
    case .wrongType: "value of the wrong type"
    case .emptyObject: "empty object"
    case .notOfColumnType: "not for this column's type"
    }
  }

  /// The explanation in the guide.
  package var help: String {
    let stays = "It stays in the request until you remove it with Del."
    return switch self {
    case .unknown: "An unknown property from a file. \(stays)"
    case .wrongType(let wanted):
      "The property is known, but its value must be \(wanted). \(stays)"
    case .emptyObject:
      "An empty object from a file. It stays in the request until you set one of its fields, or "
        + "remove it with Del."
    case .notOfColumnType: "Only columns of another type have this property. \(stays)"
    }
  }

  /// The predicate of a sentence about the value in line mode.
  var predicate: String {
    switch self {
    case .unknown: "is an unknown property from a file"
    case .wrongType(let wanted): "must be \(wanted)"
    case .emptyObject: "is an empty object from a file"
    case .notOfColumnType: "does not belong to this column's type"
    }
  }

  /// Creates the reason for a value at the pointer of a parameter, if there is one.
  fileprivate init(_ parameter: Parameter?, isEmptyObject: Bool) {
    switch parameter?.kind {
    case nil: self = .unknown
    case .fieldList: self = .wrongType(wanted: "an array of fields")
    case _ where isEmptyObject: self = .emptyObject
    case _: self = .wrongType(wanted: "an object")
    }
  }
}

extension UnknownMember {
  /// The reason that the form has no field for the value.
  var reason: UnplacedValue {
    UnplacedValue(
      SinkDescription.parameter(at: pointer), isEmptyObject: literal == Self.emptyObject)
  }
}

extension Wizard {
  /// Returns the reason that an item has no field of its own; nil for items that have one.
  package func unplacedValue(_ item: FormItem) -> UnplacedValue? {
    switch item {
    case .unknownMember(let pointer): return draft.unknownMember(at: pointer)?.reason
    case .unknownColumnMember(let id, let name):
      let field = draft.path(of: id).flatMap { draft.field(at: $0) }
      let member = field?.unknownMembers.first { $0.name == name }
      if member?.isOutOfPlace == true { return .notOfColumnType }
      let parameter = SchemaFieldDescription.members.first { $0.name == name }
      return UnplacedValue(parameter, isEmptyObject: false)
    default: return nil
    }
  }
}
