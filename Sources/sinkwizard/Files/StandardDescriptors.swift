import Glibc

/// Standard input, output and error: descriptors 0 to 2.
enum StandardDescriptors {
  /// Opens the ones that are closed, so that no file opened later gets their numbers.
  ///
  /// Each is opened for the opposite direction, so using it still fails with `EBADF`: output to a
  /// closed descriptor must not count as written.
  static func open() {
    // `open` returns the lowest free number, so ascending order fills each gap.
    for (descriptor, mode) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(CInt, CInt)]
    where fcntl(descriptor, F_GETFD) < 0 && Glibc.open("/dev/null", mode) != descriptor {
      // Standard error may be missing, so exit with only a status.
      exit(ExitStatus.unwritable.rawValue)
    }
  }
}
