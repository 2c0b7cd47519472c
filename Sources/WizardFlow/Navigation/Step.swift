package import SinkSpec

/// The steps of the wizard, in order.
package enum Step: Int, CaseIterable, Hashable, Sendable {
  case sink, destination, format, schema, review

  package var title: String {
    switch self {
    case .sink: "Sink"
    case .destination: "Destination"
    case .format: "Format"
    case .schema: "Schema"
    case .review: "Review"
    }
  }

  package var number: Int { rawValue + 1 }
  package var next: Step? { Step(rawValue: rawValue + 1) }
  package var previous: Step? { Step(rawValue: rawValue - 1) }

  /// The sections that the step asks for, in order.
  package var sections: [FormSection] {
    switch self {
    case .sink: [.sink]
    case .destination: [.bucket, .catalog, .credentials, .files, .rolling]
    case .format: [.format, .formatOptions]
    case .schema: [.schemaAdvanced, .schemaFormat]
    case .review: []
    }
  }

  /// The step that asks for the value that a pointer names.
  package static func holding(_ pointer: Pointer) -> Step {
    if pointer.isWithin("/config") { return .destination }
    if pointer.isWithin("/format") { return .format }
    if pointer.isWithin("/schema") { return .schema }
    return .sink
  }
}
