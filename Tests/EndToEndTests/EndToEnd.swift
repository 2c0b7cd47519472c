import Testing

/// The program as it is used: real keys in a real terminal, one after another.
@Suite(.serialized) enum EndToEnd {}
