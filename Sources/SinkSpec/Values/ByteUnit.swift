/// A unit of size: its name, accepted lower-case spellings, and number of bytes.
struct ByteUnit: Sendable {
  let name: String
  let spellings: [String]
  let factor: UInt64
  let isBinary: Bool

  static let byte = ByteUnit(
    name: "bytes", spellings: ["", "b", "byte", "bytes"], factor: 1, isBinary: false)

  /// Every unit, in ascending order.
  static let all: [ByteUnit] = [
    byte,
    decimal("kB", 1_000), binary("KiB", "k", 1 << 10),
    decimal("MB", 1_000_000), binary("MiB", "m", 1 << 20),
    decimal("GB", 1_000_000_000), binary("GiB", "g", 1 << 30),
    decimal("TB", 1_000_000_000_000), binary("TiB", "t", 1 << 40),
  ]

  private static func decimal(_ name: String, _ factor: UInt64) -> ByteUnit {
    ByteUnit(name: name, spellings: [name.lowercased()], factor: factor, isBinary: false)
  }

  private static func binary(_ name: String, _ letter: String, _ factor: UInt64) -> ByteUnit {
    ByteUnit(name: name, spellings: [letter, name.lowercased()], factor: factor, isBinary: true)
  }
}
