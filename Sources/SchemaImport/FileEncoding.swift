/// A file that is not UTF-8 text: compressed, archived, or binary data of a known kind.
package enum FileEncoding: Hashable, Sendable {
  case gzip, zstd, bzip2, xz, lz4, zlib, zip, tar, compress
  case utf16, utf32
  case parquet, avroContainer, arrow, orc, sqlite

  /// Detects an encoding by its magic number; nil for text and unknown data.
  package init?(of bytes: some Collection<UInt8>) {
    let beginning = Array(bytes.prefix(6))
    if bytes.dropFirst(257).starts(with: Array("ustar".utf8)) {
      self = .tar
      return
    }
    guard let found = Self.magic.first(where: { Self.matches(beginning, $0.bytes) })?.encoding
    else {
      guard Self.isZlib(beginning) else { return nil }
      self = .zlib
      return
    }
    self = found
  }

  /// Magic numbers, longer before shorter if they overlap; nil matches any byte.
  private static let magic: [(encoding: FileEncoding, bytes: [UInt8?])] = [
    (.gzip, [0x1F, 0x8B]), (.compress, [0x1F, 0x9D]), (.zstd, [0x28, 0xB5, 0x2F, 0xFD]),
    (.bzip2, [0x42, 0x5A, 0x68, nil, 0x31, 0x41]), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    (.lz4, [0x04, 0x22, 0x4D, 0x18]), (.zip, [0x50, 0x4B, 0x03, 0x04]),
    (.zip, [0x50, 0x4B, 0x05, 0x06]), (.utf32, [0xFF, 0xFE, 0x00, 0x00]),
    (.utf32, [0x00, 0x00, 0xFE, 0xFF]), (.utf16, [0xFF, 0xFE]), (.utf16, [0xFE, 0xFF]),
    (.utf16, [0x7B, 0x00, nil, 0x00]), (.utf16, [0x5B, 0x00, nil, 0x00]),
    (.utf16, [0x00, 0x7B, 0x00, nil]), (.utf16, [0x00, 0x5B, 0x00, nil]),
    (.parquet, [0x50, 0x41, 0x52, 0x31]), (.avroContainer, [0x4F, 0x62, 0x6A, 0x01]),
    (.arrow, [0x41, 0x52, 0x52, 0x4F, 0x57, 0x31]), (.orc, [0x4F, 0x52, 0x43]),
    (.sqlite, [0x53, 0x51, 0x4C, 0x69, 0x74, 0x65]),
  ]

  private static func matches(_ beginning: [UInt8], _ magic: [UInt8?]) -> Bool {
    beginning.count >= magic.count
      && Swift.zip(beginning, magic).allSatisfy { $1 == nil || $0 == $1 }
      // Some compressors begin with a Zstandard skippable frame.
      || magic == [0x28, 0xB5, 0x2F, 0xFD] && isSkippableFrame(beginning)
  }

  private static func isSkippableFrame(_ beginning: [UInt8]) -> Bool {
    beginning.count >= 4 && beginning[0] & 0xF0 == 0x50
      && Array(beginning[1..<4]) == [0x2A, 0x4D, 0x18]
  }

  /// Returns whether data begins with a zlib header (RFC 1950), whose 16-bit value is a multiple of
  /// 31.
  private static func isZlib(_ beginning: [UInt8]) -> Bool {
    guard beginning.count >= 2, beginning[0] == 0x78 else { return false }
    return [0x01, 0x5E, 0x9C, 0xDA].contains(beginning[1])
      && (Int(beginning[0]) << 8 + Int(beginning[1])).isMultiple(of: 31)
  }

  /// The program that decompresses standard input when called with `-dc`; nil if there is none.
  package var filter: String? {
    switch self {
    case .gzip, .zstd, .bzip2, .xz, .compress: converter?.program
    default: nil
    }
  }

  /// The program and its arguments that convert a file to standard output; nil if there is none.
  private var converter: (program: String, arguments: String)? {
    switch self {
    case .gzip: ("gzip", "-dc")
    case .zstd: ("zstd", "-dc")
    case .bzip2: ("bzip2", "-dc")
    case .xz: ("xz", "-dc")
    case .lz4: ("lz4", "-dc")
    case .compress: ("gzip", "-dc")
    case .zlib: ("zlib-flate", "-uncompress <")
    case .zip: ("unzip", "-p")
    case .tar: ("tar", "-xOf")
    case .utf16: ("iconv", "-f UTF-16 -t UTF-8")
    case .utf32: ("iconv", "-f UTF-32 -t UTF-8")
    case .parquet, .avroContainer, .arrow, .orc, .sqlite: nil
    }
  }

  /// A phrase to follow the file's name: the encoding, and how to convert it.
  package var sentence: String { sentence(before: nil) }

  /// Returns a phrase to follow the file's name: the encoding, and how to convert it.
  ///
  /// - Parameter command: The command that reads the converted data; nil if it reads only files.
  /// - Returns: The phrase.
  package func sentence(before command: String?) -> String {
    guard let (program, arguments) = converter else {
      return "is \(title), not JSON; export it as JSON with the tool that wrote it"
    }
    let verb = [.utf16, .utf32].contains(self) ? "convert" : "decompress"
    let rest = command.map { " | \($0)" } ?? ""
    return "is \(title); \(verb) it first: \(program) \(arguments) FILE\(rest)"
  }

  /// The encoding's name.
  package var title: String {
    switch self {
    case .gzip: "compressed with gzip"
    case .zstd: "compressed with zstd"
    case .bzip2: "compressed with bzip2"
    case .xz: "compressed with xz"
    case .lz4: "compressed with lz4"
    case .compress: "compressed with compress"
    case .zlib: "compressed with zlib"
    case .zip: "a zip archive"
    case .tar: "a tar archive"
    case .utf16: "UTF-16"
    case .utf32: "UTF-32"
    case .parquet: "a Parquet file"
    case .avroContainer: "an Avro data file"
    case .arrow: "an Arrow file"
    case .orc: "an ORC file"
    case .sqlite: "an SQLite database"
    }
  }

  /// Returns text without a leading byte order mark, which some editors add.
  package static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
