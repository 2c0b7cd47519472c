/// An example event that matches the columns of a schema.
package struct SampleEvent: Sendable {
  /// The maximum number of a struct's fields to show.
  static let fieldLimit = 50

  /// The time of the event.
  private let time: Timestamp

  /// Creates an event, with the time for its timestamp columns.
  package init(at time: Timestamp) { self.time = time }

  /// Returns the member of the event that matches a column.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - pointer: The column's pointer in the request, shared by all nodes of the value.
  /// - Returns: The member; its name is empty if the column has none.
  package func member(_ column: SchemaField, at pointer: Pointer) -> RequestNode {
    node(column, name: column.name.text, pointer)
  }

  private func node(_ column: SchemaField, name: String?, _ pointer: Pointer) -> RequestNode {
    switch column.columnType {
    case .struct:
      let fields = column.children.prefix(Self.fieldLimit).map {
        node($0, name: $0.name.text, pointer)
      }
      return RequestNode(name: name, pointer: pointer, content: .object(fields))
    case .list:
      let items = column.item.map { node($0, name: nil, pointer) }
      return RequestNode(name: name, pointer: pointer, content: .array(items))
    default:
      return RequestNode(name: name, pointer: pointer, content: .literal(literal(column)))
    }
  }

  /// Returns the value of a scalar column as JSON text.
  func literal(_ column: SchemaField) -> String {
    switch column.columnType {
    case .timestamp:
      column.unit.setText.map { String(count(in: $0)) } ?? JSONText.string(time.rfc3339)
    case .binary: JSONText.string(Self.base64)
    case .int32: column.seenExample ?? "42"
    case .int64: column.seenExample ?? "1234567890123"
    case .float32, .float64: column.seenExample ?? "3.14"
    case .bool: column.seenExample ?? "true"
    case .string: column.seenText ?? JSONText.string("text")
    case .json: column.seenExample ?? "{\"any\":[\"value\"]}"
    case .struct, .list, .unknown, nil: "null"
    }
  }

  /// The text `bytes` in base64, the encoding of binary values in events.
  static let base64 = "Ynl0ZXM="

  /// Returns the time as a number of units since the Unix epoch.
  func count(in unit: String) -> Int64 {
    let perSecond: Int64 =
      switch unit {
      case "second": 1
      case "microsecond": 1_000_000
      case "nanosecond": 1_000_000_000
      default: 1000
      }
    let fraction = Int64(time.nanoseconds) / (1_000_000_000 / perSecond)
    return time.secondsSinceEpoch.multipliedReportingOverflow(by: perSecond).partialValue
      &+ fraction
  }

  /// Returns the event with its time truncated to the precision of a column's unit.
  func inWhole(_ unit: String?) -> SampleEvent {
    switch unit {
    case "second": SampleEvent(at: Timestamp(secondsSinceEpoch: time.secondsSinceEpoch))
    case "millisecond":
      SampleEvent(
        at: Timestamp(
          secondsSinceEpoch: time.secondsSinceEpoch,
          nanoseconds: time.nanoseconds / 1_000_000 * 1_000_000))
    default: self
    }
  }

  var timeText: String { time.rfc3339 }
}

extension SchemaField {
  /// The first example value that is not truncated, as JSON text.
  fileprivate var seenExample: String? { examples.first { !$0.hasSuffix("…") } }

  /// The first example string that is not truncated.
  ///
  /// A string column may also have numbers as examples.
  fileprivate var seenText: String? {
    examples.first { $0.hasPrefix("\"") && !$0.hasSuffix("…") }
  }
}
