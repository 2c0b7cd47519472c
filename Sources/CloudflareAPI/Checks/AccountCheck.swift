package import SinkSpec

/// The result of checking one precondition for creating a sink.
///
/// Its messages may quote untrusted names.
package struct AccountCheck: Hashable, Sendable {
  /// The subject of a check; raw values are stable, because scripts rely on them.
  package enum Subject: String, CaseIterable, Sendable {
    case environment
    case token
    case account
    case name
    case bucket
    case catalog
    case table
    /// The R2 key pair of the sink.
    case keys
    /// The catalog token of the sink.
    case catalogToken = "catalog-token"
    case permissions
  }

  package enum State: String, CaseIterable, Sendable {
    case passed
    case warning
    case failed
    /// The check could not be made; the reason says why.
    case notChecked = "not-checked"
  }

  /// A value that would make the check pass.
  package struct Repair: Hashable, Sendable {
    package let pointer: Pointer
    package let value: String

    package init(_ pointer: Pointer, _ value: String) {
      self.pointer = pointer
      self.value = value
    }
  }

  package let subject: Subject
  /// The name of the checked resource, such as a bucket; empty if it has none.
  package let about: String
  package let state: State
  package let reason: String
  /// The parameter that the check is about, if there is one.
  package let pointer: Pointer?
  package let repair: Repair?

  /// Creates a check without a named resource.
  package init(_ subject: Subject, _ state: State, _ reason: String, at pointer: Pointer? = nil) {
    self.init(subject, "", state, reason, at: pointer)
  }

  package init(
    _ subject: Subject, _ about: String, _ state: State, _ reason: String,
    at pointer: Pointer? = nil, repair: Repair? = nil
  ) {
    self.subject = subject
    self.about = about
    self.state = state
    self.reason = reason
    self.pointer = pointer
    self.repair = repair
  }

  /// The subject in words.
  package var noun: String { subject == .catalogToken ? "catalog token" : subject.rawValue }

  /// The subject and its name, such as `bucket logs`.
  package var title: String { about.isEmpty ? noun : "\(noun) \(about)" }

  /// Returns the checks of a sink type, in display order.
  package static func subjects(ofType type: String?) -> [Subject] {
    let isCatalog = type.map(SinkType.catalogs.contains) == true
    return Subject.allCases.filter { subject in
      switch subject {
      case .catalog, .table, .catalogToken: isCatalog
      case .keys: !isCatalog
      default: true
      }
    }
  }
}
