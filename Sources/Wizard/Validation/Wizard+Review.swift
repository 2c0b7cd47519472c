import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec

/// The review: a summary of the sink, the checklist, and the missing requirements.
extension Wizard {
  /// Whether the sink was created and its draft has not changed since.
  package var isCreated: Bool { submission.created != nil && draft == submission.createdDraft }

  /// The sink in plain sentences.
  package var summary: String {
    let context = draftValidation.context
    return [destinationSentence(context), rollingSentence(context), secretsSentence].compactMap {
      $0
    }
    .joined(separator: " ")
  }

  private func destinationSentence(_ context: RequestContext) -> String {
    let format = draft["/format/type"].setText.map { $0 == "json" ? "JSON" : $0.capitalizedName }
    let codec = draft["/format/compression"].setText ?? "zstd"
    let files =
      format == "Parquet" ? "Parquet (\(codec)) files" : "\(format ?? "Unformatted") files"
    let bucket = context["/config/bucket"] ?? "‹bucket›"
    guard !context.isCatalog else {
      let table = context["/config/table_name"] ?? "‹table›"
      return
        "\(files) in the table \(context["/config/namespace"] ?? "default").\(table) of \(bucket)."
    }
    let path = (context["/config/path"].map { "/\($0)" } ?? "")
    let pattern = context["/config/partitioning/time_pattern"] ?? ObjectKey.defaultTimePattern
    let folders =
      TimePattern(pattern).smallestUnit.map { ", a folder per \($0)" } ?? ", all in one folder"
    return "\(files) in \(bucket)\(path)\(folders)."
  }

  private func rollingSentence(_ context: RequestContext) -> String? {
    let policy: Pointer = "/config/rolling_policy"
    let size = context.number(policy.appending("file_size_bytes")).flatMap { $0 > 0 ? $0 : nil }
    let idle = context.number(policy.appending("inactivity_seconds"))
    let interval = context.number(policy.appending("interval_seconds")) ?? 300
    let limits = [
      size.map { "at \(ByteSize.describe($0))" },
      idle.map { "after \(DurationText.describe($0)) idle" },
      "after \(DurationText.describe(interval))",
    ].compactMap { $0 }
    return "A new file \(limits.joined(separator: " or "))."
  }

  private var secretsSentence: String? {
    let names = referencedVariables.map { "$\($0)" }
    return names.isEmpty ? nil : "Secrets from \(names.joined(separator: " and "))."
  }

  private static let secrets = SinkDescription.asked.filter(\.isSecret)

  /// The variables that secrets refer to, in the order of the form.
  var referencedVariables: [String] {
    Self.secrets.compactMap { secret in
      guard draft.applies(secret), case .text(let text) = draft[secret.pointer]
      else { return nil }
      return SecretReference(text)?.name
    }
  }

  // MARK: Checklist

  /// The checks of the sink and the account, one line each.
  package var checklist: [ReviewLine] {
    var lines: [ReviewLine] = []
    switch settings.target {
    case .none: break
    case .available(let target):
      let unverified = ReviewLine(
        status: isCreated ? .ok : .unknown, subject: "credentials", text: "for \(target)")
      lines.append(checkLine(.token) ?? unverified)
    case .unavailable(let sentence):
      lines.append(ReviewLine(status: .failed, subject: "credentials", text: sentence))
    }
    for pointer in ["/account_id", "/name", "/config/bucket", "/config/table_name"] as [Pointer] {
      guard let parameter = SinkDescription.parameter(at: pointer), draft.applies(parameter) else {
        continue
      }
      lines.append(line(for: parameter))
      if pointer == "/config/bucket" { lines += [checkLine(.catalog)].compactMap { $0 } }
    }
    for name in referencedVariables {
      let isSet = settings.environment.contains(name)
      let line = ReviewLine(
        status: isSet ? .ok : .failed, subject: "$\(name)",
        text: isSet ? "set here" : "not set here")
      lines.append(name == unsetVariables.first ? checkLine(.environment) ?? line : line)
    }
    if !isCreated { lines += unknownLines }
    return lines
  }

