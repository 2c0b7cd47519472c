import Foundation

/// Runs a check on seeded random inputs: a few hundred as a unit test, or for `FUZZ_SECONDS`.
///
/// A failure names its seed. `FUZZ_SEED` is the first seed, by default 1; without `FUZZ_SECONDS` it is
/// the only one.
package enum Fuzzing {
  /// Calls a closure with each seed.
  ///
  /// - Parameters:
  ///   - count: The number of seeds of a short run.
  ///   - check: Checks the input of a seed.
  package static func run(count: UInt64 = 300, _ check: (UInt64) throws -> Void) rethrows {
    var seeds = Seeds(count: count)
    while let seed = seeds.next() { try check(seed) }
  }

  /// Calls an asynchronous closure with each seed.
  ///
  /// - Parameters:
  ///   - count: The number of seeds of a short run.
  ///   - check: Checks the input of a seed.
  package static func run(
    count: UInt64 = 300, _ check: (UInt64) async throws -> Void
  ) async rethrows {
    var seeds = Seeds(count: count)
    while let seed = seeds.next() { try await check(seed) }
  }

  /// The seeds of a run.
  private struct Seeds: IteratorProtocol {
    private var seed: UInt64
    private let last: UInt64
    private let end: ContinuousClock.Instant?

    init(count: UInt64) {
      let environment = ProcessInfo.processInfo.environment
      let first = environment["FUZZ_SEED"].flatMap { UInt64($0) }
      let seconds = environment["FUZZ_SECONDS"].flatMap { Int($0) }
      seed = first ?? 1
      end = seconds.map { .now + .seconds($0) }
      last = end != nil ? .max : first ?? count
    }

    mutating func next() -> UInt64? {
      if seed > last { return nil }
      if let end, ContinuousClock.now >= end { return nil }
      defer { seed += 1 }
      return seed
    }
  }
}
