extension Rules {
  static let timePattern = [
    timePatternRule(
      "time-pattern-specifier", .documentation, "only chrono strftime specifiers"),
    timePatternRule("time-pattern-zone", .observed, "no time zone specifier: times are in UTC"),
    timePatternRule("time-pattern-space", .observed, "no specifier that adds spaces"),
    Rule("time-pattern-constant", .observed, "at least one time specifier") { input in
      !input.text.isEmpty && !input.text.contains("%")
        ? Finding(
          "has no specifier such as %Y: all files go to the same folder", reportsWhileTyping: false)
        : nil
    },
    Rule("time-pattern-empty", .observed, "not empty") { input in
      input.text.isEmpty
        ? Finding("must not be empty; omit it for the default", reportsWhileTyping: false) : nil
    },
  ]

  private static func timePatternRule(
    _ name: String, _ source: RuleSource, _ summary: String
  ) -> Rule {
    Rule(name, source, summary) { input in
      TimePattern(input.text).findings.first { $0.rule == name }
        .map { Finding($0.message, reportsWhileTyping: $0.reportsWhileTyping) }
    }
  }
}
