/// The reason why no schema can be imported from a document.
package struct SchemaFileProblem: Error, Hashable, Sendable {
  /// A phrase to follow the file's name, such as `has no schema`.
  package let message: String
}
