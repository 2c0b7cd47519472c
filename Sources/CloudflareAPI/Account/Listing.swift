/// Items of an account, in the order of the API and without duplicates.
package struct Listing<Item: Sendable>: Sendable {
  package let items: [Item]
  /// Whether the list has all items; `false` if the list ended at a limit.
  package let isComplete: Bool
  /// The total number of items reported by the API; `nil` if it reports none.
  package let total: Int?
  /// The jurisdictions whose items could not be read.
  package let unreadJurisdictions: [String]

  package init(
    _ items: [Item], isComplete: Bool = true, total: Int? = nil, unreadJurisdictions: [String] = []
  ) {
    self.items = items
    self.isComplete = isComplete
    self.total = total
    self.unreadJurisdictions = unreadJurisdictions
  }

  /// Whether the API has more items than these: the list ended at a limit or before its total.
  package var hasMore: Bool { !isComplete || items.count < total ?? 0 }
}

extension Listing: Equatable where Item: Equatable {}
extension Listing: Hashable where Item: Hashable {}

/// The limits of a list that is read page by page.
package enum ListingLimits {
  /// The maximum number of pages to request, in case a server never ends its list.
  package static let pages = 50
  /// The maximum number of items to keep.
  package static let items = 20_000
  /// The maximum number of empty pages in a row.
  package static let emptyPages = 3
}

/// Collects the pages of a list.
struct ListingBuilder<Item: Sendable> {
  private var items: [Item] = []
  private var keys: Set<String> = []
  private var pageCount = 0
  private var emptyPageCount = 0
  /// The total number of items reported by the API; `nil` if it reports none.
  var total: Int?
  /// Whether a limit has been reached.
  private(set) var isFull = false

  var listing: Listing<Item> { Listing(items, isComplete: !isFull, total: total) }

  /// Adds a page of items, each with a key that identifies it; returns whether any item was new.
  mutating func add(_ page: [(key: String, item: Item)]) -> Bool {
    pageCount += 1
    emptyPageCount = page.isEmpty ? emptyPageCount + 1 : 0
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
    if pageCount >= ListingLimits.pages || emptyPageCount >= ListingLimits.emptyPages {
      isFull = true
    }
    return !isFull
  }
}
