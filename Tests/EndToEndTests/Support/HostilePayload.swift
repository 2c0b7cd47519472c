import SinkSpec
import TestSupport

/// Random payloads whose strings try to break out of every export language.
struct HostilePayload {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let pieces = [
    "'", "\"", "\\", "\n", "\r", "\t", " ", "$(touch pwned)", "`touch pwned`", "; touch pwned;",
    "&& touch pwned", "${HOME}", "$HOME", "$$${x}", "%{ if x }", "%%{", "%s", "!", "!!", "#", "-",
    "--", "\\n", "\\u0000", "\0", "\u{1}", "\u{1B}[31m", "\u{7F}", "é", "e\u{301}", "日本",
    "👩‍👩‍👧", "\u{202E}", "\u{FEFF}", "\u{2028}", "EOF\n", "*", "~", "{a,b}", "'''", "\"\"\"", "a",
  ]

  /// Returns a string of 1 to 8 pieces.
  mutating func text() -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  /// Returns a string that an environment variable can hold, always with JSON escapes and shell
  /// syntax.
  mutating func environmentText() -> String {
    let text = text().unicodeScalars.filter { $0 != "\0" }
    return "'\"\\\n\t\u{1}$(touch pwned)`touch pwned`!é" + String(text) + "\n"
  }

  private mutating func string() -> PayloadTree { .literal(JSONText.string(text())) }

  /// Returns a payload that is valid except for its strings; for Terraform, with supported
  /// attributes only.
  mutating func payload(isForProvider: Bool = false) -> PayloadTree {
    let isCatalog = random.once(in: 3)
    var tree = PayloadTree.object([])
    func set(_ pointer: Pointer, _ value: PayloadTree) { tree = tree.setting(pointer, value) }
    set("/name", string())
    set("/type", .literal(isCatalog ? "\"r2_data_catalog\"" : "\"r2\""))
    set("/config/account_id", string())
    set("/config/bucket", string())
    if isCatalog {
      set("/config/token", .literal("\"${R2_CATALOG_TOKEN}\""))
      set("/config/table_name", string())
      set("/config/namespace", string())
    } else {
      set("/config/credentials/access_key_id", .literal("\"${R2_ACCESS_KEY_ID}\""))
      set("/config/credentials/secret_access_key", .literal("\"${R2_SECRET_ACCESS_KEY}\""))
      set("/config/file_naming/prefix", string())
      set("/config/partitioning/time_pattern", string())
      set("/config/path", string())
    }
    set("/config/rolling_policy/interval_seconds", .literal("300"))
    let size = isForProvider ? "9223372036854775807" : "18446744073709551615"
    set("/config/rolling_policy/file_size_bytes", .literal(size))
    set("/format/type", .literal("\"parquet\""))
    set("/format/row_group_bytes", .literal("134217728"))
    set("/schema/fields", .array([column("string"), column("timestamp")]))
    set("/schema/inferred", .literal("false"))
    guard !isForProvider else { return tree }
    set("/schema/fields/2", column("list").setting("/items/type", .literal("\"json\"")))
    set("/schema/fields/3", column("struct").setting("/fields", .array([column("bool")])))
    set("/schema/format/type", .literal("\"json\""))
    set("/format/none", .literal("null"))
    set("/config/unknown", .object([.init(name: text() + "1", value: string())]))
    set("/unknown", .array([string(), .literal("12345678901234567890123"), .literal("null")]))
    set("/deep", (0..<300).reduce(string()) { inner, _ in .array([inner]) })
    return tree.setting([text() + "2"], string())
  }

  private mutating func column(_ type: String) -> PayloadTree {
    .object([
      .init(name: "type", value: .literal("\"\(type)\"")), .init(name: "name", value: string()),
      .init(name: "required", value: .literal(random.once(in: 2) ? "true" : "false")),
    ])
  }
}
