import Glibc
import SchemaInference
import SinkSpec
import Synchronization
import System
import Wizard

/// Reads sample events on a background thread, and posts progress and the result.
final class SampleImporter: Sendable {
  private let mailbox: Mailbox
  private let cancellation = Mutex(CancellationFlag())

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  /// Reads a file of events; ends with ``Event/sampled(name:_:)``.
  func read(_ name: String) {
    let cancellation = CancellationFlag()
    self.cancellation.withLock { $0 = cancellation }
    detachThread { [self] in
      mailbox.post(.sampled(name: name, proposal(from: Payload.path(name), cancellation)))
    }
  }

  /// Stops reading; the columns inferred so far are posted.
  func stop() { cancellation.withLock { $0.cancel() } }

  private func proposal(
    from path: String, _ cancellation: CancellationFlag
  ) -> Result<SchemaProposal, FileProblem> {
    do throws(FileProblem) {
      guard path != "-" else { throw .failed("is standard input; name a file") }
      let run = SampleRun(try SampleSource(path, unless: cancellation), cancellation: cancellation)
      return proposal(of: run.read { mailbox.post(.sampling($0)) })
    } catch {
      return .failure(error)
    }
  }

  private func proposal(of result: SampleRun.Result) -> Result<SchemaProposal, FileProblem> {
    if let refusal = result.refusal { return .failure(.failed(refusal)) }
    guard result.inference.events > 0 else {
      if let problem = result.problem { return .failure(problem) }
      if result.isStopped { return .failure(.failed("was stopped before an event was read")) }
      let first = result.inference.broken.first.map { ": line \($0.line), \($0.message)" } ?? ""
      return .failure(.failed("has no readable events\(first)"))
    }
    var proposal = result.inference.proposal
    if proposal.columns.isEmpty { return .failure(.failed(SampleRun.Result.noColumns)) }
    if case .failed(let sentence)? = result.problem {
      proposal.diagnostics.append(Diagnostic(.warning, "the file \(sentence)"))
    } else if result.isStopped {
      proposal.diagnostics.append(
        Diagnostic(.note, "stopped early; the columns cover the events read so far"))
    }
    return .success(proposal)
  }
}
