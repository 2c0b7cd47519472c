import Testing

extension CursesTests {
  @Suite struct ExitPathTests {
    /// Uses a subprocess, because a process with other running tests is not safe to fork.
    @Test(arguments: ExitPath.allCases)
    func `restores the terminal on every exit path`(_ path: ExitPath) async {
      await #expect(processExitsWith: .success) { [path] in
        try path.check()
      }
    }
  }
}
