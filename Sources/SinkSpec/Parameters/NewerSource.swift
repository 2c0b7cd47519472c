/// A source that is newer than the API reference on which the description is based.
///
/// The reference determines what is offered by default. Anything found only in a newer source is
/// accepted, with a warning that names the source.
package struct NewerSource: Hashable, Sendable {
  package let name: String
  /// The date of the source, as `YYYY-MM-DD`.
  package let date: String

  /// The current API reference on Cloudflare's website.
  package static let currentReference = NewerSource(
    name: "Cloudflare's API reference", date: "2026-10-08")

  /// The name and date, for messages.
  package var text: String { "\(name) of \(date)" }

  static let addedRule = "newer-than-reference"
  static let removedRule = "removed-from-reference"
}
