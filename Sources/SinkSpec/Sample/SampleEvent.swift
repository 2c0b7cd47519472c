/// An event that the columns of a schema take, to show what they mean.
package struct SampleEvent: Sendable {
  /// A struct with more fields shows only the first of them.
  static let fieldLimit = 50

  /// When the event happened.
  private let time: Timestamp

  /// An event of a time, for the columns that are timestamps.
  package init(at time: Timestamp) { self.time = time }

  /// The member that a column asks of an event.
  ///
  /// - Parameters:
  ///   - column: what is asked.
  ///   - pointer: where the column stands in the request; all inside the value has the same.
  /// - Returns: the member; what has no name has an empty one.
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

  /// The value of a column that has nothing inside, as JSON text.
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

  /// The text `bytes` as events carry bytes.
  static let base64 = "Ynl0ZXM="

  /// The time as a number of a unit since 1970.
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

  /// The event as the time of a column tells it, in whole units.
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
  /// A value that an event had, as JSON text; nil when none is known in full.
  fileprivate var seenExample: String? { examples.first { !$0.hasSuffix("…") } }

  /// The same for a text: a column of texts may have seen numbers, which it would not take.
  fileprivate var seenText: String? {
    examples.first { $0.hasPrefix("\"") && !$0.hasSuffix("…") }
  }
}
