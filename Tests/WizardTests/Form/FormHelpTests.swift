import SinkSpec
import Testing

@testable import Wizard

/// Tests the help of the form: its first line, and the description's help.
struct FormHelpTests {
  @Test(
    arguments: [
      (
        "/config/rolling_policy/file_size_bytes",
        "Closes a file at this size in bytes: 104857600, 100 MiB or 1.5g."
      ),
      (
        "/config/rolling_policy/interval_seconds",
        "Closes a file this many seconds after it was opened: 300, 5m or 1h30m."
      ),
      (
        "/format/row_group_bytes",
        "Closes a Parquet row group at this size in bytes: 104857600, 100 MiB or 1.5g."
      ),
    ] as [(Pointer, String)])
  func `describes valid input in its first line`(pointer: Pointer, sentence: String) throws {
    let parameter = try #require(SinkDescription.parameter(at: pointer))
    #expect(parameter.formHelp.hasPrefix(sentence))
    #expect(sentence.count <= 78)
  }

  @Test func `names the source of the bucket's account`() throws {
    let parameter = try #require(SinkDescription.parameter(at: "/config/account_id"))
    #expect(parameter.formHelp.hasSuffix("It follows the account of step 1 until edited."))
  }

  @Test(arguments: ["/name", "/config/token", "/format/unstructured"] as [Pointer])
  func `shows the description's help for values sent as typed`(pointer: Pointer) throws {
    let parameter = try #require(SinkDescription.parameter(at: pointer))
    #expect(parameter.formHelp == parameter.help)
  }
}
