import SinkSpec
import Testing

/// Tests references to environment variables, and the display of secrets.
struct SecretReferenceTests {
  @Test(
    arguments: [
      ("${A}", "A"), ("${R2_ACCESS_KEY_ID}", "R2_ACCESS_KEY_ID"), ("${_}", "_"),
      ("${a1_b}", "a1_b"),
      ("${_1}", "_1"),
      ("", nil), ("$", nil), ("${", nil), ("${}", nil), ("$}", nil), ("A", nil), ("$A", nil),
      ("{A}", nil), ("${A", nil), ("$A}", nil), ("${1A}", nil), ("${A-B}", nil), ("${A B}", nil),
      ("${ A }", nil), (" ${A}", nil), ("${A} ", nil), ("${A}\n", nil), ("x${A}", nil),
      ("${A}x", nil), ("${A}${B}", nil), ("$${A}", nil), ("${${A}}", nil), ("${Ä}", nil),
      ("${A\u{301}}", nil), ("${A}\u{301}", nil), ("${٣}", nil), ("${A:-b}", nil), ("{{ A }}", nil),
    ] as [(String, String?)])
  func `parses references`(text: String, name: String?) {
    #expect(SecretReference(text)?.name == name)
  }

  @Test(arguments: [
    ("s3cret", #""s3cret""#, #""${REF}""#, #""••••••••""#),
    ("a\"b\\c\n", #""a\"b\\c\n""#, #""${REF}""#, #""••••••••""#),
    // References are not secrets and are written unchanged.
    ("${MINE}", #""${MINE}""#, #""${MINE}""#, #""${MINE}""#),
    // Text that only resembles a reference is a secret.
    ("${MINE}x", #""${MINE}x""#, #""${REF}""#, #""••••••••""#),
    ("", #""""#, #""${REF}""#, #""••••••••""#),
  ])
  func `writes secrets in each style`(
    secret: String, shown: String, referenced: String, masked: String
  ) {
    #expect(SecretStyle.shown.literal(secret, defaultReference: "${REF}") == shown)
    #expect(SecretStyle.referenced.literal(secret, defaultReference: "${REF}") == referenced)
    #expect(SecretStyle.masked.literal(secret, defaultReference: "${REF}") == masked)
  }

  @Test func `has a default for each secret`() {
    let secrets = SinkDescription.all().filter(\.isSecret)
    #expect(
      secrets.map { "\($0.pointer) \($0.defaultReference ?? "")" } == [
        "/config/token ${R2_CATALOG_TOKEN}",
        "/config/credentials/access_key_id ${R2_ACCESS_KEY_ID}",
        "/config/credentials/secret_access_key ${R2_SECRET_ACCESS_KEY}",
      ])
    for secret in secrets {
      #expect(SecretReference(secret.defaultReference ?? "") != nil)
      #expect(secret.example == secret.defaultReference)
    }
    #expect(SinkDescription.account.defaultReference == nil)
  }
}
