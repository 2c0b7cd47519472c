/// The exit status and output of a program.
struct Outcome: Equatable {
  let status: Int
  let output: String
  let errors: String
}
