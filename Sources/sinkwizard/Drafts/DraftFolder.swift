import Glibc
import System
import Wizard

/// The folder with the drafts of this user, `draft-1.json` and so on, one for each wizard that runs.
///
/// A wizard holds a lock on its draft's number, so that no other one writes or reads it meanwhile.
struct DraftFolder: Sendable {
  /// Why drafts cannot be kept, as a sentence.
  struct Problem: Error {
    let sentence: String
  }

  /// More wizards than this at one time keep no drafts.
  private static let highestNumber = 999
  /// The most bytes that the first line of a draft has.
  private static let lineLimit = 1 << 16
  /// The most bytes that are read of a draft; a payload has a sixteenth at most.
  private static let sizeLimit = 256 << 20

  let path: String
  /// Of the file in which each byte is the lock of a draft; open as long as the program runs.
  private let locks: CInt

  /// Opens the folder, and makes it when there is none.
  ///
  /// - Throws: why there is none.
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
      throw Problem(sentence: "No draft is kept: \(path) is not a folder of this user")
    }
    guard status.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0 else { throw problem(path) }
    return path
  }

  private static func problem(_ path: String) -> Problem {
    Problem(sentence: "No draft is kept: \(path): \(SystemError.last.message)")
  }

  func file(_ number: Int) -> String { "\(path)/draft-\(number).json" }

  /// Takes the lock of a number; it is held until ``unlock(_:)``, or until the program ends.
  ///
  /// - Returns: whether no other wizard has it.
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

  /// Locks a number that no draft has.
  func lockFreeNumber() -> Int? {
    (1...Self.highestNumber).first { number in
      var status = stat()
      guard lstat(file(number), &status) != 0, lock(number) else { return false }
      guard lstat(file(number), &status) == 0 else { return true }
      unlock(number)
      return false
    }
  }

  // MARK: What there is

  /// The drafts that no other wizard holds, the newest first, and sentences on those that are none.
  func drafts() -> (drafts: [DraftSummary], problems: [String]) {
    var drafts: [DraftSummary] = []
    var problems: [String] = []
    for number in numbers where lock(number) {
      defer { unlock(number) }
      do throws(SavedDraftProblem) {
        guard let line = firstLine(of: number) else { continue }
        drafts.append(try DraftSummary(reading: line, number: number))
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

  /// Removes what a wizard was writing when it was killed.
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

  /// The first line of a draft's file; nil when it cannot be read.
  private func firstLine(of number: Int) -> [UInt8]? {
    guard let descriptor = openFile(number) else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.lineLimit)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { return nil }
    return Array(bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") })
  }

  /// Opens a draft's file if it is one: a regular file of this user, and no link to one.
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

  /// Reads a draft whose number is locked.
  func read(_ number: Int) -> Result<SavedDraft, FileProblem> {
    guard let descriptor = openFile(number) else {
      return .failure(.failed("is gone or may not be read"))
    }
    defer { close(descriptor) }
    guard let bytes = FileContents.readAll(descriptor, limit: Self.sizeLimit) else {
      return .failure(.failed("could not be read: \(SystemError.last.message)"))
    }
    guard bytes.count <= Self.sizeLimit else {
      return .failure(.failed(setAside(number, .damaged("it is too large for one"))))
    }
    do throws(SavedDraftProblem) {
      return .success(try SavedDraft(reading: bytes))
    } catch {
      return .failure(.failed(setAside(number, error)))
    }
  }

  /// Puts a file that is no draft under another name, and says so in words that follow "the draft".
  private func setAside(_ number: Int, _ problem: SavedDraftProblem) -> String {
    let aside = (1...Self.highestNumber).lazy.map { "\(path)/draft-\(number)-aside-\($0)" }
      .first { name in
        var status = stat()
        return lstat(name, &status) != 0
      }
    guard let aside, rename(file(number), aside) == 0 else {
      return "\(file(number)) is none, and could not be set aside: \(SystemError.last.message)"
    }
    return switch problem {
    case .damaged(let what): "is damaged: \(what). It was set aside as \(aside)"
    case .newer: "is of a later sinkwizard. It was set aside as \(aside)"
    }
  }
}
