package import CloudflareAPI
package import SinkSpec

/// The result of looking up an unconfirmed request.
package struct UnconfirmedLookup: Hashable, Sendable {
  package let request: UnconfirmedRequest
  package let lookup: Lookup

  package init(_ request: UnconfirmedRequest, _ lookup: Lookup) {
    self.request = request
    self.lookup = lookup
  }
}
