import CloudflareAPI
import SinkSpec

/// The JSON envelope of every API response.
enum Envelope {
  /// Returns a successful response.
  ///
  /// - Parameters:
  ///   - result: The result as JSON.
  ///   - info: The `result_info` of lists as JSON.
  /// - Returns: The response.
  static func success(_ result: String, info: String? = nil) -> HTTPResponse {
    let end = info.map { ",\"result_info\":\($0)" } ?? ""
    return .json(
      200, "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":\(result)\(end)}")
  }

  /// Returns an error response.
  static func failure(_ status: Int, _ errors: [APIError], headers: [Header] = []) -> HTTPResponse {
    let list = errors.map { error in
      let code = error.code.map { "\"code\":\($0)," } ?? ""
      let source = error.source.map { ",\"source\":{\"pointer\":\(JSONText.string($0))}" } ?? ""
      return "{\(code)\"message\":\(JSONText.string(error.message))\(source)}"
    }
    return .json(
      status,
      "{\"success\":false,\"errors\":[\(list.joined(separator: ","))],\"messages\":[],"
        + "\"result\":null}", headers: headers)
  }
}

extension HTTPResponse {
  /// Returns a response with a JSON text.
  static func json(_ status: Int, _ text: String, headers: [Header] = []) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [Header("Content-Type", "application/json")] + headers,
      body: Array(text.utf8))
  }
}
