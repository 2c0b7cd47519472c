import Testing

/// Tests that open a screen.
///
/// They run serially, because there is one screen per process.
@Suite(.serialized, .timeLimit(.minutes(2))) enum CursesTests {}
