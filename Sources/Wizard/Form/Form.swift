package import SinkDraft
import SinkSpec

/// The rows of a step, built from the description and the draft.
package enum Form {
  /// Returns the rows of a step.
  ///
  /// - Parameters:
  ///   - step: Any step except the review, whose rows are issues and actions.
  ///   - draft: The draft, which determines the applicable parameters.
  ///   - folding: The expanded and collapsed columns.
  ///   - matches: The columns that match a search; nil for all.
  /// - Returns: Headings, items and schema fields from top to bottom.
  package static func rows(
    of step: Step, _ draft: Draft, _ folding: Folding = Folding(),
    matches: FilteredColumns? = nil
  ) -> FormRows {
    guard step == .schema, isAskedForColumns(draft) else {
      return FormRows(parameterRows(of: step, draft))
    }
    let list = draft.columns == .listed ? draft.fields : []
    let columns =
      matches.map { FormRows.LazyRows.matches($0.following(list, folding)) }
      ?? .columns(ColumnRows(of: list, folding))
    return FormRows(
      [.heading(.columns)], columns,
      [.item(.addField), .item(.importSchema), .item(.sample)] + parameterRows(of: step, draft))
  }

  private static func parameterRows(of step: Step, _ draft: Draft) -> [FormRow] {
    var rows: [FormRow] = []
    for section in step.sections {
      let parameters = SinkDescription.asked
        .filter { $0.section == section && draft.applies($0) && isAsked($0, draft) }
        .sorted { rank($0) < rank($1) }
      guard !parameters.isEmpty else { continue }
      rows.append(.heading(heading(of: section, draft)))
      if section == .schemaAdvanced, isAskedForColumns(draft) { rows.append(.item(.columns)) }
      rows += parameters.map { .item(.parameter($0.pointer)) }
    }
    let unknownMembers = draft.unknownMembers.filter { Step.holding($0.pointer) == step }
    for (heading, isUnknown) in [(FormHeading.unknownMembers, true), (.unplacedValues, false)] {
      let members = unknownMembers.filter { ($0.reason == .unknown) == isUnknown }
      guard !members.isEmpty else { continue }
      rows.append(.heading(heading))
      rows += members.map { .item(.unknownMember($0.pointer)) }
    }
    return rows
  }

  private static func heading(of section: FormSection, _ draft: Draft) -> FormHeading {
    section == .bucket && SinkType.catalogs.contains(draft["/type"].text)
      ? .catalogBucket : .section(section)
  }

  /// Returns whether a parameter is shown; it is hidden if an unknown member occupies its pointer.
  private static func isAsked(_ parameter: Parameter, _ draft: Draft) -> Bool {
    !draft.unknownMembers.contains {
      parameter.pointer.isWithin($0.pointer) && $0.literal != UnknownMember.emptyObject
    }
  }

  /// Returns the sort key of a parameter.
  ///
  /// The bucket precedes its account, which usually follows from step 1; a namespace precedes its
  /// table.
  private static func rank(_ parameter: Parameter) -> Int {
    switch parameter.pointer {
    case "/config/bucket", "/name": 0
    case "/type": 1
    case "/account_id", "/config/account_id", "/config/namespace": 2
    default: 3
    }
  }

  private static func isAskedForColumns(_ draft: Draft) -> Bool {
    SinkDescription.parameter(at: "/schema/fields").map { isAsked($0, draft) } ?? false
  }
}
