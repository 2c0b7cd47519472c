/// Typed access to values.
extension JSONDocument {
  /// Returns the string that a pointer names; nil for other kinds of values.
  package func text(at pointer: Pointer) -> String? { value(at: pointer).flatMap(string) }

  /// Returns the string that a member contains; nil for other kinds of values.
  package func text(_ name: String, of object: Index) -> String? {
    member(name, of: object).flatMap(string)
  }

  /// Returns the boolean that a member contains; nil for other kinds of values.
  package func flag(_ name: String, of object: Index) -> Bool? {
    member(name, of: object).flatMap(bool)
  }
}
