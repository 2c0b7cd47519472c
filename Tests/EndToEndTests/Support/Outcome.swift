/// How a program ended and what it said.
struct Outcome: Equatable {
  let status: Int
  let output: String
  let errors: String
}
