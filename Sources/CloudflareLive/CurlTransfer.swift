import CCurl
import CloudflareAPI
import Glibc
import System

/// One HTTP request on a separate connection.
///
/// By default, libcurl does not follow redirects, store cookies, cache responses or read password
/// files. A callback supplies the body, which shows whether any of it was sent and ensures that no
/// part is sent twice.
final class CurlTransfer: Sendable {
  /// A key pair that signs the request as R2 and S3 expect (AWS Signature Version 4).
  struct Signature: Sendable {
    let keyID: String
    let secret: String
    /// The providers, region and service for libcurl; R2 has one region.
    static let scope = "aws:amz:auto:s3"
  }

  /// The maximum size of a response body, in bytes.
  static let lengthLimit = 1 << 20

  /// The interval at which to check for cancellation, in milliseconds.
  private static let step: CInt = 20

  private let url: String
  private let host: String
  private let method: String
  private let headers: [Header]
  private let body: [UInt8]
  private let trust: Trust
  private let timeout: Int
  private let isLoopback: Bool
  private let signature: Signature?
  private let cancellation = CancellationFlag()

  init(
    url: String, host: String, method: String, headers: [Header], body: [UInt8], trust: Trust,
    timeout: Int, isLoopback: Bool, signature: Signature? = nil
  ) {
    self.url = url
    self.host = host
    self.method = method
    self.headers = headers
    self.body = body
    self.trust = trust
    self.timeout = timeout
    self.isLoopback = isLoopback
    self.signature = signature
  }

  /// Sends the request, waits for the response, and traces both.
  func perform(tracedBy trace: ExchangeTrace?) async -> Result<HTTPResponse, TransportFailure> {
    guard let trace else { return await perform() }
    trace.writeRequest(method, url, headers, body: body)
    let start = ContinuousClock.now
    let result = await perform()
    let duration = ContinuousClock.now - start
    trace.writeResult(result, to: method, url, milliseconds: Int(duration / .milliseconds(1)))
    return result
  }

  /// Sends the request and waits for the response, or for the task to be cancelled.
  func perform() async -> Result<HTTPResponse, TransportFailure> {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // libcurl blocks, so keep it off the cooperative thread pool.
        detachThread { self.transfer { continuation.resume(returning: $0) } }
      }
    } onCancel: {
      cancellation.cancel()
    }
  }

  /// Performs the transfer.
  ///
  /// Calls the completion before cleanup, which may wait for a DNS lookup.
  private func transfer(completion complete: (Result<HTTPResponse, TransportFailure>) -> Void) {
    withRequest { request in
      guard !cancellation.isCancelled else {
        return complete(.failure(.init(.cancelled, mayHaveArrived: false)))
      }
      guard let transfer = ccurl_begin(&request) else {
        return complete(.failure(.init(.noLibrary, mayHaveArrived: false)))
      }
      defer { ccurl_end(transfer) }
      while ccurl_step(transfer, Self.step) {
        guard !cancellation.isCancelled else {
          let isSent = ccurl_result(transfer).was_sent
          return complete(.failure(.init(.cancelled, mayHaveArrived: isSent)))
        }
      }
      complete(result(ccurl_result(transfer)))
    }
  }

  private func result(_ result: ccurl_result) -> Result<HTTPResponse, TransportFailure> {
    let message = String(cString: result.message)
    let reason: TransportFailure.Reason
    switch result.problem {
    case CCURL_NONE: return .success(HTTPResponse(result))
    case CCURL_REFUSED: reason = .refused(host: host)
    case CCURL_NO_ADDRESS: reason = .nameNotFound(host: host)
    case CCURL_INSECURE: reason = .insecure(message)
    case CCURL_TIMED_OUT: reason = .timedOut(seconds: timeout)
    case CCURL_TOO_LONG: reason = .tooLong(limit: Self.lengthLimit)
    case CCURL_PROXY_REFUSED:
      reason = .proxyRefused(
        variable: String(cString: result.proxy_variable), status: result.proxy_status)
    case CCURL_PROXY_UNREACHABLE:
      reason = .proxyUnreachable(variable: String(cString: result.proxy_variable), message)
    case CCURL_NOT_LOOPBACK: reason = .notLoopback(host: host)
    case CCURL_CANNOT_SIGN: reason = .cannotSign
    case CCURL_NOT_HTTP: reason = .notHTTP(message)
    default: reason = .broken(message)
    }
    return .failure(TransportFailure(reason, mayHaveArrived: result.was_sent))
  }

  /// Calls a closure with the scope, the key ID and the secret of the signature, if there is one.
  private func withSignature(
    _ use: (UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Void
  ) {
    withOptionalCString(signature.map { _ in Signature.scope }) { scope in
      withOptionalCString(signature?.keyID) { keyID in
        withOptionalCString(signature?.secret) { secret in use(scope, keyID, secret) }
      }
    }
  }

  /// Calls a closure with the C representation of the request.
  private func withRequest(_ use: (inout ccurl_request) -> Void) {
    // Disable `Expect: 100-continue`, which would delay a body. Without a body, leave the header
    // out: libcurl would sign it but not send it.
    let lines = headers.map { "\($0.name): \($0.value)" } + (body.isEmpty ? [] : ["Expect:"])
    let copies = lines.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    let pointers = copies.compactMap { $0.map { UnsafePointer<CChar>($0) } }
    url.withCString { url in
      method.withCString { method in
        pointers.withUnsafeBufferPointer { pointers in
          body.withUnsafeBufferPointer { body in
            withOptionalCString(trust.file) { file in
              withOptionalCString(trust.folder) { folder in
                guard let list = pointers.baseAddress else { return }
                var request = ccurl_request(
                  url: url, method: method, headers: list, header_count: pointers.count,
                  body: body.baseAddress, body_length: body.count,
                  timeout_milliseconds: timeout * 1_000, length_limit: Self.lengthLimit,
                  certificate_file: file, certificate_folder: folder,
                  stays_on_this_machine: isLoopback, signature_scope: nil,
                  signature_key_id: nil, signature_secret: nil)
                withSignature { scope, keyID, secret in
                  request.signature_scope = scope
                  request.signature_key_id = keyID
                  request.signature_secret = secret
                  use(&request)
                }
              }
            }
          }
        }
      }
    }
  }
}

private func withOptionalCString(_ text: String?, _ use: (UnsafePointer<CChar>?) -> Void) {
  if let text { text.withCString(use) } else { use(nil) }
}

extension HTTPResponse {
  fileprivate init(_ result: ccurl_result) {
    let bytes = UnsafeRawBufferPointer(start: result.headers, count: result.headers_length)
    let lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst()
    let headers = lines.compactMap { line -> Header? in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return Header(Self.text(line[..<colon]), Self.text(line[(colon + 1)...]))
    }
    self.init(
      status: result.status, headers: headers,
      body: Array(UnsafeBufferPointer(start: result.body, count: result.body_length)))
  }

  /// Returns a header's name or value without surrounding whitespace.
  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}

/// The trusted certificates: the system's, or those in curl's environment variables.
package struct Trust: Hashable, Sendable {
  let file: String?
  let folder: String?

  /// Reads `CURL_CA_BUNDLE`, or otherwise `SSL_CERT_FILE` and `SSL_CERT_DIR`, as curl does.
  package init(environment: [String: String]) {
    func path(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let bundle = path("CURL_CA_BUNDLE")
    file = bundle ?? path("SSL_CERT_FILE")
    folder = bundle == nil ? path("SSL_CERT_DIR") : nil
  }
}
