package import CloudflareAPI
import SinkDraft
package import SinkExport
import SinkSpec

/// The pipeline to create after the sink: its stream, its SQL, and the commands that create it.
extension Wizard {
  /// The pipeline that would write a stream into the created sink; nil if there is no sink, or if SQL
  /// cannot refer to it by its name.
  package var nextPipeline: PipelineExport? {
    submission.created.flatMap { sink in
      PipelineExport(
        sink: sink.name, stream: submission.stream ?? PipelineExport.placeholder,
        account: pipelineAccount, base: settings.base)
    }
  }

  private var pipelineAccount: String { submission.sentAccount ?? draft["/account_id"].text }

  /// The check of the pipeline's statement; nil if there is none, or if the statement has changed.
  var statementCheck: AccountState.StatementCheck? {
    account.statementCheck.flatMap { $0.statement == nextPipeline?.statement ? $0 : nil }
  }

  /// The command that creates the pipeline of a chosen stream, on one line; nil if none was chosen, and
  /// in the sandbox, where the command would look for the sink in a real account.
  var chosenPipelineCommand: String? {
    submission.stream != nil && settings.endpoint != SavedDraft.sandbox
      ? nextPipeline?.wrangler.replacing(" \\\n  ", with: " ") : nil
  }

  /// Opens the list of the account's streams.
  mutating func pickPipelineStream() -> [Effect] {
    guard settings.access == .available else { return [] }
    return open(AccountPicker(.streams(account: pipelineAccount), purpose: .pipelineStream))
  }

  /// Chooses the stream of the pipeline, and returns to the created sink.
  mutating func choosePipelineStream(_ name: String) {
    if PipelineExport.isUsable(name) {
      submission.choose(stream: name)
    } else {
      notice = .streamNotInSQL
    }
    show(CreatedSinkReport())
  }

  /// Asks the API whether the pipeline's statement is valid, once a stream is chosen.
  mutating func checkStatement() -> [Effect] {
    guard settings.access == .available, submission.stream != nil, let nextPipeline else {
      return []
    }
    return account.check(statement: nextPipeline.statement, account: pipelineAccount)
  }

  /// The status of the pipeline's statement.
  package var statementStatus: StatementStatus {
    guard settings.access == .available else { return .placeholder(canPick: false) }
    guard submission.stream != nil else { return .placeholder(canPick: true) }
    switch statementCheck?.result {
    case nil: return statementCheck == nil ? .notChecked : .checking
    case .success(.valid): return .valid
    case .success(.invalid(let diagnostics)): return .invalid(diagnostics)
    case .failure(let problem):
      return .unknown(problem.hint.map { "\(problem.sentence); \($0)" } ?? problem.sentence)
    }
  }
}

/// The status of the next pipeline's statement.
package enum StatementStatus: Hashable, Sendable {
  /// The stream is not chosen.
  case placeholder(canPick: Bool)
  case notChecked, checking, valid
  case invalid([SQLDiagnostic])
  /// The check failed for a reason other than the statement.
  case unknown(String)

  /// The status in sentences.
  package var sentences: [String] {
    switch self {
    case .placeholder(canPick: true):
      ["\(PipelineExport.placeholder) is a placeholder: s lists the account's streams"]
    case .placeholder(canPick: false):
      ["\(PipelineExport.placeholder) is a placeholder for the name of a stream"]
    case .notChecked: ["not checked: v asks the API, which creates nothing"]
    case .checking: ["checking …"]
    case .valid: ["the API accepts it"]
    case .invalid(let diagnostics): diagnostics.map(\.text)
    case .unknown(let sentence): ["not checked: \(sentence)"]
    }
  }
}
