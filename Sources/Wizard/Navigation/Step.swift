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

  package init?(number: Int) { self.init(rawValue: number - 1) }

  package var next: Step? { Step(rawValue: rawValue + 1) }
  package var previous: Step? { Step(rawValue: rawValue - 1) }

  /// The sections of the step, in order.
  package var sections: [FormSection] { Self.allSections[rawValue] }

  /// The sections of each step: those whose parameters it contains.
  private static let allSections = allCases.map { step in
    FormSection.allCases.filter { section in
      SinkDescription.asked.first { $0.section == section }.map { holding($0.pointer) } == step
    }
  }

  /// Returns the step that contains the value of a pointer.
  package static func holding(_ pointer: Pointer) -> Step {
    if pointer.isWithin("/config") { return .destination }
    if pointer.isWithin("/format") { return .format }
    if pointer.isWithin("/schema") { return .schema }
    return .sink
  }
}
