/// What bounds the memory that reading events takes.
package struct InferenceLimits: Sendable {
  /// Events after which no more are read.
  package var events = Int.max
  /// Columns in all, those inside structs and lists included.
  package var columns = 20_000
  /// The bytes of a name that are kept; a member with a longer one becomes no column.
  package var nameBytes = 1024
  /// Arrays and objects inside one another, as everywhere JSON is read.
  package var depth = 512
  /// The bytes of one event; the service takes requests of 5 MB.
  package var eventBytes = 16 << 20
  /// How much is looked at to tell how the events lie.
  var firstLookBytes = 1 << 20
  /// Broken events that are kept with their places.
  package var brokenEvents = 5

  package init() {}
}
