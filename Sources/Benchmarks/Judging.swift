import SinkSpec

/// How fast payloads are read and judged, beside Python's `jsonschema` with the same rules.
enum Judging {
  static func print() {
    Swift.print("Judging payloads, in MB/s of CPU time on one thread")
    Swift.print(
      Benchmarks.row(["columns", "MB", "reading", "judging", "both", "memory", "jsonschema"]))
    for columns in [1, 17, 17_000, 170_000, 1_700_000] { Swift.print(row(columns: columns)) }
    Swift.print("Memory: the most that was ever in use, in times the payload's size.")
    if Peer.python == nil {
      Swift.print("jsonschema was not run: it is not installed; Tests/Peers/install does that.")
    }
  }

  /// One column makes a file of about 400 bytes, of which 10,000 are judged.
  private static func row(columns: Int) -> String {
    let payload = Samples.payload(columns: columns)
    let repeats = max(1, min(10_000, 10_000_000 / payload.count))
    var read = 0
    var judged = 0
    for _ in 0..<repeats {
      var document: JSONDocument?
      read += Cost.of { document = try? JSONDocument(parsing: payload) }
      guard let document else { return "a payload could not be read" }
      judged += Cost.of { precondition(Judge.issues(of: document).isEmpty) }
    }
    let size = payload.count * repeats
    let memory =
      payload.count < 50_000_000 ? "" : thousandths(Cost.peakMemory * 1000 / payload.count)
    return Benchmarks.row([
      "\(columns)", "\(payload.count / 1_000_000)", rate(size, read), rate(size, judged),
      rate(size, read + judged), memory, peer(payload),
    ])
  }

  /// The same by the peer; of payloads that it would take minutes for, nothing.
  private static func peer(_ payload: [UInt8]) -> String {
    guard payload.count < 2_000_000,
      let cost = Peer.cost(of: payload, repeats: max(1, 400_000 / payload.count))
    else { return "" }
    return thousandths(payload.count * 1_000_000 / cost)
  }

  /// A number of thousandths as a decimal fraction.
  private static func thousandths(_ number: Int) -> String {
    "\(number / 1000)." + "\(number % 1000 + 1000)".dropFirst()
  }

  private static func rate(_ bytes: Int, _ nanoseconds: Int) -> String {
    "\(bytes * 1000 / nanoseconds)"
  }
}
