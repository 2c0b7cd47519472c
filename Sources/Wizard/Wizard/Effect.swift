package import CloudflareAPI
package import SinkExport
package import SinkSpec

/// An effect for the program to run.
package enum Effect: Hashable, Sendable {
  /// Leave with the payload.
  case finish(payload: String, errorCount: Int)
  /// Leave without the payload.
  case leave
  /// Leave with the created sink; the payload is printed as well if requested.
  ///
  /// The command creates the pipeline that was chosen; nil if there is none to create.
  case created(text: String, payload: String, pipelineCommand: String?)
  /// Send a request; the result is ``Event/submitted(_:)`` or ``Event/notSent(_:)``.
  case submit(SinkSubmission)
  /// Cancel the request in flight; its result still arrives.
  case cancelSubmission
  /// Look up the sinks of unconfirmed requests, masking the secrets of the current one; the result is
  /// ``Event/lookedUp(_:)``.
  case lookUp([UnconfirmedRequest], masking: RequestNode)
  /// Read a list of the account; the result is ``Event/answered(id:_:)``.
  case ask(AccountQuery, id: Int)
  /// Check the account and, if a request is given, its secrets; ``Event/checked(id:_:isLast:)``
  /// reports the results.
  case check(CheckedSink, secrets: RequestNode?, id: Int)
  /// Ask the API whether a SQL statement is valid; the result is ``Event/validated(id:_:)``.
  case validate(statement: String, account: String, id: Int)
  /// Stop reading a list or checking; a result that still arrives is ignored.
  case stopAsking(id: Int)
  /// Write a file of mode 0600; the result is ``Event/saved(name:_:_:)``.
  case save(name: String, ExportForm, text: String, overwriting: Bool)
  /// Open a file; ``Event/opening(_:)`` reports progress if it takes a while, and
  /// ``Event/opened(name:_:)`` the result.
  case open(FileOpening)
  /// Give up opening a file; no result arrives.
  case stopOpening
  /// List the files whose names start with a text; the result is ``Event/completions(of:_:)``.
  case complete(name: String)
  /// Read sample events from a file; ``Event/sampling(_:)`` reports progress and
  /// ``Event/sampled(name:_:)`` the result.
  case sample(name: String)
  /// Stop reading sample events; the result so far still arrives.
  case stopSampling
  /// Copy a text without secrets to the terminal's clipboard.
  case copy(String)
  /// Resume a draft; the result is ``Event/resumed(_:)``.
  case resume(number: Int)
  case deleteDraft(number: Int)
  case suspend
  /// Paint the whole screen again.
  case repaint
}
