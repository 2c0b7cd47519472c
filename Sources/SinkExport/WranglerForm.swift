import SinkSpec

/// The request as a `wrangler pipelines sinks create` command for wrangler 4.125.
///
/// Wrangler has options for only some parameters, and adds defaults of its own; comments list both.
struct WranglerForm {
  private let export: Export
  private let value: ExportValue
  private var words: [String] = []
  private var comments: [String] = []

  init(_ export: Export) {
    self.export = export
    value = export.value
    guard case .object = value else { return }
    visit(ExportValue.Element(name: "", pointer: .root, value: value))
    addNamespace()
    comments += newerOptions + additions
  }

  var text: String {
    guard case .object = value else {
      return "# The payload is not an object, so wrangler cannot send it.\n"
    }
    var settings: [String] = []
    if let account = export.account {
      settings.append("\(Export.accountVariable)=\(ShellText.word(account))")
    }
    if export.base != .standard {
      settings.append("CLOUDFLARE_API_BASE_URL=\(ShellText.word(export.base.text))")
    }
    var name: [String] = []
    if case .string(let text)? = value["name"], Self.isWord(text) { name = [ShellText.word(text)] }
    let command = settings + ["npx wrangler pipelines sinks create"] + name
    return ShellText.script(
      comments.map { "# \($0)" }
        + [([command.joined(separator: " ")] + words).joined(separator: " \\\n  ")])
  }

  // MARK: Parameters

  private mutating func visit(_ element: ExportValue.Element) {
    if let option = WranglerOption.of(element.pointer) {
      set(element, as: option)
      return
    }
    let isSection = WranglerOption.sections.contains(element.pointer)
    if isSection, case .object(let members) = element.value {
      members.forEach { visit($0) }
    } else if element.pointer == "/name" {
      setName(element)
    } else if element.pointer == "/config/account_id" {
      omit(element, "wrangler never sends it; the API uses the account in the URL")
    } else {
      omit(element, "no wrangler option")
    }
  }

  private mutating func omit(_ element: ExportValue.Element, _ reason: String) {
    comments.append("omitted \(element.escapedPointer) (\(reason)): \(element.value.line)")
  }

  /// Whether a name can be passed as a positional argument.
  private static func isWord(_ name: String) -> Bool {
    !name.hasPrefix("-") && !name.unicodeScalars.contains("\0")
  }

  private mutating func setName(_ element: ExportValue.Element) {
    guard case .string(let text) = element.value else {
      omit(element, "must be a string")
      return
    }
    guard Self.isWord(text) else {
      omit(element, "cannot be passed as an argument")
      return
    }
    let isAccepted = text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if !isAccepted || text.isEmpty {
      comments.append("/name: wrangler accepts only letters, digits and underscores")
    }
  }

  private mutating func set(_ element: ExportValue.Element, as option: WranglerOption) {
    guard applies(option) else {
      omit(element, "wrangler does not send it for this type")
      return
    }
    switch (option.kind, element.value) {
    case (.type, .string(let type)):
      // Wrangler spells types with hyphens.
      let isKnown = SinkType.catalogs.contains(type)
      add(option, ShellText.word(isKnown ? type.replacing("_", with: "-") : type))
    case (.text, .string(let text)):
      if let reason = Self.obstacle(text) {
        omit(element, reason)
      } else {
        add(option, ShellText.word(text))
      }
    case (.secret, .environment(let variable)):
      comments.append("\(element.escapedPointer): visible in the process list while wrangler runs")
      add(option, "\"${\(variable):?}\"")
    case (.secret, .string(let text)) where Self.obstacle(text) == nil:
      comments.append("\(element.escapedPointer): visible in the process list while wrangler runs")
      add(option, ShellText.word(text))
    case (.secret, _):
      comments.append("omitted \(element.escapedPointer): cannot be passed as an option")
    case (.megabytes, .number(let digits)):
      guard let number = UInt64(digits), (1...Self.exactLimit).contains(number) else {
        omit(element, "wrangler sends only 1 to \(Self.exactLimit)")
        return
      }
      add(option, Self.megabytes(number))
    case (.wholeMegabytes, .number(let digits)):
      guard let number = UInt64(digits), number.isMultiple(of: 1 << 20), number <= Self.exactLimit
      else {
        omit(element, "wrangler sends only whole MiB")
        return
      }
      add(option, Self.megabytes(number))
    case (.seconds, .number(let digits)):
      guard let number = UInt64(digits), number > 0, number <= Self.exactLimit else {
        omit(element, "wrangler sends only 1 to \(Self.exactLimit)")
        return
      }
      add(option, digits)
    default: omit(element, "wrong JSON type")
    }
  }

