/// A section of the form, in display order.
package enum FormSection: Int, CaseIterable, Sendable {
  case sink, bucket, catalog, credentials, files, rolling, format, formatOptions
  case field, schemaAdvanced, schemaFormat

  package var title: String {
    switch self {
    case .sink: "Sink"
    case .bucket: "R2 bucket"
    case .catalog: "Iceberg table"
    case .credentials: "Credentials"
    case .files: "Files"
    case .rolling: "Rolling"
    case .format: "Format"
    case .formatOptions: "Options"
    case .field: "Field"
    case .schemaAdvanced: "Advanced"
    case .schemaFormat: "Format inside the schema"
    }
  }
  /// A title that is clear outside of a form.
  package var fullTitle: String {
    switch self {
    case .formatOptions: "Format options"
    case .field: "Schema and its fields"
    case .schemaAdvanced: "Schema, advanced"
    case .sink, .bucket, .catalog, .credentials, .files, .rolling, .format, .schemaFormat: title
    }
  }
}
