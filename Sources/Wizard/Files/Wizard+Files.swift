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
    _ = handle(.opened(name: name, .success(bytes)))
    // The file is the initial state, so there is nothing to undo.
    history = History()
  }

  mutating func fileOpened(_ name: String, _ result: Result<[UInt8], FileProblem>) {
    switch result {
    case .failure(let problem): promptAgain(files.openPurpose, name, problem)
    case .success(let bytes):
      if overlay is FileNamePrompt { files.remember(name, for: files.openPurpose) }
      closeOverlay()
      let kind = FileKind(of: bytes)
      if files.openPurpose == .importSchema {
        importSchema(of: kind, from: name)
      } else {
        take(kind, from: name)
      }
    }
  }

  /// Opens a file of any kind, or explains why that is not possible.
  private mutating func take(_ kind: FileKind, from name: String) {
    switch kind {
    case .payload(let document, _), .unknown(let document): take(document, from: name)
    case .sink(let document, let index, _):
      let payload = SinkRecord(document, at: index)?.payload.text(secrets: .shown)
      take(converted: payload ?? document.literal(index), from: name)
    case .schema, .events, .unusable: importSchema(of: kind, from: name)
    case .malformed(let error): show(Self.report(on: error, in: name, width: layout.textWidth))
    }
  }

  /// Loads a payload converted from an API response, which is only a part of the file.
  mutating func take(converted payload: String, from name: String) {
    guard let document = try? JSONDocument(parsing: Array(payload.utf8)) else { return }
    take(document, from: name, isConverted: true)
  }

  private mutating func importSchema(of kind: FileKind, from name: String) {
    if case .malformed(let error) = kind {
      return show(Self.report(on: error, in: name, width: layout.textWidth))
    }
    do throws(SchemaFileProblem) {
      propose(try kind.proposal(), from: name)
    } catch {
      promptAgain(files.openPurpose, name, .failed(error.message))
    }
  }

  // After a conversion, positions in the document do not match the file.
  private mutating func take(
    _ document: JSONDocument, from name: String, isConverted: Bool = false
  ) {
    let account = draft["/account_id"]
    let issues = Validator.issues(of: document, account: account.setText)
    guard document.kind(.root) == .object else {
      show(
        Self.report(
          on: issues, in: document, name,
          "It is not a JSON object, so nothing was loaded. The file is unchanged.",
          width: layout.textWidth))
      return
    }
    let replacesInput = draft != Draft(account: account.setText)
    history.record(snapshot, weight: document.bytes.count)
    draft = Draft(reading: document, account: account)
    if !draft["/account_id"].isSet { draft["/account_id"] = Entry(settings.fallbackAccount) }
    files.markSaved(draft)
    let steps = Step.allCases.filter { ![.schema, .review].contains($0) }
    let items = steps.flatMap { Form.rows(of: $0, draft).flatMap(\.items) }
    validation.start(
      with: draft, touching: items + Form.rows(of: .schema, draft).lastRows.flatMap(\.items))
    updateRows()
    focus(rows.firstItem)
    guard !issues.isEmpty else {
      notice = .opened(name: name, replacesInput: replacesInput)
      return
    }
    show(
      Self.report(
        on: issues, in: document, name,
        Self.summary(of: issues) + (replacesInput ? " Undo brings back your input." : ""),
        includesPositions: !isConverted, width: layout.textWidth))
  }

  private static func report(
    on error: JSONSyntaxError, in name: String, width: Int
  ) -> FileReport {
    let location = "\(error.position.line):\(error.position.column)"
    return FileReport(
      name: name,
      summary: "It could not be parsed, so nothing was loaded. The file is unchanged.",
      lines: [.init(severity: .error, text: "\(location): \(error.message) [json-syntax]")],
      width: width)
  }

  private static func report(
    on issues: [Issue], in document: JSONDocument, _ name: String, _ summary: String,
    includesPositions: Bool = true, width: Int
  ) -> FileReport {
    var positions = SourcePlaces(in: document.bytes)
    return FileReport(
      name: name, summary: summary,
      lines: issues.map { issue in
        let position = positions.position(at: issue.offset)
        let location = includesPositions ? "\(position.line):\(position.column): " : ""
        let value = issue.pointer == .root ? "the payload" : issue.pointer.text
        return .init(
          severity: issue.severity, text: "\(location)\(value): \(issue.message) [\(issue.rule)]")
      }, width: width)
  }

  private static func summary(of issues: [Issue]) -> String {
    let twice =
      issues.contains { $0.rule == "duplicate-member" }
      ? " Of duplicate members, only the last one was loaded." : ""
    return """
      The whole file was loaded, errors included.\(twice) Members that belong to another type are \
      kept and return if you switch to it.
      """
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

  /// Returns the last name for a purpose; for a file to write, by default one based on the sink's
  /// name.
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
      return [.open(name: name)]
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
