extension String {
  /// Whether this is one line of the program's output, without terminal escapes.
  var isOneSentence: Bool {
    hasPrefix("sinkwizard: ") && hasSuffix("\n")
      && unicodeScalars.dropLast().allSatisfy { scalar in
        scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format
      }
  }
}
