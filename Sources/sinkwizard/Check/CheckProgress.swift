import Glibc

/// Shows the progress of checking many or large files.
struct CheckProgress {
  /// The delay before progress is first shown, and the minimum time between updates.
  private static let interval = Duration.milliseconds(200)
  /// The size in bytes from which a file is shown immediately.
  private static let largeSize = 32 << 20

  private let count: Int
  private var number = 0
  private var lastShown = ContinuousClock.now

  /// Creates the progress display for a number of files.
  init(of count: Int) { self.count = count }

  /// Shows the name of the file to be checked next.
  mutating func begin(_ file: String) {
    number += 1
    guard ProgressLine.isTerminal else { return }
    let now = ContinuousClock.now
    guard now - lastShown >= Self.interval || Self.isLarge(file) else { return }
    lastShown = now
    ProgressLine.show("checking \(number) of \(count): \(file)")
  }

  private static func isLarge(_ file: String) -> Bool {
    var status = stat()
    return stat(file, &status) == 0 && status.st_size >= largeSize
  }
}
