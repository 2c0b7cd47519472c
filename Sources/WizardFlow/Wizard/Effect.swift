package import SinkExport

/// Something the wizard asks the program to do.
package enum Effect: Hashable, Sendable {
  /// Leave with the payload.
  case finish(payload: String, errorCount: Int)
  /// Leave without it.
  case leave
  /// Write a file of mode 0600; the answer is ``Event/saved(name:_:)``.
  case save(name: String, ExportForm, text: String, overwriting: Bool)
  /// Read a file; the answer is ``Event/opened(name:_:)``.
  case open(name: String)
  /// Put a text without secrets on the terminal's clipboard.
  case copy(String)
  case suspend
}
