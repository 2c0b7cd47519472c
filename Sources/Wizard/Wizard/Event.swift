package import CloudflareAPI
package import Screen
package import SinkExport
package import SinkSpec

/// Something that happened, to which the wizard answers with effects.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// A command was given otherwise than by its key: in line mode, by name.
  case command(Command)
  /// The mouse did something where this stands; nil where nothing does.
  case pointed(Mouse.Action, Target?)
  case resized(rows: Int, columns: Int)
  /// The program was stopped and goes on.
  case continued
  /// What came of opening a file: its bytes, or why it could not be read.
  case opened(name: String, Result<[UInt8], FileProblem>)
  /// What came of saving to a file.
  case saved(name: String, ExportForm, FileProblem?)
  /// The terminal has no clipboard to put a text on.
  case notCopied
  /// How far the reading of sample events is.
  case sampling(SampleProgress)
  /// What sample events propose, or why they could not be read.
  case sampled(name: String, Result<SchemaProposal, FileProblem>)
  /// What was kept of an earlier wizard, or why it cannot be read.
  case resumed(Result<SavedDraft, FileProblem>)
  /// Why no draft is kept any more, as a sentence.
  case draftNotKept(String)
  /// What a request that is under way does.
  case progress(Progress)
  case submitted(Submission)
  /// A request was not sent at all; why, as a sentence.
  case notSent(String)
  case lookedUp(Lookup)
  /// Time has passed while a request is under way.
  case tick
}

/// Why a file could not be read or written, as a sentence without its name.
package enum FileProblem: Error, Hashable, Sendable {
  /// There is such a file already, and it was not to be overwritten.
  case exists
  case failed(String)
}
