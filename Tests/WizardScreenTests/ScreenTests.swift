import SinkSpec
import Testing
import WizardFlow

/// Keys in, the whole screen out.
@Suite struct ScreenTests {
  @Test func `the destination beside its request`() {
    var driver = Driver(rows: 32, columns: 110, environment: ["R2_ACCESS_KEY_ID"])
    driver.type("my_sink<C-n>analytics-events<Tab><Tab><Tab>events/raw<Tab><A-r><Tab>abc")
    driver.type("<Tab><Tab><Tab><Tab>year=%Y/month=%m<Tab>100MB<Tab>20m<S-Tab>")
    print("@@1\n" + driver.screen + "\n@@end")
  }

  @Test func `an error in its field at 80 by 24`() {
    var driver = Driver()
    driver.type("my-sink<Tab><Tab><BS><C-n>ab<Tab><Tab>mars<Tab><Tab>{{ X }}<C-p>")
    driver.type("<C-n><Tab><Tab><Tab><Tab><Tab><Tab><Tab>%Y/%Q<Tab>12 apples")
    print("@@2\n" + driver.screen + "\n@@end")
  }

  @Test func `the tree of columns`() {
    var driver = Driver()
    driver.type("<A-4><Enter>id<Tab>int6<Tab>y<Enter>at<Tab>t<Tab><Tab>s<Enter>tags<Tab>l<Enter>s")
    driver.type("<Enter>meta<Tab>stru<Enter>source<Enter>prio<Tab>int3<Enter><Enter>x<F6>")
    print("@@3\n" + driver.screen + "\n@@end")
  }

  @Test func `the review lists what is wrong`() {
    var driver = Driver()
    driver.type("2fast<Tab><Right><C-n>bucket<A-3><Left><A-5>")
    print("@@4\n" + driver.screen + "\n@@end")
  }

  @Test func `the smallest screen`() {
    var driver = Driver(rows: 16, columns: 60)
    driver.type("clicks<A-2>My Bucket<Tab>")
    print("@@5\n" + driver.screen + "\n@@end")
  }

  @Test func `a list of choices with a filter`() {
    var driver = Driver(rows: 20, columns: 70)
    driver.type("<A-3><Tab> z")
    print("@@6\n" + driver.screen + "\n@@end")
  }

  @Test func `a question mark outside a text is a call for help`() {
    var driver = Driver()
    driver.type("a?<Tab>?")
    #expect(driver.wizard.draft["/name"] == .text("a?"))
    #expect(driver.screen.contains("Help · Sink"))
    #expect(driver.screen.contains("an Iceberg table in the bucket's Data Catalog"))
  }

  @Test func `what was found in a file`() {
    var driver = Driver()
    driver.wizard.open(name: "sink.json", Array(Self.damaged.utf8))
    print("@@7\n" + driver.screen + "\n@@end")
    driver.type("<Enter><A-2>")
    print("@@8\n" + driver.screen + "\n@@end")
  }

  static let damaged = """
    {
      "name": "events",
      "type": "r2",
      "config": {
        "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
        "bukcet": "analytics",
        "credentials": {"access_key_id": "${A}", "secret_access_key": 7},
        "rolling_policy": {"interval_seconds": "300"},
        "file_naming": []
      },
      "format": {"type": "parquet"}
    }
    """
}
