import Glibc
import SinkDraft
import Wizard

/// A draft's file: a journal that stays open, so that saving a state is a single short write.
struct DraftFile: ~Copyable {
  /// The number of the draft in its folder.
  let number: Int
  private let path: String
  /// The open file, or -1 before the first write and after a failed one.
  private var descriptor: CInt = -1
  private var id: ino_t = 0
  private var size = 0
  private var lastRecord: [UInt8] = []

  init(_ number: Int, in folder: DraftFolder) {
    self.number = number
    path = folder.file(number)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether the file has earlier states, which ``compact()`` removes.
  var hasHistory: Bool { descriptor >= 0 && size > lastRecord.count }

  /// Saves a state.
  ///
  /// - Parameter record: The state, as ``DraftWriter`` writes it.
  /// - Returns: The error, phrased to follow the file name; nil on success.
  mutating func save(_ record: [UInt8]) -> FileProblem? {
    append(record) ? nil : replace(with: record)
  }

  /// Removes earlier states from the file.
  mutating func compact() {
    if hasHistory { _ = replace(with: lastRecord) }
  }

  /// Appends a state if the file is unchanged since the last write and stays small.
  private mutating func append(_ record: [UInt8]) -> Bool {
    var status = stat()
    guard descriptor >= 0, size + record.count <= DraftJournal.sizeLimit,
      lstat(path, &status) == 0, status.st_ino == id, status.st_size == size,
      FileContents.writeAll(record, to: descriptor)
    else { return false }
    size += record.count
    lastRecord = record
    return true
  }

  /// Replaces the file by one with only this state.
  private mutating func replace(with record: [UInt8]) -> FileProblem? {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    switch Payload.replaceAndKeepOpen(path, with: record, isLasting: false) {
    case .success(let opened):
      var status = stat()
      id = fstat(opened, &status) == 0 ? status.st_ino : 0
      (descriptor, size, lastRecord) = (opened, record.count, record)
      return nil
    case .failure(let problem): return problem
    }
  }
}
