/// Findings are also thrown by parsers of typed values.
extension Finding: Error {}
