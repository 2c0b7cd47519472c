import Screen
import SinkSpec

/// The source line around an offset, safe to print, with the column of its caret.
struct SourceExcerpt {
  let text: String
  /// The number of columns before the caret.
  let markColumn: Int

  /// Creates the excerpt.
  ///
  /// - Parameters:
  ///   - bytes: The text, which may be invalid UTF-8.
  ///   - offset: The byte offset of the caret.
  ///   - secrets: The byte ranges to mask, in ascending order.
  ///   - width: The available columns; longer text is cut with an ellipsis.
  init(of bytes: [UInt8], at offset: Int, hiding secrets: [Range<Int>], width: Int) {
    let width = max(width, 20)
    let offset = min(offset, bytes.count)
    // A line may be as long as the whole file, so look only at the part that can be visible.
    let start = Self.lineStart(in: bytes, before: offset, within: 4 * width)
    let end = Self.lineEnd(in: bytes, after: offset, within: 4 * width)
    let before = Self.clusters(bytes, start..<offset, secrets)
    let after = Self.clusters(bytes, offset..<end, secrets)
    let room = width * 2 / 3
    let kept = Self.last(before, fitting: room)
    let isCut = kept.count < before.count || start > 0 && bytes[start - 1] != UInt8(ascii: "\n")
    let left = (isCut ? "…" : "") + Self.text(kept)
    markColumn = (isCut ? 1 : 0) + kept.reduce(0) { $0 + $1.width }
    let shown = Self.first(after, fitting: width - markColumn - 1)
    text = left + Self.text(shown) + (shown.count < after.count ? "…" : "")
  }

  private static func lineStart(in bytes: [UInt8], before offset: Int, within limit: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n"),
      offset - start < limit || bytes[start] & 0xC0 == 0x80
    {
      start -= 1
    }
    return start
  }

  private static func lineEnd(in bytes: [UInt8], after offset: Int, within limit: Int) -> Int {
    let end = min(bytes.count, offset + limit)
    return bytes[offset..<end].firstIndex { [0x0A, 0x0D].contains($0) } ?? end
  }

  /// Returns the grapheme clusters of a part of the text, with secrets masked.
  private static func clusters(
    _ bytes: [UInt8], _ range: Range<Int>, _ secrets: [Range<Int>]
  ) -> [TerminalText.Cluster] {
    var shown: [UInt8] = []
    var at = range.lowerBound
    for secret in secrets.overlapping(range) {
      shown += bytes[at..<max(at, secret.lowerBound)]
      shown += Array(JSONText.string(SecretStyle.mask).utf8)
      at = min(secret.upperBound, range.upperBound)
    }
    shown += bytes[at..<range.upperBound]
    let spaced = shown.map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
    return TerminalText(String(decoding: spaced, as: UTF8.self)).clusters
  }

  private static func first(
    _ clusters: [TerminalText.Cluster], fitting room: Int
  ) -> ArraySlice<TerminalText.Cluster> {
    var width = 0
    let end = clusters.firstIndex { cluster in
      width += cluster.width
      return width > room
    }
    return clusters[..<(end ?? clusters.endIndex)]
  }

  private static func last(
    _ clusters: [TerminalText.Cluster], fitting room: Int
  ) -> ArraySlice<TerminalText.Cluster> {
    clusters.suffix(first(clusters.reversed(), fitting: room).count)
  }

  private static func text(_ clusters: ArraySlice<TerminalText.Cluster>) -> String {
    String(String.UnicodeScalarView(clusters.flatMap(\.cell.scalars)))
  }
}
