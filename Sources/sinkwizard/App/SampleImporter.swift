import Glibc
import SchemaInference
import SinkSpec
import Synchronization
import System
import Wizard

/// Reads sample events beside the loop, and posts how far it is and what came of it.
final class SampleImporter: Sendable {
  private let mailbox: Mailbox
  private let sign = Mutex(CancellationFlag())

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  /// Reads a file of events; ends with ``Event/sampled(name:_:)``.
  func read(_ name: String) {
    let sign = CancellationFlag()
    self.sign.withLock { $0 = sign }
    detachThread { [self] in
      mailbox.post(.sampled(name: name, proposal(from: Payload.path(name), sign)))
    }
  }

  /// Stops reading; what was seen is posted.
  func stop() { sign.withLock { $0.cancel() } }

  private func proposal(
    from path: String, _ sign: CancellationFlag
  ) -> Result<SchemaProposal, FileProblem> {
    do throws(FileProblem) {
      guard path != "-" else { throw .failed("is not a file: the wizard reads no standard input") }
      let run = SampleRun(try SampleSource(path, unless: sign), sign: sign)
      return proposal(of: run.read { mailbox.post(.sampling($0)) })
    } catch {
      return .failure(error)
    }
  }

  private func proposal(of result: SampleRun.Result) -> Result<SchemaProposal, FileProblem> {
    guard result.inference.events > 0 else {
      if let problem = result.problem { return .failure(problem) }
      if result.isStopped { return .failure(.failed("was left before an event was read")) }
      let first = result.inference.broken.first.map { ": line \($0.line), \($0.message)" } ?? ""
      return .failure(.failed("has no event that could be read\(first)"))
    }
    var proposal = result.inference.proposal
    if case .failed(let sentence)? = result.problem {
      proposal.diagnostics.append(Diagnostic(.warning, "the file \(sentence)"))
    } else if result.isStopped {
      proposal.diagnostics.append(
        Diagnostic(.note, "reading was stopped; these are the events up to there"))
    }
    return .success(proposal)
  }
}
