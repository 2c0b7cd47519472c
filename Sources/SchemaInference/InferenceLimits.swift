import SinkSpec

/// Limits that bound the memory use of schema inference.
package struct InferenceLimits: Sendable {
  /// The maximum number of events to read.
  package var events = Int.max
  /// The maximum number of columns, including nested columns.
  package var columns = 20_000
  /// The maximum length of a column name, in bytes.
  ///
  /// Members with longer names are skipped.
  package var nameBytes = 1024
  /// The maximum nesting depth of arrays and objects, as in all JSON input.
  package var depth = JSONDocument.depthLimit
  /// The maximum length of an event, in bytes.
  ///
  /// The service accepts requests of up to 5 MB.
  package var eventBytes = 16 << 20
  /// The number of bytes used to detect the input's layout.
  var firstLookBytes = 1 << 20
  /// The maximum number of columns of sparse events; the most frequent ones are kept.
  package var sparseColumns = 2000
  /// Whether nested objects keep all their sparse names, as the events themselves always do.
  package var keepsSparseNames = false
  /// The maximum number of broken events to report individually.
  package var brokenEvents = 5

  package init() {}
}
