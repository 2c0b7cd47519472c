package import SinkExport
package import SinkSpec

/// Something the wizard asks the program to do.
package enum Effect: Hashable, Sendable {
  /// Leave with the payload.
  case finish(payload: String, errorCount: Int)
  /// Leave without it.
  case leave
  /// Leave with the created sink; the payload goes where it was asked for besides.
  case created(text: String, payload: String)
  /// Send a request; the answer is ``Event/submitted(_:)`` or ``Event/notSent(_:)``.
  case submit(SinkSubmission)
  /// Stop what is under way; its answer still comes.
  case cancelSubmission
  /// Ask the account for a sink that was sent; the answer is ``Event/lookedUp(_:)``.
  case lookUp(SinkSubmission, since: Timestamp)
  /// Write a file of mode 0600; the answer is ``Event/saved(name:_:_:)``.
  case save(name: String, ExportForm, text: String, overwriting: Bool)
  /// Read a file; the answer is ``Event/opened(name:_:)``.
  case open(name: String)
  /// Read sample events from a file; ``Event/sampling(_:)`` tells how far it is, and the end is
  /// ``Event/sampled(name:_:)``.
  case sample(name: String)
  /// Stop reading sample events; what was seen still comes.
  case stopSampling
  /// Put a text without secrets on the terminal's clipboard.
  case copy(String)
  /// Go on with a draft; the answer is ``Event/resumed(_:)``.
  case resume(number: Int)
  case deleteDraft(number: Int)
  case suspend
}
