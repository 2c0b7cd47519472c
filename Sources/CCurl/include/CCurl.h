// HTTP requests with libcurl, which is loaded on the first request.
//
// Because libcurl is not linked, a run that sends nothing neither needs it nor loads its forty
// dependencies. Swift cannot call libcurl's variadic functions, so this interface uses structures
// for the request and the result.
#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A request. All pointers must stay valid until the transfer ends.
struct ccurl_request {
  const char *_Nonnull url;
  const char *_Nonnull method;
  const char *_Nonnull const *_Nonnull headers;
  size_t header_count;
  const uint8_t *_Nullable body;
  size_t body_length;
  /// The time limit for the whole transfer, DNS lookup included.
  long timeout_milliseconds;
  /// The maximum size of the response body, in bytes.
  size_t length_limit;
  /// A file and a directory of trusted certificates instead of the system's; may be null.
  const char *_Nullable certificate_file;
  const char *_Nullable certificate_folder;
  /// Whether to use no proxy and connect only to loopback addresses.
  bool stays_on_this_machine;
  /// The parameters for an AWS Signature Version 4 of the request; null for no signature.
  const char *_Nullable signature_scope;
  const char *_Nullable signature_key_id;
  const char *_Nullable signature_secret;
};

/// The kinds of failure; libcurl distinguishes many more.
enum ccurl_problem {
  CCURL_NONE = 0,
  CCURL_REFUSED = 1,
  CCURL_NO_ADDRESS = 2,
  CCURL_INSECURE = 3,
  CCURL_TIMED_OUT = 4,
  CCURL_TOO_LONG = 5,
  CCURL_NOT_HTTP = 6,
  CCURL_BROKEN = 7, // Anything else.
  CCURL_PROXY_REFUSED = 8, // The proxy's response to CONNECT was not 2xx.
  CCURL_PROXY_UNREACHABLE = 9,
  CCURL_CANNOT_SIGN = 11, // libcurl before 7.75.
  CCURL_NOT_LOOPBACK = 10, // `stays_on_this_machine` was set, but the host is not loopback.
};

/// The result of a transfer. The pointers are valid until the transfer ends.
struct ccurl_result {
  enum ccurl_problem problem;
  /// Whether any of the body was sent, or, without a body, the request itself.
  bool was_sent;
  long status;
  /// The status of the proxy's response to CONNECT, such as 403; 0 without one.
  long proxy_status;
  /// The environment variable that sets the proxy, such as `https_proxy`; empty without a proxy.
  const char *_Nonnull proxy_variable;
  /// The header lines of the final response, each with a trailing line feed.
  const char *_Nonnull headers;
  size_t headers_length;
  const uint8_t *_Nonnull body;
  size_t body_length;
  /// libcurl's error message.
  const char *_Nonnull message;
};

struct ccurl_transfer;

/// Creates a transfer; returns null if libcurl cannot be loaded.
struct ccurl_transfer *_Nullable ccurl_begin(const struct ccurl_request *_Nonnull request);

/// Runs the transfer for at most the given time in ms; returns whether it is still in progress.
bool ccurl_step(struct ccurl_transfer *_Nonnull transfer, int milliseconds);

/// Returns the result once the transfer has finished or been abandoned.
struct ccurl_result ccurl_result(struct ccurl_transfer *_Nonnull transfer);

/// Closes the connection and frees the transfer.
void ccurl_end(struct ccurl_transfer *_Nonnull transfer);

#endif
