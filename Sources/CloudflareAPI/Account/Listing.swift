/// Items of an account, in the order of the API and without duplicates.
package struct Listing<Item: Sendable>: Sendable {
  package let items: [Item]
  /// Whether these are all items; `false` if the list ended at a limit.
  package let isComplete: Bool

  package init(_ items: [Item], isComplete: Bool = true) {
    self.items = items
    self.isComplete = isComplete
  }
}

extension Listing: Equatable where Item: Equatable {}
extension Listing: Hashable where Item: Hashable {}

/// The limits of a list that is read page by page.
package enum ListingLimits {
  /// The maximum number of pages to request, in case a server never ends its list.
  package static let pages = 50
  /// The maximum number of items to keep.
  package static let items = 20_000
}

/// Collects the pages of a list.
struct ListingBuilder<Item: Sendable> {
  private var items: [Item] = []
  private var keys: Set<String> = []
  private var pageCount = 0
  /// Whether a limit has been reached.
  private(set) var isFull = false

  var listing: Listing<Item> { Listing(items, isComplete: !isFull) }

  /// Adds a page of items, each with a text that identifies it; returns whether one was new.
  mutating func add(_ page: [(key: String, item: Item)]) -> Bool {
    pageCount += 1
    var isNew = false
    for (key, item) in page where keys.insert(key).inserted {
      isNew = true
      guard items.count < ListingLimits.items else {
        isFull = true
        break
      }
      items.append(item)
    }
    return isNew
  }

  /// Returns whether to request another page; if a limit forbids it, marks the list as incomplete.
  mutating func wantsMore() -> Bool {
    if pageCount >= ListingLimits.pages { isFull = true }
    return !isFull
  }
}