  private var unknownLines: [ReviewLine] {
    guard let checks = accountChecks else {
      return [
        ReviewLine(
          status: .unknown, subject: "bucket and keys",
          text: "not checked: whether they exist and match")
      ]
    }
    let lines = [.keys, .catalogToken, .permissions].compactMap { checkLine($0) }
    return checks.isRunning
      ? lines + [ReviewLine(status: .unknown, subject: "account", text: "checking …")] : lines
  }

  /// Returns the line of a parameter: its check, unless the value itself is invalid.
  ///
  /// A valid value without a check may still not exist in the account.
  private func line(for parameter: Parameter) -> ReviewLine {
    var line = ownLine(for: parameter)
    guard line.status == .ok else { return line }
    if !isCreated { line.status = .unknown }
    let subjects: [Pointer: AccountCheck.Subject] = [
      "/account_id": .account, "/name": .name, "/config/bucket": .bucket,
      "/config/table_name": .table,
    ]
    return subjects[parameter.pointer].flatMap { checkLine($0) } ?? line
  }

  private func ownLine(for parameter: Parameter) -> ReviewLine {
    let issue = draftValidation.issues(at: parameter.pointer).first
    let subject = parameter.pointer == "/account_id" ? "account" : parameter.label.lowercased()
    let text = draft[parameter.pointer].text
    guard let issue, issue.severity == .error else {
      return ReviewLine(status: .ok, subject: subject, text: text)
    }
    return ReviewLine(
      status: .failed, subject: subject, text: issue.isMissing ? "missing" : issue.message)
  }

  /// The missing requirements for creating the sink; nil if there are none.
  package var submissionNeeds: String? {
    guard !isCreated else { return nil }
    let issues = draftValidation.issuesBesideColumns.filter {
      $0.severity == .error && $0.rule != Issue.refusedRule
    }
    var needs = issues.prefix(3).map { name(of: $0) }
    let others = draftValidation.count(.error) - issues.prefix(3).count - rejectionCount
    if others > 0 { needs.append(Count.of(others, "other error")) }
    needs += unsetVariables.map { "$\($0)" }
    if case .unavailable(let sentence) = settings.target { needs.append(sentence) }
    return needs.isEmpty ? nil : "needs: \(needs.joined(separator: ", "))"
  }

  private var rejectionCount: Int {
    draftValidation.issuesBesideColumns.count { $0.rule == Issue.refusedRule }
  }

  /// The summary and the checklist as rows, wrapped for the form.
  var reviewLines: [FormRow] {
    let width = max(20, (layout.form?.columns.count ?? layout.columns) - 4)
    let empty = ReviewLine(status: .text, subject: "", text: "")
    let summary = TextWrap.lines(summary, width: width).map {
      ReviewLine(status: .text, subject: "", text: $0)
    }
    let checks: [FormRow] = checklist.flatMap { line in
      line.check.map { [.item(.check($0))] } ?? wrapped(line, width: width).map { .review($0) }
    }
    return (summary + [empty]).map { .review($0) } + checks + [.review(empty)]
  }

  /// Returns the full text of a check that cannot be focused, on several lines: the guide never
  /// shows it.
  private func wrapped(_ line: ReviewLine, width: Int) -> [ReviewLine] {
    let column = max(ReviewLine.subjectWidth, TerminalText.width(of: line.subject) + 1)
    let texts = TextWrap.lines(line.text, width: max(10, width - column))
    guard texts.count > 1 else { return [line] }
    return texts.enumerated().map { index, text in
      var part = ReviewLine(
        status: line.status, subject: index == 0 ? line.subject : "", text: text)
      part.isContinuation = index > 0
      return part
    }
  }
}

extension String {
  fileprivate var capitalizedName: String { prefix(1).uppercased() + dropFirst() }
}

extension TimePattern {
  /// The unit of the smallest folder of a pattern, as a word; nil for a constant pattern.
  fileprivate var smallestUnit: String? {
    let times = [60, 3600, 86_400, 31 * 86_400, 366 * 86_400]
    let units = ["minute", "hour", "day", "month", "year"]
    let start = Timestamp(secondsSinceEpoch: 1_795_464_930)
    guard let first = render(at: start) else { return nil }
    return zip(times, units).first { seconds, _ in
      render(at: Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + Int64(seconds))) != first
    }?.1
  }
}
