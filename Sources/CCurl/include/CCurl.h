// One HTTP request by libcurl, which is loaded when the first one is made.
//
// It is loaded and not linked, so that a program that sends nothing neither needs it nor waits for
// the forty libraries behind it. Its functions take any number of arguments, which Swift cannot
// call; so what is asked for comes in a structure, and what came of it goes out in one.
#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What to send, and how. Everything is copied or used until the transfer ends.
struct ccurl_request {
  const char *_Nonnull url;
  const char *_Nonnull method;
  const char *_Nonnull const *_Nonnull headers;
  size_t header_count;
  const uint8_t *_Nullable body;
  size_t body_length;
  /// From the first step to the last byte, name resolution included.
  long timeout_milliseconds;
  /// The most bytes of an answer's body that are taken.
  size_t length_limit;
  /// A file and a folder of certificates to trust instead of the system's; may be null.
  const char *_Nullable certificate_file;
  const char *_Nullable certificate_folder;
  /// Whether to use no proxy and to connect to loopback addresses only.
  bool stays_on_this_machine;
};

/// What went wrong, in the words of this program; libcurl has many more.
enum ccurl_problem {
  CCURL_NONE = 0,
  CCURL_REFUSED = 1,
  CCURL_NO_ADDRESS = 2,
  CCURL_INSECURE = 3,
  CCURL_TIMED_OUT = 4,
  CCURL_TOO_LONG = 5,
  CCURL_NOT_HTTP = 6,
  CCURL_BROKEN = 7, // Anything else.
  CCURL_PROXY_REFUSED = 8, // The proxy answered CONNECT with another status than 2xx.
  CCURL_PROXY_UNREACHABLE = 9,
  CCURL_NOT_LOOPBACK = 10, // `stays_on_this_machine` was set, but the host is another machine.
};

/// What is known of a transfer; the pointers live as long as it.
struct ccurl_result {
  enum ccurl_problem problem;
  /// Whether all of a request without a body, or any of a body, was given to the network.
  bool was_sent;
  long status;
  /// The proxy's answer to CONNECT, such as 403; 0 without one.
  long proxy_status;
  /// The environment variable that names the proxy, such as `https_proxy`; empty without a proxy.
  const char *_Nonnull proxy_variable;
  /// The lines of the last headers, each ending in a line feed.
  const char *_Nonnull headers;
  size_t headers_length;
  const uint8_t *_Nonnull body;
  size_t body_length;
  /// libcurl's words for the problem.
  const char *_Nonnull message;
};

struct ccurl_transfer;

/// Prepares a transfer; null when libcurl cannot be loaded.
struct ccurl_transfer *_Nullable ccurl_begin(const struct ccurl_request *_Nonnull request);

/// Goes on for at most so many milliseconds; returns whether it has to go on.
bool ccurl_step(struct ccurl_transfer *_Nonnull transfer, int milliseconds);

/// What is known so far: after the last step, or after the one that nothing follows.
struct ccurl_result ccurl_result(struct ccurl_transfer *_Nonnull transfer);

/// Closes the connection and forgets the transfer.
void ccurl_end(struct ccurl_transfer *_Nonnull transfer);

#endif
