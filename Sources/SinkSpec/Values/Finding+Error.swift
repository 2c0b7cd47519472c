/// A finding is also the failure of reading a value that is typed as text.
extension Finding: Error {}
