import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec
import TestSupport
import Wizard
import WizardScreen

/// Random actions in a terminal of random sizes, with random results of effects.
struct MonkeyOperator {
  /// A random action on the wizard.
  enum Action {
    case keys(String)
    case key(Key)
    case mouse(Mouse.Action, row: Int, column: Int)
    case event(Event)
  }

  var random: SplitMix64
  /// The possible results of a request.
  let submissions: [Submission]
  /// The effects without a result yet.
  private var pending: [Effect] = []
  /// The queued actions.
  private var next: Action?

  init(seed: UInt64, submissions: [Submission]) {
    random = SplitMix64(seed: seed)
    self.submissions = submissions
  }

  mutating func action(with driver: Driver) -> Action {
    pending += driver.effects
    if let next = next.take() { return next }
    if random.once(in: 3) {
      while let effect = pending.popLast() {
        if let event = answer(to: effect) { return .event(event) }
      }
    }
    if driver.wizard.overlay != nil, random.once(in: 8) { return .keys("<Esc>") }
    switch Int.random(in: 0..<70, using: &random) {
    case 0:
      let (rows, columns) = (
        Int.random(in: 0...50, using: &random), Int.random(in: 0...150, using: &random)
      )
      return .event(.resized(rows: rows, columns: columns))
    case 1...3: return .event(.resized(rows: 24, columns: random.once(in: 2) ? 80 : 120))
    case 4...5: return .key(.paste(text()))
    case 6: return .event(random.once(in: 2) ? .tick : .notCopied)
    case 7...14: return .keys(Self.ways.randomElement(using: &random) ?? "")
    case 15:
      next = random.once(in: 2) ? .keys("<Esc><A-5><Enter>y") : nil
      return .event(driver.opened("right.json", Self.right))
    case 16...27:
      let actions: [Mouse.Action] = [.press, .press, .press, .wheelUp, .wheelDown]
      return .mouse(
        actions.randomElement(using: &random) ?? .press,
        row: .random(in: 0...driver.wizard.layout.rows, using: &random),
        column: .random(in: 0...driver.wizard.layout.columns, using: &random))
    default: return .key(RandomKeysTests.keys.randomElement(using: &random) ?? .enter)
    }
  }

  /// Key sequences that lead to states that single random keys rarely reach.
  private static let ways = [
    "<F2>", "<F2>/", "<F2>/a<Enter>", "<A-4><F7>", "<Esc><Esc>", "<C-o>x<Enter>",
    "<A-4><A-e>x<Enter>",
    "<A-4><A-i>x<Enter>", "<A-4><F7>a<A-g><A-s>", "<A-5>", "<Esc><A-5><Enter>y", "<A-3><Tab> ",
    "<F1>", "<A-1><A-l>", "<A-2><A-l>", "<A-4><A-l>",
  ]

