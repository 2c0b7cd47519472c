extension Rules {
  static let timePattern = [
    timePatternRule(
      "time-pattern-specifier", .documentation, "only specifiers that chrono's strftime knows"),
    timePatternRule("time-pattern-zone", .observed, "no time zone: the time is UTC without one"),
    timePatternRule("time-pattern-space", .observed, "no specifier that writes spaces"),
    Rule("time-pattern-constant", .observed, "at least one time specifier") { input in
      !input.text.isEmpty && !input.text.contains("%")
        ? Finding(
          "has no specifier such as %Y: all files get the same folder", reportsWhileTyping: false)
        : nil
    },
    Rule("time-pattern-empty", .observed, "not empty") { input in
      input.text.isEmpty
        ? Finding("empty text has no known meaning; leave it out", reportsWhileTyping: false) : nil
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
