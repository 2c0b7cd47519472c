package import SinkSpec

/// A request that is under way.
package struct Submitting: Hashable, Sendable {
  package let startedAt: Timestamp
  /// What happens now, in a few words.
  package internal(set) var doing: String
  package internal(set) var isCancelled = false

  init(startedAt: Timestamp, doing: String = "Sending") {
    self.startedAt = startedAt
    self.doing = doing
  }
}
