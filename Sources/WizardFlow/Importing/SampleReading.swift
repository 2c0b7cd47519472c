/// Sample events are being read: what is known of it so far.
package struct SampleReading: Hashable, Sendable {
  package let name: String
  package var progress: SampleProgress?
  /// Whether it was told to stop and has not done so yet.
  package var isStopping = false
}
