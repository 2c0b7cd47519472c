import System
import Testing

@Suite struct `A snapshot of the environment` {
  @Test func `treats an empty variable as unset`() {
    let environment: Environment = ["EMPTY": "", "SET": "x"]
    #expect(environment["EMPTY"] == nil)
    #expect(environment["SET"] == "x")
    #expect(environment["MISSING"] == nil)
    #expect(environment.names == ["EMPTY", "SET"])
  }

  @Test func `has the variables of the process`() {
    #expect(Environment.current["PATH"]?.contains("/bin") == true)
  }
}
