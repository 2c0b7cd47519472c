import Testing

@testable import Wizard

/// Tests finding text, ignoring case.
struct NeedleTests {
  @Test(arguments: [
    ("", "", true), ("", "a", true), ("a", "", false), ("Bucket", "\"bucket\": 1", true),
    ("bucket", "BUCKET", true), ("aab", "aaab", true), ("abc", "ab", false), ("[", "{", false),
    ("@", "`", false), ("é", "CAFÉ", true), ("caf", "CAFÉ", true), ("e", "e\u{301}", false),
    ("ß", "strasse", false),
  ])
  func `finds text, ignoring case`(text: String, other: String, isFound: Bool) {
    #expect(Needle(text).occurs(in: other) == isFound)
  }
}
