extension String {
  /// Whether this is one line of the program's, with nothing in it that a terminal would act on.
  var isOneSentence: Bool {
    hasPrefix("sinkwizard: ") && hasSuffix("\n")
      && unicodeScalars.dropLast().allSatisfy { scalar in
        scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format
      }
  }
}
