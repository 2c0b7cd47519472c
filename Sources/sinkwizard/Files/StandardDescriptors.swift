import Glibc

/// Standard input, output and error: descriptors 0 to 2.
enum StandardDescriptors {
  /// Opens those that the caller has closed, so that no file opened later takes their numbers.
  ///
  /// Reading from one of them or writing to it still fails with `EBADF`, since each is opened for
  /// the other direction: a payload that goes nowhere must not count as written.
  static func open() {
    // `open` takes the lowest free number, so going upwards fills each gap with itself.
    for (descriptor, mode) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(CInt, CInt)]
    where fcntl(descriptor, F_GETFD) < 0 && Glibc.open("/dev/null", mode) != descriptor {
      // Without messages there is only the status to say that nothing can be written.
      exit(ExitStatus.unwritable.rawValue)
    }
  }
}
