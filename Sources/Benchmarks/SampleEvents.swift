import Foundation
import TestSupport

/// Generated event files for benchmarks.
enum SampleEvents: String, CaseIterable {
  case flat, nested, wide

  /// Writes newline-delimited events: a few thousand, repeated until the file is large enough.
  ///
  /// - Parameters:
  ///   - file: The file to write.
  ///   - size: The size in bytes; the file may be up to one block larger.
  /// - Returns: The number of bytes written.
  /// - Throws: An error if the file cannot be written.
  func write(to file: URL, size: Int) throws -> Int {
    var random = SplitMix64(seed: 7)
    var lines = ""
    for number in 0..<(self == .wide ? 1000 : 5000) {
      lines += event(number, &random) + "\n"
    }
    let block = Data(lines.utf8)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    var written = 0
    while written < size {
      try handle.write(contentsOf: block)
      written += block.count
    }
    try handle.close()
    return written
  }

  private func event(_ number: Int, _ random: inout SplitMix64) -> String {
    switch self {
    case .flat: flat(&random)
    case .nested: nested(number, &random)
    case .wide: wide(&random)
    }
  }

  private func flat(_ random: inout SplitMix64) -> String {
    let kind = ["view", "click", "buy"].randomElement(using: &random) ?? ""
    let status = [200, 404, 500].randomElement(using: &random) ?? 0
    return #"{"event_id":"\#(random.hex)\#(random.hex)","user_id":\#(random.below(10_000_000)),"#
      + #""event_type":"\#(kind)","amount":\#(random.decimal(1000, digits: 2)),"#
      + #""currency":"EUR","ok":\#(random.below(10) > 0),"ts":"\#(random.time)","#
      + #""url":"https://shop.example/products/\#(random.below(100_000))?ref=\#(random.hex)","#
      + #""agent":"Mozilla/5.0 (X11; Linux x86_64)","status":\#(status)}"#
  }

  private func nested(_ number: Int, _ random: inout SplitMix64) -> String {
    let items = (0...random.below(4)).map { _ in
      #"{"sku":"S\#(random.below(100_000))","qty":\#(random.below(5)),"#
        + #""price":\#(random.decimal(100, digits: 2)),"tags":["a","b"]}"#
    }.joined(separator: ",")
    let location =
      #""geo":{"lat":\#(random.decimal(90, digits: 5)),"lon":\#(random.decimal(90, digits: 5))}"#
    return #"{"id":\#(number),"at":"\#(random.time)","user":{"id":\#(random.below(10_000_000)),"#
      + #""name":"User \#(number)","address":{"city":"Lisboa","#
      + #""zip":"1000-\#(random.below(1000))",\#(location)}},"items":[\#(items)],"#
      + #""total":\#(random.decimal(500, digits: 2)),"coupon":null}"#
  }

  /// Returns an event with 200 columns of five types.
  private func wide(_ random: inout SplitMix64) -> String {
    let members = (0..<200).map { column in
      let value =
        switch column % 5 {
        case 0: "\(random.below(1_000_000))"
        case 1: random.decimal(1, digits: 4)
        case 2: #""text \#(random.below(1000))""#
        case 3: "\(random.below(2) == 0)"
        default: "null"
        }
      return #""column_\#(column)":\#(value)"#
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}