  /// Converts a number of bytes to MiB, as an exact decimal that wrangler converts back.
  private static func megabytes(_ bytes: UInt64) -> String {
    let mask: UInt64 = 1 << 20 - 1
    var rest = bytes & mask
    var digits = ""
    while rest > 0 {
      rest *= 10
      digits += String(rest >> 20)
      rest &= mask
    }
    return String(bytes >> 20) + (digits.isEmpty ? "" : "." + digits)
  }

  private mutating func add(_ option: WranglerOption, _ word: String) {
    words.append("\(option.name)=\(word)")
  }

  private func applies(_ option: WranglerOption) -> Bool {
    switch option.applies {
    case .always: true
    case .sinkTypes(let types): text(at: ["type"]).map(types.contains) == true
    case .ownTypes(let types): types.contains(text(at: ["format", "type"]) ?? "parquet")
    }
  }

  private func text(at names: [String]) -> String? {
    let value = names.reduce(value as ExportValue?) { $0?[$1] }
    return if case .string(let text)? = value { text } else { nil }
  }

  /// The largest integer that a double represents exactly; wrangler's numbers are doubles.
  private static let exactLimit: UInt64 = 1 << 53

  /// Returns the reason an option cannot hold the text, or `nil` if it can.
  private static func obstacle(_ text: String) -> String? {
    if text.isEmpty { return "wrangler does not send empty text" }
    if text.unicodeScalars.contains("\0") { return "an argument cannot contain NUL" }
    if text.utf8.count > 1, let first = text.utf8.first, first == text.utf8.last,
      "'\"".utf8.contains(first)
    {
      return "wrangler strips the enclosing quotes"
    }
    return nil
  }

  // MARK: Wrangler's own defaults

  private var additions: [String] {
    var additions: [String] = []
    func has(_ option: String) -> Bool { words.contains { $0.hasPrefix(option + "=") } }
    if value["format"]?["type"] == nil {
      additions.append("/format/type: wrangler sends parquet")
    }
    if (text(at: ["format", "type"]) ?? "parquet") == "parquet", !has("--compression") {
      additions.append("/format/compression: wrangler sends zstd")
    }
    if !has("--roll-interval") {
      additions.append("/config/rolling_policy/interval_seconds: wrangler sends 300")
    }
    switch text(at: ["type"]) {
    case SinkType.r2 where !(has("--access-key-id") && has("--secret-access-key")):
      additions.append("/config/credentials: wrangler creates a key in a browser session")
    case let type? where SinkType.catalogs.contains(type) && !has("--namespace"):
      additions.append("/config/namespace: required by wrangler")
    default: break
    }
    return additions
  }

  /// Adds the service's default namespace, which wrangler requires and the API does not.
  private mutating func addNamespace() {
    guard let type = text(at: ["type"]), SinkType.catalogs.contains(type),
      value["config"]?["namespace"] == nil
    else { return }
    let table = words.firstIndex { $0.hasPrefix("--table=") }
    words.insert("--namespace=default", at: table.map { $0 + 1 } ?? words.count)
    comments.append("/config/namespace: wrangler requires it; default is the API's default")
  }

  /// Comments about values that this version of wrangler does not support.
  private var newerOptions: [String] {
    var comments: [String] = []
    if text(at: ["type"]) == SinkType.basinCatalog {
      comments.append("/type: basin-catalog needs a wrangler newer than 4.125")
    }
    if text(at: ["format", "type"]) == "json", value["format"]?["compression"] != nil {
      comments.append("/format/compression: for json it needs wrangler 4.129 or newer")
    }
    return comments
  }
}
