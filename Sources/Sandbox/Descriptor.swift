import Glibc

/// What holds for every file descriptor of the server.
enum Descriptor {
  /// Nothing waits on it but `poll`, and no program that is started inherits it.
  static func keepToItself(_ descriptor: CInt) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// What went wrong last, in the words of the system.
  static var lastError: String { String(cString: strerror(errno)) }
}
