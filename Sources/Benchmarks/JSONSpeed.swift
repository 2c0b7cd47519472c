import Foundation
import SinkSpec

/// The speed of reading and writing JSON, compared with Python's `json` and with `orjson`, which is
/// written in Rust.
enum JSONSpeed {
  static func print() {
    Swift.print("JSON, in MB/s of CPU time on one thread; output is indented")
    Swift.print(
      Benchmarks.row([
        "MB", "reading", "json", "orjson", "writing", "json", "orjson",
      ]))
    for columns in [17_000, 170_000] { Swift.print(row(columns: columns)) }
    if Peer.python == nil {
      Swift.print(
        "json and orjson are not installed; run Tests/Peers/install to compare with them.")
    }
  }

  private static func row(columns: Int) -> String {
    let payload = Samples.payload(columns: columns)
    let repeats = max(1, 20_000_000 / payload.count)
    guard let document = try? JSONDocument(parsing: payload) else { return "invalid JSON" }
    let request = RequestNode(reading: document)
    var written = 0
    let reading = Cost.of {
      for _ in 0..<repeats { precondition((try? JSONDocument(parsing: payload)) != nil) }
    }
    let writing = Cost.of {
      for _ in 0..<repeats { written += request.text(secrets: .referenced).utf8.count }
    }
    let peers = Peer.numbers(from: "time_json.py", about: payload, "\(repeats)")
    let rates = peers.count == 4 ? peers.map { rate(payload.count, $0) } : ["", "", "", ""]
    return Benchmarks.row([
      "\(payload.count / 1_000_000)", rate(payload.count * repeats, reading), rates[0], rates[2],
      rate(written, writing), rates[1], rates[3],
    ])
  }

  private static func rate(_ bytes: Int, _ nanoseconds: Int) -> String {
    "\(bytes * 1000 / nanoseconds)"
  }
}
