/// Why a document has no schema to give.
package struct SchemaFileProblem: Error, Hashable, Sendable {
  /// A sentence without a full stop that goes on from the file's name, such as `holds no schema`.
  package let message: String
}