  /// A payload without issues.
  static let right = Array(
    #"""
    {"name": "my_sink", "type": "r2", "format": {"type": "parquet"}, "config": {"bucket": "logs",
    "account_id": "0123105f4ecef8ad9ca31a8372d0c353", "credentials": {"access_key_id": "a",
    "secret_access_key": "b"}}}
    """#.utf8)

  /// The drafts of earlier runs.
  static func drafts() throws -> [DraftSummary] {
    try ["one", "two\u{1B}[2J"].enumerated().map { index, name in
      let line =
        "{\"sinkwizard_draft\":1,\"name\":\(JSONText.string(name)),\"type\":\"r2\",\"columns\":3,"
        + "\"saved_at\":\"2026-11-23T20:15:30Z\"}"
      return try DraftSummary(reading: Array(line.utf8), number: index + 1)
    }
  }

  /// Returns a random result of an effect.
  private mutating func answer(to effect: Effect) -> Event? {
    let isWell = random.once(in: 2)
    switch effect {
    case .open(let opening):
      if random.once(in: 5) {
        pending.append(effect)
        return .opening(
          FileProgress(name: opening.name, bytes: 5, total: random.once(in: 2) ? 9 : nil))
      }
      let file = OpenedFile(payload(), for: opening) { _ in }
      return .opened(
        name: opening.name, isWell ? .success(file) : .failure(.failed("is not there")))
    case .stopOpening: return nil
    case .save(let name, let form, _, _):
      return .saved(
        name: name, form, isWell ? nil : random.once(in: 2) ? .exists : .failed("is full"))
    case .complete(let name):
      return .completions(of: name, isWell ? (0..<5).map { "\(text())\($0)" }.sorted() : [])
    case .sample(let name):
      if random.once(in: 4) {
        return .sampling(
          SampleProgress(bytes: 5, total: 9, events: 1, broken: 0, columns: 1, seconds: 1))
      }
      let columns = (0..<Int.random(in: 0...70, using: &random)).map {
        SchemaField(name: "\(text())\($0)", type: .int64)
      }
      return .sampled(
        name: name,
        isWell
          ? .success(SchemaProposal(source: "1 event", columns: columns))
          : .failure(.failed("is empty")))
    case .submit, .lookUp:
      return isWell
        ? submissions.randomElement(using: &random).map { .submitted($0) } : .notSent("no way")
    case .resume: return .resumed(.failure(.failed("is gone")))
    case .ask(let query, let id):
      // A request may be slow; its answer may then come too late, or never.
      if random.once(in: 4) { return nil }
      return .answered(
        id: id, isWell ? .success(list(for: query)) : .failure(.noAnswer(.cancelled)))
    case .check(_, _, let id):
      let checks = AccountCheck.Subject.allCases.map { subject in
        AccountCheck(
          subject, text(), AccountCheck.State.allCases.randomElement(using: &random) ?? .passed,
          text(), at: isWell ? "/config/bucket" : nil,
          repair: random.once(in: 2) ? AccountCheck.Repair("/name", text()) : nil)
      }
      return .checked(
        id: id, Array(checks.prefix(Int.random(in: 0...10, using: &random))), isLast: isWell)
    case .validate(_, _, let id):
      if random.once(in: 4) { return nil }
      let errors = (0..<3).map {
        SQLDiagnostic(
          message: text(), line: 1, column: Int.random(in: -9...99, using: &random) * $0)
      }
      return .validated(
        id: id,
        isWell
          ? .success(random.once(in: 2) ? .valid : .invalid(errors))
          : .failure(.noAnswer(.cancelled)))
    case .finish, .leave, .created, .cancelSubmission, .stopSampling, .copy, .deleteDraft, .suspend,
      .repaint, .stopAsking:
      return nil
    }
  }

  /// Returns a list of the account with hostile names.
  private mutating func list(for query: AccountQuery) -> AccountAnswer {
    let names = (0..<Int.random(in: 0...30, using: &random)).map { "\(text())\($0)" }
    return switch query {
    case .accounts: .accounts(Listing(names.map { AccountRecord(id: $0, name: text()) }))
    case .sinks: .sinks([])
    case .streams:
      .streams(
        Listing(
          names.map {
            StreamRecord(id: $0, name: $0, schema: isOdd($0) ? payload() : nil, columnCount: 1)
          }))
    case .buckets:
      .buckets(
        Listing(names.map { Bucket(name: $0, jurisdiction: isOdd($0) ? text() : nil) }))
    case .catalogs:
      .catalogs(Listing(names.map { Bucket(name: $0) }), statuses: .success(["0": text()]))
    case .namespaces: .namespaces(Listing(names.map { CatalogNamespace(levels: [$0]) }))
    case .tables: .tables(Listing(names, isComplete: false))
    }
  }

  private func isOdd(_ text: String) -> Bool { text.utf8.count % 2 == 1 }

  private mutating func payload() -> [UInt8] {
    var payloads = RandomPayload(seed: random.next())
    var tree = payloads.payload()
    let kind = Mutation.Kind.allCases.randomElement(using: &random) ?? .twice
    if random.once(in: 2), let damage = Mutation(kind, in: tree, using: &random) {
      tree = damage.tree
    }
    var bytes = Array(tree.text.utf8)
    if random.once(in: 6) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
    return bytes
  }

  private mutating func text() -> String {
    let alphabet = Array(
      "abAB01 /.%${}\"\\\n\t\u{0}\u{1B}\u{202E}é\u{301}\u{302}\u{303}日🙂👩🏽🇩🇪\u{2028}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      text.append(alphabet.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }
}

extension Driver {
  mutating func perform(_ action: MonkeyOperator.Action) {
    switch action {
    case .keys(let keys): type(keys)
    case .key(let key): press(key)
    case .mouse(let action, let row, let column): point(action, row: row, column: column)
    case .event(let event): send(event)
    }
  }
}
