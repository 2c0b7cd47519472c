/// The status of an API token.
package struct TokenStatus: Hashable, Sendable {
  /// The status as returned by the API: `active`, `disabled` or `expired`.
  package let status: String
  /// The time of expiry as returned by the API, in RFC 3339 format; `nil` if the token does not
  /// expire.
  package let expiresOn: String?
  /// Whether the token belongs to the account rather than to a user.
  package let belongsToAccount: Bool

  package init(status: String, expiresOn: String? = nil, belongsToAccount: Bool = false) {
    self.status = status
    self.expiresOn = expiresOn
    self.belongsToAccount = belongsToAccount
  }

  package var isActive: Bool { status == "active" }
}
