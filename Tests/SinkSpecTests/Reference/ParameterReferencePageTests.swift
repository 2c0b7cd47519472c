import TestSupport
import Testing

@testable import SinkSpec

/// Tests the pages about parameters and rules, which are generated from the description.
@Suite struct ParameterReferencePageTests {
  @Test func `the parameter page is current`() throws {
    #expect(try parameterPage.isCurrent, "renew it: \(ReferencePage.renewal)")
  }

  @Test func `the rule page is current`() throws {
    #expect(try rulePage.isCurrent, "renew it: \(ReferencePage.renewal)")
  }

  @Test func `the parameter table has one row of five cells per parameter`() {
    let rows = parameterTable.split(separator: "\n")
    #expect(rows.count == 2 + FieldReference.entries.count)
    for row in rows {
      #expect(row.replacing("\\|", with: "").filter { $0 == "|" }.count == 6, "\(row)")
    }
  }

  // MARK: Parameters

  private var parameterPage: ReferencePage {
    ReferencePage(
      name: "parameters", title: "Parameters", source: "the description of the request",
      body: """
        `sinkwizard fields` prints the same with values, bounds, examples and rules. A pointer with
        `*` is a column of the schema; columns inside structs and lists have the same members.
        Phrases such as "only for r2" refer to the sink's type, or to the `type` next to the
        parameter.

        \(parameterTable)
        """)
  }

  private var parameterTable: String {
    ReferencePage.head(["Parameter", "Value", "When", "Default", "Meaning"])
      + FieldReference.entries.map { row(of: $0.parameter) }.joined()
  }

  private func row(of parameter: Parameter) -> String {
    ReferencePage.row([
      "`\(parameter.pointer)`", value(of: parameter), parameter.presenceWords,
      ReferencePage.escaped(parameter.isRequired ? "" : parameter.whenOmitted),
      ReferencePage.escaped(firstSentence(of: parameter.help)),
    ])
  }

  private func value(of parameter: Parameter) -> String {
    if !parameter.choices.isEmpty {
      return parameter.choices.map { "`\($0.value)`" + ($0.newer == nil ? "" : " (newer)") }
        .joined(separator: " ")
    }
    return parameter.bounds.map { "\(parameter.kindWords), from \($0.lowerBound)" }
      ?? parameter.kindWords
  }

  private func firstSentence(of help: String) -> String {
    help.split(separator: ". ").first.map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
      ?? ""
  }

  // MARK: Rules

  private var rulePage: ReferencePage {
    ReferencePage(
      name: "rules", title: "Rules", source: "the description of the request",
      body: """
        `check` prints the name of a rule in brackets at the end of each line; names are stable.
        Errors break rules of the API reference, warnings are advice from Cloudflare's tools or
        documentation, and notes come from user reports or the engine's code. Only errors block a
        request.

        ## Rules for any value

        \(table(of: ListedRule.ofAnyValue.map { ($0, nil) }))
        ## Rules for one parameter

        \(table(of: parameterRules))
        """)
  }

  private var parameterRules: [(rule: ListedRule, parameter: Parameter?)] {
    FieldReference.entries.flatMap { entry in
      entry.parameter.listedRules.map { (rule: $0, parameter: entry.parameter) }
    }
  }

  private func table(of rules: [(rule: ListedRule, parameter: Parameter?)]) -> String {
    let namesParameter = rules.contains { $0.parameter != nil }
    return ReferencePage.head(
      (namesParameter ? ["Parameter"] : []) + ["Rule", "Severity", "Expected"])
      + rules.map { rule, parameter in
        ReferencePage.row(
          (parameter.map { ["`\($0.pointer)`"] } ?? [])
            + ["`\(rule.name)`", rule.severity.rawValue, ReferencePage.escaped(rule.summary)])
      }.joined()
  }
}
