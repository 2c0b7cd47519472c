import CloudflareAPI
import SchemaImport
import Screen
import SinkDraft
import SinkExport
import SinkSpec

extension Wizard {
  /// Fills the form from a payload, valid or not, and reports all issues.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - bytes: The file's contents.
  package mutating func open(name: String, _ bytes: [UInt8]) {
    let opening = opening(of: name, isStart: true)
    _ = handle(.opened(name: name, .success(OpenedFile(bytes, for: opening) { _ in })))
  }

  /// Returns the file to open, for the purpose that was chosen last.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - isStart: Whether the file is the initial state, which cannot be undone.
  /// - Returns: The file, with the current input.
  package func opening(of name: String, isStart: Bool = false) -> FileOpening {
    let account = draft["/account_id"]
    return FileOpening(
      name: name, purpose: files.openPurpose, account: account,
      fallbackAccount: settings.fallbackAccount, columns: draft.fields,
      replacesInput: draft != Draft(account: account.setText), width: layout.textWidth,
      isStart: isStart)
  }

  /// Shows the progress of opening a file.
  mutating func fileOpening(_ progress: FileProgress) {
    guard !files.hasGivenUp else { return }
    if overlay is FileReading {
      _ = updateOverlay { $0.handle(.opening(progress), in: $1) }
    } else {
      show(FileReading(progress))
    }
  }

  /// Stops opening a file; nothing is loaded.
  mutating func giveUpOpening(_ name: String) -> [Effect] {
    files.giveUpOpening()
    notice = .openingStopped(name)
    return [.stopOpening]
  }

  mutating func fileOpened(_ name: String, _ result: Result<OpenedFile, FileProblem>) {
    guard !files.hasGivenUp else { return }
    switch result {
    case .failure(let problem): promptAgain(files.openPurpose, name, problem)
    case .success(let file):
      if overlay is FileNamePrompt || overlay is FileReading {
        files.remember(name, for: file.opening.purpose)
      }
      closeOverlay()
      switch file.content {
      case .payload(let payload): take(payload, from: file.opening)
      case .columns(let review): show(review)
      case .report(let report): show(report)
      case .problem(let sentence): promptAgain(file.opening.purpose, name, .failed(sentence))
      }
      if file.opening.isStart { history = History() }
    }
  }

  /// Loads a payload converted from an API response.
  mutating func take(converted payload: String, from name: String) {
    guard let document = try? JSONDocument(parsing: Array(payload.utf8)) else { return }
    let opening = opening(of: name)
    let content = OpenedPayload.content(of: document, for: opening, isConverted: true) { _ in }
    if case .payload(let payload) = content { take(payload, from: opening) }
  }

  private mutating func take(_ payload: OpenedPayload, from opening: FileOpening) {
    history.record(snapshot, weight: payload.size)
    draft = payload.draft
    files.markSaved(draft)
    let steps = Step.allCases.filter { ![.schema, .review].contains($0) }
    let items = steps.flatMap { Form.rows(of: $0, draft).flatMap(\.items) }
    validation.start(
      with: draft, payload.validation,
      touching: items + Form.rows(of: .schema, draft).lastRows.flatMap(\.items))
    updateRows()
    focus(rows.firstItem)
    if let report = payload.report { return show(report) }
    notice = .opened(name: opening.name, replacesInput: opening.replacesInput)
  }

  mutating func fileSaved(_ name: String, _ form: ExportForm, _ problem: FileProblem?) {
    switch problem {
    case nil:
      files.remember(name, for: .save(form))
      closeOverlay()
      if form == .json { markSaved() }
      notice = .saved(name: name, form, hasReferences: !redactedSecrets.isEmpty)
    case .exists:
      show(
        Question(
          subject: .overwrite(name: name, form), text: "The file \(name) already exists."))
    case .failed: promptAgain(.save(form), name, problem)
    }
  }

  /// Records the draft as saved, without its secrets if the file has only references.
  private mutating func markSaved() {
    var saved = draft
    if !settings.showsSecrets {
      for secret in SinkDescription.asked where secret.isSecret {
        saved[secret.pointer] = files.savedDraft[secret.pointer]
      }
    }
    files.markSaved(saved)
  }

  /// The labels of the typed secrets that the payload contains only as references.
  package var redactedSecrets: [String] {
    guard !settings.showsSecrets else { return [] }
    return SinkDescription.asked.filter { secret in
      guard secret.isSecret, draft.applies(secret), case .text(let text) = draft[secret.pointer]
      else { return false }
      return SecretReference(text) == nil
    }.map(\.label)
  }

  mutating func promptAgain(
    _ purpose: FileNamePrompt.Purpose, _ name: String, _ problem: FileProblem?
  ) {
    guard case .failed(let sentence)? = problem else { return }
    show(FileNamePrompt(purpose: purpose, editing: name, problem: sentence))
  }

  /// Prompts for a file name, and offers one.
  mutating func askForName(to purpose: FileNamePrompt.Purpose) {
    show(FileNamePrompt(purpose: purpose, offering: offeredName(for: purpose)))
  }

  /// Returns the last name used for a purpose; for a file to write, the default is based on the
  /// sink's name.
  func offeredName(for purpose: FileNamePrompt.Purpose) -> String {
    if let name = files.lastName(for: purpose) { return name }
    guard case .save(let form) = purpose else { return "" }
    let name = String(draft["/name"].text.prefix(64).map { $0.isFileNamePart ? $0 : "_" })
    return (name.isEmpty ? "sink" : name) + "." + form.fileExtension
  }

  /// Starts the operation that the name was entered for.
  mutating func useFile(_ name: String, to purpose: FileNamePrompt.Purpose) -> [Effect] {
    switch purpose {
    case .open, .importSchema:
      files.startOpening(for: purpose)
      return [.open(opening(of: name))]
    case .sample: return startSampling(name)
    case .save(let form): return [save(form, to: name, overwriting: false)]
    }
  }
}

extension Character {
  /// Whether the character is safe in a suggested file name, in any shell and file system.
  fileprivate var isFileNamePart: Bool {
    isASCII && (isLetter || isNumber) || self == "_" || self == "-"
  }
}
