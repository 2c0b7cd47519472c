extension Rules {
  static let timePattern = [
    timePatternRule(
      "time-pattern-specifier", .documentation, "only chrono strftime specifiers"),
    timePatternRule("time-pattern-zone", .observed, "no time zone specifier: times are in UTC"),
    timePatternRule("time-pattern-space", .observed, "no specifier that adds spaces"),
    timePatternRule(
      "time-pattern-label", .observed, "a specifier that fits the label before it, as in hour=%H"),
    timePatternRule(
      "time-pattern-letters", .observed, "no names of months or days, which do not sort by time"),
    Rule(
      "time-pattern-encoded", .observed, "no text that is percent-encoded in the key"
    ) { input in
      // Line breaks and tabs may come from a specifier, which has a rule of its own.
      let literals = TimePattern(input.text).literals.filter { $0 != "\n" && $0 != "\t" }
      if let finding = literals.lazy.compactMap(Rules.encodedCharacter).first { return finding }
      let folders = input.text.utf8.split(
        separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      let dots = folders.indices.first {
        folders[$0].elementsEqual(".".utf8) || folders[$0].elementsEqual("..".utf8)
      }
      return dots.map {
        Finding(
          "\".\" and \"..\" become %2E and %2E%2E in the key",
          reportsWhileTyping: $0 < folders.count - 1)
      }
    },
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
