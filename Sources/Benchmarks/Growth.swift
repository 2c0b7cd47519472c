import SchemaImport
import SchemaInference
import SinkSpec

/// Timings for inputs of one, two and four times a base size, to show that reading takes time
/// linear in the size of the input.
enum Growth {
  /// A kind of input whose size depends on a count, and the function that reads it.
  private struct Input {
    let name: String
    let count: Int
    let bytes: (Int) -> [UInt8]
    let read: ([UInt8]) -> Void
  }

  private static var inputs: [Input] {
    [
      Input(
        name: "definitions", count: 10_000, bytes: Samples.definitions(count:), read: importSchema),
      Input(
        name: "ring of references", count: 4_000, bytes: Samples.ring(count:), read: importSchema),
      Input(name: "leading blanks", count: 20_000_000, bytes: Samples.blanks(count:), read: infer),
      Input(name: "names", count: 10_000, bytes: Samples.names(count:), read: infer),
      Input(name: "unknown members", count: 50_000, bytes: Samples.unknown(count:), read: validate),
      Input(
        name: "secret members", count: 50_000, bytes: Samples.secrets(count:), read: findSecrets),
    ]
  }

  static func print() {
    Swift.print("Growth: milliseconds of CPU time for n, 2n and 4n")
    Swift.print(Benchmarks.row(label: "", ["n", "n", "2n", "4n"]))
    for input in inputs {
      let times = [1, 2, 4].map { factor in
        let bytes = input.bytes(input.count * factor)
        return "\(Cost.of { input.read(bytes) } / 1_000_000)"
      }
      Swift.print(Benchmarks.row(label: input.name, ["\(input.count)"] + times))
    }
  }

  private static func importSchema(_ bytes: [UInt8]) {
    precondition((try? FileKind(of: bytes).proposal()) != nil)
  }

  private static func infer(_ bytes: [UInt8]) {
    var cutter = EventCutter()
    var inference = Inference()
    for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
      cutter.add(bytes[start..<min(start + 1 << 20, bytes.count)])
      while let block = cutter.next(isLast: false) { inference.read(block) }
    }
    while let block = cutter.next(isLast: true) { inference.read(block) }
    precondition(inference.events > 0)
  }

  private static func validate(_ bytes: [UInt8]) {
    precondition(
      (try? JSONDocument(parsing: bytes)).map { !Validator.issues(of: $0).isEmpty } == true)
  }

  private static func findSecrets(_ bytes: [UInt8]) {
    let document = try? JSONDocument(parsing: bytes)
    precondition(!SecretPlaces.ranges(in: document, bytes).isEmpty)
  }
}
