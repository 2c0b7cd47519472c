import Testing

/// Tests of the program in a real terminal with real keys; serialized, because timing matters.
@Suite(.serialized) enum EndToEnd {}
