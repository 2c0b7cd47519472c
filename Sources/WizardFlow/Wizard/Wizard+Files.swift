import SinkSpec
import Surface

extension Wizard {
  /// Fills the form from a payload, right or wrong, and reports everything found in it.
  ///
  /// - Parameters:
  ///   - name: the file's name, for messages.
  ///   - bytes: its contents.
  package mutating func open(name: String, _ bytes: [UInt8]) {
    _ = handle(.opened(name: name, .success(bytes)))
  }

  mutating func fileOpened(_ name: String, _ result: Result<[UInt8], FileProblem>) {
    switch result {
    case .failure(let problem): promptAgain(.open, name, problem)
    case .success(let bytes):
      overlay = nil
      do throws(JSONSyntaxError) {
        take(try JSONDocument(parsing: bytes), from: name)
      } catch {
        overlay = .report(Self.report(on: error, in: name))
      }
    }
  }

  private mutating func take(_ document: JSONDocument, from name: String) {
    let account = draft["/account_id"]
    let issues = Judge.issues(of: document, account: account.isSet ? account.text : nil)
    history.record(moment)
    draft = Draft(reading: document, account: account)
    safeDraft = draft
    judgement = Judgement(of: draft, after: judgement)
    for step in Step.allCases where step != .review {
      visited.formUnion(Form.rows(of: step, draft).flatMap(\.items))
    }
    rows = makeRows()
    focus(rows.flatMap(\.items).first)
    guard !issues.isEmpty else {
      notice = "\(name) is open; nothing is wrong with it"
      return
    }
    overlay = .report(Self.report(on: issues, in: document, name))
  }

  private static func report(on error: JSONSyntaxError, in name: String) -> FileReport {
    let place = "\(error.position.line):\(error.position.column)"
    return FileReport(
      name: name,
      summary: "It is not JSON, so nothing of it could be taken over. The file is as it was.",
      lines: [.init(severity: .error, text: "\(place): \(error.message) [json-syntax]")])
  }

  private static func report(
    on issues: [Issue], in document: JSONDocument, _ name: String
  ) -> FileReport {
    var places = SourcePlaces(of: document)
    return FileReport(
      name: name,
      summary: """
        Everything in it is in the form, also what is wrong. What belongs to another type is kept \
        aside and comes back with that type.
        """,
      lines: issues.map { issue in
        let position = places.position(at: issue.offset)
        let place = "\(position.line):\(position.column)"
        return .init(
          severity: issue.severity,
          text: "\(place): \(issue.pointer): \(issue.message) [\(issue.rule)]")
      })
  }

  mutating func fileSaved(_ name: String, _ problem: FileProblem?) {
    switch problem {
    case nil:
      overlay = nil
      safeDraft = draft
      notice = "Saved to \(name)"
    case .exists:
      overlay = .confirm(
        Question(
          subject: .overwrite(name: name), text: "There is a file \(name) already.",
          yes: "overwrite it", no: "keep it"))
    case .failed: promptAgain(.save, name, problem)
    }
  }

  private mutating func promptAgain(
    _ purpose: FileNamePrompt.Purpose, _ name: String, _ problem: FileProblem?
  ) {
    guard case .failed(let sentence)? = problem else { return }
    overlay = .fileName(
      FileNamePrompt(purpose: purpose, editor: LineEditor(name), problem: sentence))
  }

  mutating func handle(_ key: Key, in prompt: FileNamePrompt) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape, .control("c"):
      overlay = nil
      return []
    case .enter:
      let name = prompt.editor.text
      guard !name.isEmpty else { return [] }
      return prompt.purpose == .open
        ? [.open(name: name)] : [.save(name: name, text: payload, overwriting: false)]
    case .character(let character): prompt.editor.insert(String(character))
    default:
      guard let command = Keymap.command(for: key, in: [.text]) else { return [] }
      prompt.editor.perform(command)
    }
    prompt.problem = nil
    overlay = .fileName(prompt)
    return []
  }
}
