import CloudflareAPI
import SinkSpec
import Testing

struct ErrorLocationTests {
  @Test(arguments: [
    ("/config/bucket", "/config/bucket"), ("#/config/bucket", "/config/bucket"),
    ("/body/config/bucket", "/config/bucket"), ("config.bucket", "/config/bucket"),
    ("body.config.rolling_policy.interval_seconds", "/config/rolling_policy/interval_seconds"),
    ("/config/nothing", "/config"), ("schema.fields[2].name", "/schema/fields/2/name"),
    ("/schema/fields/2/fields/0/type", "/schema/fields/2/fields/0/type"),
    ("/result/x", nil), ("", nil), ("/account_id", nil),
  ])
  func `finds the parameter by pointer`(_ source: String, _ pointer: String?) {
    #expect(APIError(message: "", source: source).pointer?.text == pointer)
  }

  @Test(arguments: [
    ("interval_seconds must be at least 10", "/config/rolling_policy/interval_seconds"),
    ("missing field `table_name` at line 3", "/config/table_name"),
    ("the 'name' is bad", "/name"), ("invalid \"type\"", "/type"),
    ("Bad value in config.file_naming.strategy.", "/config/file_naming/strategy"),
    ("at /format/compression: no", "/format/compression"),
    ("The bucket is not there", "/config/bucket"),
    ("Authentication error: check the token and name", nil), ("see developers.cloudflare.com", nil),
    ("Internal Server Error", nil), ("account_id differs", "/config/account_id"),
  ])
  func `finds the parameter by a name in the message`(_ message: String, _ pointer: String?) {
    #expect(APIError(message: message).pointer?.text == pointer)
  }

  @Test(arguments: [
    (1003, "/name"), (10006, "/config/bucket"), (40401, "/config/bucket"), (7, nil),
  ])
  func `finds the parameter by error code`(_ code: Int, _ pointer: String?) {
    #expect(APIError(code: code, message: "no").pointer?.text == pointer)
  }
}
