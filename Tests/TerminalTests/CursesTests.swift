import Testing

/// Everything that opens a screen: there is one per process, so these take turns.
@Suite(.serialized, .timeLimit(.minutes(2))) enum CursesTests {}
