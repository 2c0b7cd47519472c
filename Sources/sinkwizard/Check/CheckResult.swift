import SchemaImport
import SinkSpec
import Wizard

/// The result of validating one payload.
struct CheckResult {
  /// The file name as given; `-` is standard input.
  let file: String
  let bytes: [UInt8]
  /// The issues in file order.
  let issues: [Issue]
  let isValid: Bool
  /// The payload if it is valid JSON.
  let document: JSONDocument?
  /// The reason that the file could not be read, phrased to follow the file name.
  let problem: String?

  /// Reads and validates a payload.
  ///
  /// - Parameters:
  ///   - file: The file name; `-` is standard input.
  ///   - account: The account of the sink, if known.
  ///   - isStrict: Whether warnings make a payload invalid.
  ///   - ignoredRules: The rules whose issues are left out.
  init(
    on file: String, account: String?, isStrict: Bool, ignoring ignoredRules: Set<String> = []
  ) {
    self.file = file
    switch Payload.bytes(of: file, limit: Self.limit, reportingTo: { _, _ in }) {
    case .failure(let reason):
      bytes = []
      issues = []
      document = nil
      isValid = false
      if case .failed(let sentence) = reason { problem = sentence } else { problem = nil }
    case .success(let contents):
      bytes = FileEncoding.withoutByteOrderMark(contents)
      let hasMark = bytes.count < contents.count
      problem = nil
      let found = Self.validate(bytes, account)
      document = found.document
      let all = (hasMark ? [Self.byteOrderMark] : []) + found.issues
      issues = ignoredRules.isEmpty ? all : all.filter { !ignoredRules.contains($0.rule) }
      let least: Severity = isStrict ? .warning : .error
      isValid = issues.allSatisfy { $0.severity < least }
    }
  }

  /// Returns whether to hide the source around an offset: malformed JSON may contain secrets
  /// anywhere.
  func isSecretNear(_ offset: Int, _ secrets: [Range<Int>]) -> Bool {
    document == nil
      && secrets.overlapping(max(0, offset - 400)..<offset + 400).contains { _ in true }
  }

  /// The maximum size of a payload in bytes: 256 MiB, which may take ten times as much memory.
  static let limit = 256 << 20

  private static let byteOrderMark = Issue(
    severity: .warning, pointer: .root, rule: "byte-order-mark",
    message: "the file starts with a byte order mark, which the API may reject; save it without")

  private static func validate(
    _ bytes: [UInt8], _ account: String?
  ) -> (document: JSONDocument?, issues: [Issue]) {
    do throws(JSONSyntaxError) {
      let document = try JSONDocument(parsing: bytes)
      return (document, Validator.issues(of: document, account: account))
    } catch {
      return (nil, [Issue(error)])
    }
  }
}

/// An output format for results.
protocol CheckReport {
  /// The text before the first payload.
  var beginning: String { get }
  /// The text after the last payload.
  var end: String { get }
  /// Prints the result for one payload.
  mutating func write(_ result: CheckResult, to output: inout BufferedOutput)
}
