import Testing

@testable import SinkSpec

/// The names of rules, which scripts depend on: each is stable and unique.
struct RuleNamesTests {
  /// Lists each rule as `name class severity: message`, sorted and without duplicates.
  private static var all: [String] {
    let parameters =
      [SinkDescription.account] + SinkDescription.all() + SchemaFieldDescription.members
    let rules = parameters.flatMap(\.rules)
      .map { "\($0.name) \($0.source) \($0.severity): \($0.summary)" }
    let lists = Rules.topFieldList
      .map { "\($0.name) \($0.source) \($0.severity): \($0.summary)" }
    let missingRules = parameters.compactMap(\.missingRule)
      .map { "\($0.rule) \($0.source) \($0.source.severity): \($0.message)" }
    return Set(rules + lists + missingRules).sorted()
  }

  @Test func `rule names are stable`() {
    #expect(
      Self.all.joined(separator: "\n") == """
        account-id-differs observed note: the same as the account of the URL
        account-id-empty reference error: not empty
        account-id-shape documented warning: 32 digits 0–9 and a–f
        bucket-name client warning: 3–63 characters, a–z 0–9 and hyphens, beginning and ending with a letter or digit
        catalog-format client warning: parquet for a Data Catalog sink
        config-missing documented warning: is missing; the sink would have nowhere to write
        field-name-duplicate guess warning: names beside one another are unique
        field-name-missing guess warning: every field beside others has a name
        field-name-reserved documented warning: not __ingest_ts, which the Data Catalog adds itself
        file-name-shape guess note: no slash, without odd characters
        format-missing documented warning: is missing; the service's default is undocumented
        jurisdiction-known documented warning: eu, us, fedramp or fedramp-high
        length reference error: 1 to 128 characters
        namespace-characters guess note: levels of letters, digits and underscores, separated by dots, at most 128 characters each
        not-empty client warning: not empty
        object-key-length documented warning: an object key of at most 1,024 bytes
        path-shape guess note: folders separated by single slashes, without odd characters
        roll-idle-pointless guess note: less than interval_seconds (default 300)
        roll-interval-catalog client warning: at least 60 for a Data Catalog sink
        roll-interval-r2 documented warning: at least 10 for an r2 sink
        roll-size-small client warning: at least 5 MiB (5242880)
        roll-size-zero guess note: not 0
        schema-format-differs documented warning: the same as /format
        secret-reference guess note: ${NAME} with a name of letters, digits and underscores
        secret-template guess note: without {{ NAME }}
        sink-name-characters client warning: letters, digits and underscores
        sink-name-sql guess note: lower case, not beginning with a digit, not an SQL keyword
        suffix-dot guess note: no dot at its beginning
        table-name-characters guess note: letters, digits and underscores, not beginning with a digit, at most 128 characters
        time-pattern-constant guess note: at least one time specifier
        time-pattern-empty guess note: not empty
        time-pattern-space guess note: no specifier that writes spaces
        time-pattern-specifier documented warning: only specifiers that chrono's strftime knows
        time-pattern-zone guess note: no time zone: the time is UTC without one
        unstructured-columns guess note: only one column, "value" of type json, when the format is unstructured
        """)
  }

  @Test func `rule names are unique`() {
    let names = Self.all.compactMap { $0.split(separator: " ").first }
    #expect(Set(names).count == names.count)
    // The validator's own rules must not share their names.
    let own = Set(ListedRule.ofAnyValue.map { Substring($0.name) })
    #expect(
      own == [
        "type", "required", "choice", "minimum", "maximum", "unknown-member", "duplicate-member",
        "json-syntax", "lone-surrogate",
      ])
    #expect(own.isDisjoint(with: names))
    #expect(names.allSatisfy { $0.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber } })
  }

  @Test(arguments: [
    (RuleSource.reference, Severity.error), (.wrangler, .warning), (.documentation, .warning),
    (.observed, .note),
  ])
  func `severity follows from the rule source`(source: RuleSource, severity: Severity) {
    #expect(source.severity == severity)
  }

  @Test func `severities are ordered`() {
    #expect(Severity.note < .warning)
    #expect(Severity.warning < .error)
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  }
}
