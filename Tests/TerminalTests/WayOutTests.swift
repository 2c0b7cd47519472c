import Testing

extension CursesTests {
  @Suite struct WayOutTests {
    /// In a process of its own, since a process with other tests at work is not safe to fork.
    @Test(arguments: WayOut.allCases)
    func `every way out gives the terminal back`(_ way: WayOut) async {
      await #expect(processExitsWith: .success) { [way] in
        try way.check()
      }
    }
  }
}
