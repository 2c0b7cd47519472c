import Glibc
import SinkDraft
import System
import Wizard

/// The folder of the user's drafts: `draft-1.json` and so on, one for each running wizard.
///
/// A wizard locks its draft's number, so that no other wizard reads or writes it.
struct DraftFolder: Sendable {
  /// The reason drafts cannot be kept, as a sentence.
  struct Problem: Error {
    let sentence: String
  }

  /// The maximum number of drafts; further concurrent wizards keep none.
  private static let highestNumber = 999
  /// The maximum size of a draft in bytes, 16 times that of a payload.
  private static let sizeLimit = 16 * Payload.wizardLimit

  let path: String
  /// The lock file, with one byte for each draft; open as long as the program runs.
  private let locks: CInt

  /// Opens the folder, creating it if necessary.
  ///
  /// - Throws: The reason there is no usable folder.
  init() throws(Problem) {
    path = try Self.makePath()
    locks = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard locks >= 0 else { throw Self.problem(path) }
  }

  private static func makePath() throws(Problem) -> String {
    let base: String
    if let state = Environment.current["XDG_STATE_HOME"], state.hasPrefix("/") {
      base = state
    } else if let home = Environment.current["HOME"], home.hasPrefix("/") {
      base = "\(home)/.local/state"
    } else {
      throw Problem(sentence: "No draft is kept: HOME is not set")
    }
    var path = ""
    for part in "\(base)/sinkwizard".split(separator: "/") {
      path += "/\(part)"
      guard mkdir(path, 0o700) == 0 || errno == EEXIST || errno == EROFS || errno == EACCES else {
        throw problem(path)
      }
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { throw problem(path) }
    guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
      throw Problem(sentence: "No draft is kept: \(path) is not a folder you own")
    }
    guard status.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0 else { throw problem(path) }
    return path
  }

  private static func problem(_ path: String) -> Problem {
    Problem(sentence: "No draft is kept: \(path): \(SystemError.last.message)")
  }

  func file(_ number: Int) -> String { "\(path)/draft-\(number).json" }

  /// Locks a number until ``unlock(_:)`` is called or the program ends.
  ///
  /// - Parameter number: The number of the draft.
  /// - Returns: Whether the lock was free.
  func lock(_ number: Int) -> Bool { setLock(number, F_WRLCK) }

  func unlock(_ number: Int) { _ = setLock(number, F_UNLCK) }

  private func setLock(_ number: Int, _ kind: some BinaryInteger) -> Bool {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = number
    lock.l_len = 1
    return fcntl(locks, F_SETLK, &lock) == 0
  }

  /// Locks an unused number.
  func lockFreeNumber() -> Int? {
    (1...Self.highestNumber).first { number in
      var status = stat()
      guard lstat(file(number), &status) != 0, lock(number) else { return false }
      guard lstat(file(number), &status) == 0 else { return true }
      unlock(number)
      return false
    }
  }

  // MARK: Listing

  /// Returns the unlocked drafts, newest first, and a message for each unusable one.
  func drafts() -> (drafts: [DraftSummary], problems: [String]) {
    var drafts: [DraftSummary] = []
    var problems: [String] = []
    for number in numbers where lock(number) {
      defer { unlock(number) }
      do throws(SavedDraftProblem) {
        guard let text = beginning(of: number) else { continue }
        drafts.append(try DraftSummary(reading: text, number: number))
      } catch {
        problems.append(setAside(number, error))
      }
    }
    return (drafts.sorted { $0.savedAt > $1.savedAt }, problems)
  }

  private var numbers: [Int] {
    let files = names.compactMap { name -> (number: Int, rest: Substring)? in
      guard name.hasPrefix("draft-"), let dot = name.firstIndex(of: "."),
        let number = Int(name[..<dot].dropFirst(6)), (1...Self.highestNumber).contains(number)
      else { return nil }
      return (number, name[dot...])
    }
    for file in files where file.rest.hasPrefix(".json.") && file.rest.hasSuffix(".new") {
      removeLeftover(file.number, file.rest)
    }
    return files.filter { $0.rest == ".json" }.map(\.number).sorted()
  }

  /// Removes the temporary file of a wizard that was killed while writing.
  private func removeLeftover(_ number: Int, _ rest: Substring) {
    guard lock(number) else { return }
    unlink("\(path)/draft-\(number)\(rest)")
    unlock(number)
  }

  private var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// Returns the part of a draft's file that has its summaries; nil if it cannot be read.
  private func beginning(of number: Int) -> [UInt8]? {
    guard let descriptor = openFile(number) else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: DraftJournal.sizeLimit)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }

  /// Opens a draft's file if it is a regular file of this user; symbolic links are not followed.
  private func openFile(_ number: Int) -> CInt? {
    let descriptor = open(file(number), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid()
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Reads a locked draft.
  func read(_ number: Int) -> Result<SavedDraft, FileProblem> {
    guard let descriptor = openFile(number) else {
      return .failure(.failed("is gone, or you have no permission to read it"))
    }
    defer { close(descriptor) }
    guard let bytes = FileContents.readAll(descriptor, limit: Self.sizeLimit, reportingTo: { _ in })
    else {
      return .failure(.failed("could not be read: \(SystemError.last.message)"))
    }
    guard bytes.count <= Self.sizeLimit else {
      return .failure(.failed(setAside(number, .damaged("it is too large"))))
    }
    do throws(SavedDraftProblem) {
      return .success(try SavedDraft(reading: bytes))
    } catch {
      return .failure(.failed(setAside(number, error)))
    }
  }

  /// Renames an unusable draft, and returns a message phrased to follow "the draft".
  private func setAside(_ number: Int, _ problem: SavedDraftProblem) -> String {
    let aside = (1...Self.highestNumber).lazy.map { "\(path)/draft-\(number)-aside-\($0)" }
      .first { name in
        var status = stat()
        return lstat(name, &status) != 0
      }
    guard let aside, rename(file(number), aside) == 0 else {
      return "\(file(number)) is not a draft; moving it aside failed: \(SystemError.last.message)"
    }
    return switch problem {
    case .damaged(let what): "is damaged: \(what). It was moved to \(aside)"
    case .newer: "is from a newer version of sinkwizard. It was moved to \(aside)"
    }
  }
}
