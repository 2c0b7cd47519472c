package import SinkSpec

/// Documents that wrap a list of events, such as `{"Records": […]}`.
extension Inference {
  /// A list that may contain the events.
  package struct Wrapper: Hashable, Sendable {
    package let pointer: Pointer
    /// The number of objects in the list, over all documents.
    package let count: Int
  }

  /// The members in which common tools put the list of events.
  private static let known: [Pointer] = [
    "/Records", "/records", "/logEvents", "/resourceLogs/*/scopeLogs/*/logRecords",
    "/resourceSpans/*/scopeSpans/*/spans", "/resourceMetrics/*/scopeMetrics/*/metrics",
    "/hits/hits/*/_source", "/Events", "/events", "/items", "/Items", "/value", "/results", "/data",
    "/rows", "/entries", "/messages", "/logs",
  ]

  /// The list that probably contains the events; nil if the documents are the events.
  package var wrapper: Wrapper? {
    let tree = scanner.tree
    let documents = tree.nodes[0].counts.objects
    let lists = tree.children(of: 0).filter { objectsInList($0) > 0 }
    for pointer in Self.known {
      guard let path = EventPath(pointer.text), let node = tree.node(at: path),
        tree.nodes[node].counts.objects > documents || pointer.tokens.count > 1
          || tree.nodes[0].childCount == 1
      else { continue }
      // Some of these names are common in events, so accept only a document with a single list.
      guard lists.count == 1, let list = lists.first, tree.nodes[list].present == documents else {
        continue
      }
      return Wrapper(pointer: pointer, count: tree.nodes[node].counts.objects)
    }
    guard documents == 1, lists.count == 1, let list = lists.first else { return nil }
    let isOnly = tree.nodes[0].childCount == 1
    guard isOnly || objectsInList(list) > 1 else { return nil }
    return Wrapper(pointer: Pointer.root.appending(name(of: list)), count: objectsInList(list))
  }

  private func objectsInList(_ column: Int) -> Int {
    let item = scanner.tree.nodes[column].item
    if item >= 0 { return scanner.tree.nodes[item].counts.objects }
    // Elasticsearch nests its list of hits in an object of the same name.
    let inner = scanner.tree.children(of: column).first { name(of: $0) == name(of: column) }
    return inner.map { objectsInList($0) } ?? 0
  }

  /// The note that names the list; nil if the documents are the events.
  var wrapperDiagnostic: Diagnostic? {
    guard let wrapper else { return nil }
    let documents = scanner.tree.nodes[0].counts.objects
    let subject = documents == 1 ? "the only event contains" : "the events contain"
    return Diagnostic(
      .note,
      "\(subject) a list of \(Count.of(wrapper.count, "object")) at \(wrapper.pointer); "
        + "if those are the events, rerun with --at '\(wrapper.pointer)'")
  }
}
