import Testing

@testable import SinkSpec

/// Tests that the names of rules are stable and unique, because scripts depend on them.
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
        account-id-differs observed note: the same as the account in the URL
        account-id-empty reference error: not empty
        account-id-shape documentation warning: 32 digits 0–9 and a–f
        bucket-name wrangler warning: 3–63 characters, a–z 0–9 and hyphens, beginning and ending with a letter or digit
        catalog-format wrangler warning: parquet for a Data Catalog sink
        config-missing documentation warning: is missing; the sink would have nowhere to write
        field-name-control observed warning: no control characters
        field-name-duplicate observed warning: sibling names are unique
        field-name-missing documentation warning: every field of a struct or schema has a name
        field-name-reserved observed warning: not __ingest_ts, which the Data Catalog adds itself
        field-name-similar observed warning: sibling names differ in more than case or normalization
        file-name-shape observed note: no slash and no special characters
        format-missing documentation warning: is missing; the service's default is undocumented
        jurisdiction-known documentation warning: eu, us, fedramp or fedramp-high
        length reference error: 1 to 128 characters
        literal-reference observed note: no ${NAME}, which is replaced in secrets only
        namespace-characters observed note: levels of letters, digits and underscores, separated by dots, at most 128 characters each
        not-empty wrangler warning: not empty
        object-key-length documentation warning: an object key of at most 1,024 bytes
        path-shape observed note: folders separated by single slashes, without special characters
        roll-idle-pointless observed note: less than interval_seconds (default 300)
        roll-interval-catalog wrangler warning: at least 60 for a Data Catalog sink
        roll-interval-r2 documentation warning: at least 10 for an r2 sink
        roll-size-small wrangler warning: at least 5 MiB (5242880), as wrangler's setup requires
        roll-size-zero observed note: not 0
        row-group-zero observed note: not 0
        schema-format-differs observed note: the same as /format
        secret-reference observed warning: ${NAME} with a name of letters, digits and underscores
        secret-template observed note: without {{ NAME }}
        sink-name-characters wrangler warning: letters, digits and underscores
        sink-name-sql observed note: not beginning with a digit, not an SQL keyword
        struct-empty observed note: at least one field
        suffix-dot observed note: no leading dot
        surrounding-space observed note: no space at its beginning or end
        table-name-characters observed note: letters, digits and underscores, not beginning with a digit, at most 128 characters
        time-pattern-constant observed note: at least one time specifier
        time-pattern-empty observed note: not empty
        time-pattern-encoded observed note: no text that is percent-encoded in the key
        time-pattern-label observed note: a specifier that fits the label before it, as in hour=%H
        time-pattern-letters observed note: no names of months or days, which do not sort by time
        time-pattern-space observed note: no specifier that adds spaces
        time-pattern-specifier documentation warning: only chrono strftime specifiers
        time-pattern-zone observed note: no time zone specifier: times are in UTC
        unstructured-columns observed note: only one column, "value" of type json, when the format is unstructured
        """)
  }

  @Test func `rule names are unique`() {
    let names = Self.all.compactMap { $0.split(separator: " ").first }
    #expect(Set(names).count == names.count)
    // No other rule may have the name of one of the validator's own rules.
    let own = Set(ListedRule.ofAnyValue.map { Substring($0.name) })
    #expect(
      own == [
        "type", "required", "choice", "minimum", "maximum", "unknown-member", "duplicate-member",
        "json-syntax", "lone-surrogate", "byte-order-mark", "newer-than-reference",
        "removed-from-reference",
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
