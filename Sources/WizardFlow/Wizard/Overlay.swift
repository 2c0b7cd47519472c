package import SinkExport
package import SinkSpec
import Surface

/// What stands in front of the form until it is answered or closed.
package enum Overlay: Hashable, Sendable {
  /// All keys; the number of lines scrolled.
  case help(scroll: Int)
  case choices(ChoiceList)
  /// What can be done with the marked columns.
  case marked(ChoiceList)
  /// What the request can be written as.
  case exports(ExportList)
  case confirm(Question)
  /// A request is under way.
  case submitting(Submitting)
  /// What came of a request that created nothing as far as is known.
  case verdict(SubmissionVerdict)
  /// The sink that was created; the number of lines scrolled.
  case result(scroll: Int)
  /// Asks for a file's name.
  case fileName(FileNamePrompt)
  /// Sample events are being read.
  case sampling(SampleReading)
  /// Columns that would take the place of those that there are.
  case proposal(ProposalReview)
  /// What was found in a file that was opened.
  case report(FileReport)
  /// Drafts of earlier wizards.
  case drafts(DraftList)
}

/// A list of what the request can be written as, for other tools.
package struct ExportList: Hashable, Sendable {
  package internal(set) var selected = 0

  package var form: ExportForm { ExportForm.allCases[selected] }
}

/// A question that is answered by y or n.
package struct Question: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case finishWithErrors, leave, submit
    case overwrite(name: String, ExportForm)
  }

  package let subject: Subject
  package let text: String
  package let yes: String
  package let no: String
}

/// A prompt for the name of a file to save to or to open.
package struct FileNamePrompt: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    case open
    /// Columns from a schema file.
    case importSchema
    /// Columns from sample events.
    case sample
    case save(ExportForm)
  }

  package let purpose: Purpose
  package var editor = LineEditor()
  /// Why the last try failed.
  package var problem: String?
}

/// What was found in a file: the issues of its payload with their places.
package struct FileReport: Hashable, Sendable {
  package let name: String
  /// A sentence on what became of the file's contents.
  package let summary: String
  package let lines: [Line]
  package var scroll = 0

  package struct Line: Hashable, Sendable {
    package let severity: Severity
    package let text: String
  }

  /// The report as it shows in a box of a width.
  package func wrapped(width: Int) -> [(severity: Severity?, text: String)] {
    let whole = TextWrap.lines(summary, width: width).map { (severity: Severity?.none, text: $0) }
    let found = lines.flatMap { line in
      TextWrap.lines("\(line.severity.sign) \(line.text)", width: width)
        .map { (severity: Severity?.some(line.severity), text: $0) }
    }
    return whole + [(nil, "")] + found
  }
}

extension Severity {
  /// The sign that stands for it on the screen.
  package var sign: String {
    switch self {
    case .error: "✗"
    case .warning: "!"
    case .note: "i"
    }
  }
}
