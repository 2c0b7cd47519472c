import SinkSpec

/// What is odd about a member's name.
enum NameRemark {
  static func all(for name: String) -> [Remark] {
    if name.isEmpty { return [Remark(.warning, "its name is empty")] }
    var remarks: [Remark] = []
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      remarks.append(Remark(.warning, "its name has control characters"))
    }
    if name.unicodeScalars.contains("\u{FFFD}") {
      remarks.append(Remark(.warning, "its name has U+FFFD, as half a surrogate pair becomes"))
    }
    return remarks
  }
}
