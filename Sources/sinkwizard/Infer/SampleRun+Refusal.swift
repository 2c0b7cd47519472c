import SchemaImport
import SchemaInference

extension SampleRun.Result {
  /// The reason that the input is not a sample of events, phrased to follow its name; nil if it may
  /// be one.
  var refusal: String? {
    // Data in another format contains no events at all.
    guard inference.events > 0 else {
      guard case .unusable(let sentence) = FileKind(of: beginning.bytes) else { return nil }
      return sentence
    }
    guard inference.events == 1, beginning.isWhole else { return refusalOfList }
    let kind = FileKind(of: beginning.bytes)
    if let title = kind.titleOfOther { return Self.advice(title) }
    guard case .unusable(let sentence) = kind else { return nil }
    return "\(sentence); to read it as an event, add --at ''"
  }

  /// A list of fields or of Avro types looks like a list of events.
  private var refusalOfList: String? {
    guard beginning.isWhole, beginning.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") else {
      return nil
    }
    return FileKind(of: beginning.bytes).titleOfOther.map(Self.advice)
  }

  private static func advice(_ title: String) -> String {
    "is \(title), not sample events; import it: sinkwizard --from FILE, Alt-I, or /import in line "
      + "mode (to read it as events, add --at '')"
  }

  /// The reason for the lack of columns in an input with events, phrased to follow the input's name.
  static let noColumns = "has only events without members, so there is no schema"
}
