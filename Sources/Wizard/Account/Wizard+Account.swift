import CloudflareAPI
import SchemaImport
import SinkDraft
import SinkSpec

/// Picking values from lists of the account.
extension Wizard {
  /// The list for the focused item; nil if it has none, or if the account cannot be read.
  var pickList: AccountPicker? {
    guard settings.access == .available, !requestPane.hasFocus, let item else { return nil }
    if step == .schema {
      let account = draft["/account_id"].text
      return account.isEmpty
        ? nil : AccountPicker(.streams(account: account), purpose: .streamColumns)
    }
    guard case .parameter(let pointer) = item else { return nil }
    return listQuery(for: pointer).map {
      AccountPicker($0, purpose: pointer == "/name" ? .startFromSink : .value(pointer))
    }
  }

  /// Returns the query of the list with the values that exist for a parameter; nil if there is none,
  /// or if it depends on a value that is not set.
  func listQuery(for pointer: Pointer) -> AccountQuery? {
    switch pointer {
    case "/account_id", "/config/account_id": return .accounts
    case "/name":
      let account = draft["/account_id"].text
      return account.isEmpty ? nil : .sinks(account: account)
    case "/config/bucket", "/config/namespace", "/config/table_name":
      let account = draft.effective("/config/account_id").text
      return account.isEmpty ? nil : listQuery(for: pointer, account: account)
    default: return nil
    }
  }

  /// Returns the query for the values of a parameter in the bucket's account.
  private func listQuery(for pointer: Pointer, account: String) -> AccountQuery? {
    let bucket = draft["/config/bucket"].text
    switch pointer {
    case "/config/bucket":
      return draftValidation.context.isCatalog
        ? .catalogs(account: account) : .buckets(account: account)
    case "/config/namespace" where !bucket.isEmpty:
      return .namespaces(account: account, bucket: bucket)
    case "/config/table_name" where !bucket.isEmpty:
      let namespace = draft["/config/namespace"].setText ?? "default"
      return .tables(account: account, bucket: bucket, namespace: namespace)
    default: return nil
    }
  }

  /// Why there is no list for the focused item.
  private var listObstacle: Notice {
    if requestPane.hasFocus { return .requestHasFocus }
    if case .unavailable(let sentence) = settings.access { return .accountNotRead(sentence) }
    let pointer = item.flatMap { self.pointer(of: $0) }
    let isInBucket = pointer == "/config/namespace" || pointer == "/config/table_name"
    if step == .schema || pointer == "/name", draft["/account_id"].text.isEmpty {
      return .notListed(.noAccount)
    }
    if isInBucket || pointer == "/config/bucket",
      draft.effective("/config/account_id").text.isEmpty
    {
      return .notListed(.noAccount)
    }
    return .notListed(isInBucket ? .noBucket : .noList)
  }

  /// Opens the list for the focused item, and requests it if necessary.
  mutating func pick() -> [Effect] {
    guard let picker = pickList else {
      notice = listObstacle
      return []
    }
    return open(picker)
  }

  /// Shows a list, and requests it unless it is known.
  mutating func open(_ picker: AccountPicker) -> [Effect] {
    var picker = picker
    let effect = account.ask(picker.query)
    if effect != nil { picker.wait() }
    show(picker)
    return effect.map { [$0] } ?? []
  }

  /// Applies a row picked from a list.
  mutating func take(_ row: AccountRow, for purpose: AccountPicker.Purpose) {
    switch purpose {
    case .value(let pointer): take(row, at: pointer)
    case .startFromSink: if let sink = row.sink { start(from: sink) }
    case .pipelineStream: choosePipelineStream(row.value)
    case .streamColumns: if let stream = row.stream { proposeColumns(of: stream) }
    }
  }

  private mutating func take(_ row: AccountRow, at pointer: Pointer) {
    history.record(snapshot)
    draft[pointer] = .text(row.value)
    if pointer == "/config/bucket", let jurisdiction = row.jurisdiction,
      !draftValidation.context.isCatalog
    {
      draft["/config/jurisdiction"] = jurisdiction.map { .text($0) } ?? .notSet
    }
    if pointer == "/config/table_name" {
      let answer = pickList.flatMap { account.content(of: $0.query) }
      guard case .answered(.tables(let tables))? = answer else { return }
      let free = AccountCheck.freeName(row.value, among: tables.items)
      draft[pointer] = .text(free)
      notice = .tableTaken(row.value, free: free)
      return focus(.parameter(pointer))
    }
    let item = FormItem.parameter(pointer)
    touch(item)
    focusNextItem()
  }

  /// Fills the form from an existing sink, with a free name and references for its secrets.
  mutating func start(from sink: SinkRecord) {
    let names: [String]
    if case .answered(.sinks(let sinks))? = account.content(
      of: .sinks(account: draft["/account_id"].text))
    {
      names = sinks.map(\.name)
    } else {
      names = [sink.name]
    }
    let payload = sink.payload(named: AccountCheck.freeName(sink.name, among: names))
    take(converted: payload.text(secrets: .shown), from: sink.name)
  }

  /// Proposes the columns of a stream.
  private mutating func proposeColumns(of stream: StreamRecord) {
    guard let schema = stream.schema, let proposal = try? FileKind(of: schema).proposal() else {
      notice = .streamWithoutSchema(stream.name)
      return
    }
    propose(
      SchemaProposal(
        source: "a stream", columns: proposal.columns, diagnostics: proposal.diagnostics),
      from: stream.name)
  }
}
