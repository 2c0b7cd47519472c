import SinkSpec

/// The speed of reading and validating payloads, compared with orjson and jsonschema-rs.
enum ValidationSpeed {
  static func print() {
    Swift.print("Validating payloads, in MB/s of CPU time on one thread")
    Swift.print(
      Benchmarks.row(["columns", "MB", "reading", "validating", "both", "memory", "peer"]))
    for columns in [1, 17, 17_000, 170_000, 1_700_000] { Swift.print(row(columns: columns)) }
    Swift.print("Memory: peak memory as a multiple of the payload size.")
    Swift.print("Peer: orjson and jsonschema-rs, both steps.")
    if Peer.python == nil {
      Swift.print("jsonschema-rs is not installed; run Tests/Peers/install to compare with it.")
    }
  }

  /// Returns the row for a number of columns; small payloads are repeated up to 10,000 times.
  private static func row(columns: Int) -> String {
    let payload = Samples.payload(columns: columns)
    let repeats = max(1, min(10_000, 10_000_000 / payload.count))
    var read = 0
    var validated = 0
    for _ in 0..<repeats {
      var document: JSONDocument?
      read += Cost.of { document = try? JSONDocument(parsing: payload) }
      guard let document else { return "could not read a payload" }
      validated += Cost.of { precondition(Validator.issues(of: document).isEmpty) }
    }
    let size = payload.count * repeats
    let memory =
      payload.count < 50_000_000 ? "" : thousandths(Cost.peakMemory * 1000 / payload.count)
    return Benchmarks.row([
      "\(columns)", "\(payload.count / 1_000_000)", rate(size, read), rate(size, validated),
      rate(size, read + validated), memory, peer(payload),
    ])
  }

  /// Returns the speed of orjson and jsonschema-rs, or an empty string if they are not installed.
  private static func peer(_ payload: [UInt8]) -> String {
    let repeats = max(1, 10_000_000 / payload.count)
    let cost = TemporaryFile.with(payload) { Peer.costOfValidating($0, repeats: repeats) }
    return cost.map { rate(payload.count, $0) } ?? ""
  }

  /// Returns a number of thousandths as a decimal fraction.
  private static func thousandths(_ number: Int) -> String {
    "\(number / 1000)." + "\(number % 1000 + 1000)".dropFirst()
  }

  private static func rate(_ bytes: Int, _ nanoseconds: Int) -> String {
    "\(bytes * 1000 / nanoseconds)"
  }
}
