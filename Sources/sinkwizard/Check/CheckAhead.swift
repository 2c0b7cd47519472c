import Dispatch
import Glibc
import Synchronization
import System

/// Validates small payload files ahead of their turn, on several threads.
///
/// Threads take batches of consecutive files and stay a few batches ahead at most. Large files,
/// pipes and standard input are left to the caller: memory holds one large payload at a time, and
/// pipes are read in order.
final class CheckAhead: Sendable {
  /// Consecutive files.
  private final class Batch: Sendable {
    let files: ArraySlice<String>
    /// The results of the small files, once all of them are validated.
    let results = Mutex<[CheckResult?]>([])
    let isDone = DispatchSemaphore(value: 0)

    init(_ files: ArraySlice<String>) { self.files = files }
  }

  private static let batchSize = 8
  private static let maxThreads = 4
  /// The maximum size in bytes of a small file.
  private static let smallSize = 16 << 10

  private let batches: [Batch]
  private let validate: @Sendable (String) -> CheckResult
  /// The index of the next batch to validate.
  private let next = Atomic(0)
  /// Limits the batches whose results have not been returned.
  private let room = DispatchSemaphore(value: 0)

  /// Starts to validate files; returns nil if there are few files, only one processor, or too few
  /// resources for threads.
  ///
  /// - Parameters:
  ///   - files: The file names.
  ///   - validate: Reads and validates a file; called on any thread.
  init?(of files: [String], validate: @escaping @Sendable (String) -> CheckResult) {
    let processors = Surroundings.processors
    guard processors > 1, files.count > Self.batchSize, Surroundings.hasRoomForThreads
    else { return nil }
    batches = stride(from: 0, to: files.count, by: Self.batchSize).map {
      Batch(files[$0..<min($0 + Self.batchSize, files.count)])
    }
    self.validate = validate
    var threads = 0
    while threads < min(processors, batches.count, Self.maxThreads),
      (try? startThread { [self] in validateBatches() }) != nil
    {
      threads += 1
    }
    guard threads > 0 else { return nil }
    for _ in 0..<2 * threads { room.signal() }
  }

  /// Waits for the result of a file; call in ascending order.
  ///
  /// - Parameter index: The index of the file.
  /// - Returns: The result; nil if the file is not small, so that the caller validates it.
  func result(at index: Int) -> CheckResult? {
    let (number, offset) = index.quotientAndRemainder(dividingBy: Self.batchSize)
    let batch = batches[number]
    if offset == 0 { batch.isDone.wait() }
    if offset == batch.files.count - 1 { room.signal() }
    // Taken out of the batch, so that its memory is freed with the caller's copy.
    return batch.results.withLock { $0[offset].take() }
  }

  private func validateBatches() {
    while true {
      room.wait()
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < batches.count else {
        // Ends the next thread that waits.
        room.signal()
        return
      }
      let batch = batches[number]
      let results = batch.files.map { Self.isSmall($0) ? validate($0) : nil }
      batch.results.withLock { $0 = results }
      batch.isDone.signal()
    }
  }

  private static func isSmall(_ file: String) -> Bool {
    var status = stat()
    return file != "-" && stat(file, &status) == 0 && status.isRegularFile
      && status.st_size <= smallSize
  }
}
