/// Values that are expected to be of a type.
extension JSONDocument {
  /// Returns the text of the string that a pointer names; nil for anything else.
  package func text(at pointer: Pointer) -> String? { value(at: pointer).flatMap(string) }

  /// Returns the text of a member that is a string; nil for anything else.
  package func text(_ name: String, of object: Index) -> String? {
    member(name, of: object).flatMap(string)
  }

  /// Returns the value of a member that is a boolean; nil for anything else.
  package func flag(_ name: String, of object: Index) -> Bool? {
    member(name, of: object).flatMap(bool)
  }
}
