internal import Glibc

/// Variables of the process's environment.
enum Environment {
  /// The value of a variable; nil if it is not set or empty, which mean the same here.
  static func value(_ name: String) -> String? {
    guard let text = unsafe getenv(name) else { return nil }
    let value = unsafe String(cString: text)
    return value.isEmpty ? nil : value
  }
}
