/// The names of members in a saved draft that differ between versions of the format.
enum DraftKey {
  static let unknownMembers = "unknown_members"
  static let redacted = "redacted"
  static let unconfirmed = "unconfirmed"
  /// The time of the draft's own unconfirmed request, before version 3.
  static let unconfirmedSince = "unconfirmed_since"
  /// The JSON text of a column that is not an object.
  static let raw = "raw"

  /// The names in version 1, mapped to the current ones.
  static let namesOfVersion1 = [
    "strays": unknownMembers, "withheld": redacted, "uncertain_since": unconfirmedSince,
    "foreign": raw,
  ]
}
