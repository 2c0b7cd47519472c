extension Rules {
  static let timePattern = [
    timePatternRule(
      "time-pattern-specifier", .documented, "only specifiers that chrono's strftime knows"),
    timePatternRule("time-pattern-zone", .guess, "no time zone: the time is UTC without one"),
    timePatternRule("time-pattern-space", .guess, "no specifier that writes spaces"),
    Rule("time-pattern-constant", .guess, "at least one time specifier") { input in
      !input.text.isEmpty && !input.text.contains("%")
        ? Finding("has no specifier such as %Y: all files get the same folder", isFinal: false)
        : nil
    },
    Rule("time-pattern-empty", .guess, "not empty") { input in
      input.text.isEmpty
        ? Finding("empty text has no known meaning; leave it out", isFinal: false) : nil
    },
  ]

  private static func timePatternRule(
    _ name: String, _ ruleClass: RuleClass, _ summary: String
  ) -> Rule {
    Rule(name, ruleClass, summary) { input in
      TimePattern(input.text).findings.first { $0.rule == name }
        .map { Finding($0.message, isFinal: $0.isFinal) }
    }
  }
}
