import SinkDraft
import SinkSpec

/// A file to open, and the input that its contents are combined with.
package struct FileOpening: Hashable, Sendable {
  package let name: String
  let purpose: FileNamePrompt.Purpose
  /// The account of the form.
  let account: Entry
  /// The account of payloads that name none.
  let fallbackAccount: String?
  /// The current columns.
  let columns: FieldList
  /// Whether a payload replaces input.
  let replacesInput: Bool
  /// The width of a report.
  let width: Int
  /// Whether the file is the initial state, which cannot be undone.
  let isStart: Bool
}

/// The progress of opening a file that takes a while.
package struct FileProgress: Hashable, Sendable {
  package enum Phase: Hashable, Sendable {
    case reading, parsing, validating, preparing
  }

  package let name: String
  package let phase: Phase
  /// The number of bytes read.
  package let bytes: Int
  /// The size of the file in bytes; nil if unknown.
  package let total: Int?

  package init(name: String, _ phase: Phase = .reading, bytes: Int = 0, total: Int? = nil) {
    self.name = name
    self.phase = phase
    self.bytes = bytes
    self.total = total
  }

  /// The fraction read, from 0 to 1; nil if the size is unknown or everything is read.
  package var fraction: Double? {
    guard phase == .reading, let total, total > 0 else { return nil }
    return min(1, Double(bytes) / Double(total))
  }

  /// The current activity, with the size.
  package var text: String {
    let size = ByteSize.describe(UInt64(bytes))
    switch phase {
    case .reading:
      return "Read \(size)" + (total.map { " of \(ByteSize.describe(UInt64($0)))" } ?? "")
    case .parsing: return "Parsing \(size)"
    case .validating: return "Validating \(size)"
    case .preparing: return "Preparing the form"
    }
  }
}
