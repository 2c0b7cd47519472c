/// The values of `/type`.
package enum SinkType {
  /// Files in a bucket.
  package static let r2 = "r2"
  /// A table of the bucket's Data Catalog.
  package static let catalog = "r2_data_catalog"
}
