import CloudflareAPI
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests the summary, the checklist and the buttons of the review.
@Suite struct ReviewContentTests {
  private static func driver(
    _ keys: String, target: SubmissionTarget = .available("api.example"),
    environment: Set<String> = ["R2_ACCESS_KEY_ID"]
  ) -> Driver {
    var driver = Driver(rows: 40, columns: 120, environment: environment, target: target)
    driver.type(keys + "<A-5>")
    return driver
  }

  private static let filled = """
    my_sink</config/bucket>logs</config/path>raw</config/credentials/access_key_id><Right>\
    </config/credentials/secret_access_key><Right>\
    </config/rolling_policy/file_size_bytes>100MiB
    """

  @Test func `summarizes the sink in plain sentences`() {
    #expect(
      Self.driver(Self.filled).wizard.summary == """
        Parquet (zstd) files in logs/raw, a folder per day. A new file at 100 MiB or after 5m. \
        Secrets from $R2_ACCESS_KEY_ID and $R2_SECRET_ACCESS_KEY.
        """)
  }

  @Test(arguments: [
    ("%Y", "a folder per year"), ("%Y/%m", "a folder per month"), ("%H", "a folder per hour"),
    ("%Y/%M", "a folder per minute"), ("raw", "all in one folder"),
  ])
  func `names the unit of the folders`(pattern: String, words: String) {
    let driver = Self.driver("</config/partitioning/time_pattern>\(pattern)")
    #expect(driver.wizard.summary.contains(words), "\(driver.wizard.summary)")
  }

  @Test func `checks what can be known without the network`() {
    let driver = Self.driver(Self.filled)
    let lines = driver.wizard.checklist.map { "\($0.status.sign) \($0.subject): \($0.text)" }
    #expect(
      lines == [
        "? credentials: for api.example", "? account: \(Driver.account)", "? name: my_sink",
        "? bucket: logs", "✓ $R2_ACCESS_KEY_ID: set here",
        "✗ $R2_SECRET_ACCESS_KEY: not set here",
        "? bucket and keys: not checked: whether they exist and match",
      ])
    #expect(driver.screen.contains("needs: $R2_SECRET_ACCESS_KEY"))
    let missing = Self.driver("", target: .unavailable("no credentials"))
    #expect(missing.wizard.checklist.first?.status == .failed)
    #expect(missing.wizard.checklist.contains { $0.subject == "bucket" && $0.text == "missing" })
  }

  @Test(arguments: [SubmissionTarget.none, .unavailable("--offline allows no requests")])
  func `shows what is unverified if nothing can be sent`(_ target: SubmissionTarget) {
    let lines = Self.driver(Self.filled, target: target).wizard.checklist
    #expect(lines.last?.text == "not checked: whether they exist and match")
    for subject in ["account", "name", "bucket"] {
      #expect(lines.first { $0.subject == subject }?.status == .unknown)
    }
  }

  @Test func `leads from a variable that is not set to its secret`() {
    var driver = Self.driver(Self.filled)
    #expect(driver.wizard.item == .action(.submit))
    driver.type("<Up>")
    #expect(driver.wizard.item == .check(.environment))
    #expect(driver.screen.contains("Enter goes to its field"))
    driver.type("<Enter>")
    #expect(driver.wizard.item == .parameter("/config/credentials/secret_access_key"))
  }

  @Test func `names what the button needs, errors of columns counted`() throws {
    var driver = Self.driver("my_sink<A-4><Enter>a<Tab><Enter>")
    let needs = try #require(driver.wizard.submissionNeeds)
    #expect(needs.hasPrefix("needs: Bucket, Access key ID, Secret access key"), "\(needs)")
    while driver.wizard.item != .action(.submit) { driver.type("<Tab>") }
    #expect(driver.screen.contains(" needs: Bucket, Access key ID, Secret access key"))
  }

  @Test func `shows the created sink until the draft changes`() throws {
    var driver = Self.driver(
      Self.filled, environment: ["R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY"])
    driver.type("<Enter>y")
    let json = #"{"id": "abc1", "name": "my_sink", "type": "r2", "config": {"bucket": "logs"}}"#
    let document = try JSONDocument(parsing: Array(json.utf8))
    let sink = try #require(SinkRecord(document, at: .root))
    let request = UnconfirmedRequest(for: driver.wizard.draft, to: "", sentAt: driver.wizard.now)
    driver.send(.lookedUp([UnconfirmedLookup(request, .found(sink))]))
    driver.type("<Esc>")
    #expect(
      driver.screen.contains("[ Show sink ]") && driver.screen.contains("abc1"),
      "\(driver.screen)")
    #expect(driver.screen.contains("prints the created sink"))
    driver.type("<Enter>")
    #expect(driver.wizard.overlay is CreatedSinkReport)
    driver.type("<Esc></config/path>x<A-5>")
    #expect(driver.screen.contains("[ Create sink ]"))
  }
}
