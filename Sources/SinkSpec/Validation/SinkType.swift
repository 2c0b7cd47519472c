/// The values of `/type`.
package enum SinkType {
  /// Files in a bucket.
  package static let r2 = "r2"
  /// A table in the bucket's Data Catalog.
  package static let catalog = "r2_data_catalog"
}
