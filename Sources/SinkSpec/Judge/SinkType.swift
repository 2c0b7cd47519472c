/// The values of `/type`.
package enum SinkType {
  package static let r2 = "r2"
  package static let catalog = "r2_data_catalog"
}
