#include "CCurl.h"
#include "library.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/// The most bytes of headers that are taken.
static const size_t headers_limit = 64 * 1024;

struct bytes {
  uint8_t *start;
  size_t length;
};

struct ccurl_transfer {
  const struct curl_library *curl;
  CURLM *multi;
  CURL *easy;
  struct curl_slist *headers_out;
  const uint8_t *body_out;
  size_t body_left;
  bool has_body;
  bool was_body_asked_for;
  size_t length_limit;
  struct bytes headers;
  bool are_headers_complete;
  struct bytes body;
  bool is_too_long;
  int result;
  bool is_outside_this_machine;
  char proxy_variable[32];
  char error[ERROR_SIZE];
};

static bool append(struct bytes *bytes, const void *more, size_t length) {
  uint8_t *start = realloc(bytes->start, bytes->length + length + 1);
  if (!start) return false;
  memcpy(start + bytes->length, more, length);
  bytes->start = start;
  bytes->length += length;
  return true;
}

static size_t give_body(char *place, size_t size, size_t count, void *context) {
  struct ccurl_transfer *transfer = context;
  transfer->was_body_asked_for = true;
  size_t length = size * count < transfer->body_left ? size * count : transfer->body_left;
  memcpy(place, transfer->body_out, length);
  transfer->body_out += length;
  transfer->body_left -= length;
  return length;
}

static size_t take_header(char *line, size_t size, size_t count, void *context) {
  struct ccurl_transfer *transfer = context;
  size_t length = size * count;
  // A status line begins anew: what came before was a hint, not the answer.
  if (transfer->are_headers_complete || (length >= 5 && !memcmp(line, "HTTP/", 5))) {
    transfer->headers.length = 0;
    transfer->are_headers_complete = false;
  }
  if (length == 0 || line[0] == '\r' || line[0] == '\n') transfer->are_headers_complete = true;
  if (transfer->headers.length + length > headers_limit) {
    transfer->is_too_long = true;
    return 0;
  }
  return append(&transfer->headers, line, length) ? length : 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  struct ccurl_transfer *transfer = context;
  size_t length = size * count;
  if (length > transfer->length_limit - transfer->body.length) {
    transfer->is_too_long = true;
    return 0;
  }
  return append(&transfer->body, bytes, length) ? length : 0;
}

/// Whether an address is one of this machine's loopback interface.
static bool is_loopback(const struct sockaddr *address) {
  if (address->sa_family == AF_INET) {
    const struct sockaddr_in *ipv4 = (const struct sockaddr_in *)address;
    return ntohl(ipv4->sin_addr.s_addr) >> 24 == 127;
  }
  return address->sa_family == AF_INET6 &&
         IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)address)->sin6_addr);
}

/// Opens a socket for a loopback address only: a host name may resolve to anything.
static int open_loopback_socket(void *context, int purpose, struct curl_address *address) {
  struct ccurl_transfer *transfer = context;
  (void)purpose;
  if (!is_loopback(&address->address)) {
    transfer->is_outside_this_machine = true;
    return BAD_SOCKET;
  }
  return socket(address->family, address->socket_type | SOCK_CLOEXEC, address->protocol);
}

/// Notes which variable names the proxy in use. Before libcurl 8.7 only its log tells.
static int read_log(CURL *easy, int kind, char *text, size_t length, void *context) {
  static const char start[] = "Uses proxy env variable ";
  struct ccurl_transfer *transfer = context;
  (void)easy;
  if (kind != LOG_TEXT || length < sizeof start || memcmp(text, start, sizeof start - 1) != 0)
    return 0;
  size_t count = 0;
  // The proxy's URL follows the name. It may hold a password, so it is not copied.
  for (size_t i = sizeof start - 1; i < length && text[i] != ' '; i++)
    if (count < sizeof transfer->proxy_variable - 1) transfer->proxy_variable[count++] = text[i];
  transfer->proxy_variable[count] = '\0';
  return 0;
}

static void configure(struct ccurl_transfer *transfer, const struct ccurl_request *request) {
  int (*set)(CURL *, int, ...) = transfer->curl->easy_setopt;
  CURL *easy = transfer->easy;
  set(easy, OPTION_URL, request->url);
  set(easy, OPTION_PROTOCOLS, (long)PROTOCOLS_HTTP_AND_HTTPS);
  set(easy, OPTION_HTTP_VERSION, (long)HTTP_1_1);
  set(easy, OPTION_HTTP09_ALLOWED, 0L);
  set(easy, OPTION_NO_SIGNAL, 1L);
  set(easy, OPTION_QUICK_EXIT, 1L);
  // A new connection for each request: libcurl sends one again only on a connection it kept.
  set(easy, OPTION_FRESH_CONNECT, 1L);
  set(easy, OPTION_FORBID_REUSE, 1L);
  set(easy, OPTION_SUPPRESS_CONNECT_HEADERS, 1L);
  set(easy, OPTION_TIMEOUT_MILLISECONDS, request->timeout_milliseconds);
  set(easy, OPTION_ERROR_BUFFER, transfer->error);
  set(easy, OPTION_HEADER_FUNCTION, take_header);
  set(easy, OPTION_HEADER_DATA, transfer);
  set(easy, OPTION_WRITE_FUNCTION, take_body);
  set(easy, OPTION_WRITE_DATA, transfer);
  if (transfer->has_body) {
    set(easy, OPTION_POST, 1L);
    set(easy, OPTION_POST_SIZE, (int64_t)request->body_length);
    set(easy, OPTION_READ_FUNCTION, give_body);
    set(easy, OPTION_READ_DATA, transfer);
  }
  set(easy, OPTION_CUSTOM_REQUEST, request->method);
  for (size_t i = 0; i < request->header_count; i++) {
    struct curl_slist *list =
      transfer->curl->slist_append(transfer->headers_out, request->headers[i]);
    if (list) transfer->headers_out = list;
  }
  set(easy, OPTION_HEADERS, transfer->headers_out);
  if (request->stays_on_this_machine) {
    // An empty name means no proxy, whatever the environment says.
    set(easy, OPTION_PROXY, "");
    set(easy, OPTION_OPEN_SOCKET_FUNCTION, open_loopback_socket);
    set(easy, OPTION_OPEN_SOCKET_DATA, transfer);
  } else {
    set(easy, OPTION_VERBOSE, 1L);
    set(easy, OPTION_DEBUG_FUNCTION, read_log);
    set(easy, OPTION_DEBUG_DATA, transfer);
  }
  if (request->certificate_file)
    set(easy, OPTION_CERTIFICATE_FILE, request->certificate_file);
  if (request->certificate_folder)
    set(easy, OPTION_CERTIFICATE_FOLDER, request->certificate_folder);
}

struct ccurl_transfer *ccurl_begin(const struct ccurl_request *request) {
  const struct curl_library *curl = ccurl_library();
  struct ccurl_transfer *transfer = curl ? calloc(1, sizeof *transfer) : NULL;
  if (!transfer) return NULL;
  transfer->curl = curl;
  transfer->has_body = request->body_length > 0;
  transfer->body_out = request->body;
  transfer->body_left = request->body_length;
  transfer->length_limit = request->length_limit;
  transfer->easy = curl->easy_init();
  transfer->multi = curl->multi_init();
  if (!transfer->easy || !transfer->multi) {
    ccurl_end(transfer);
    return NULL;
  }
  configure(transfer, request);
  curl->multi_add_handle(transfer->multi, transfer->easy);
  return transfer;
}

bool ccurl_step(struct ccurl_transfer *transfer, int milliseconds) {
  const struct curl_library *curl = transfer->curl;
  int running = 0;
  if (curl->multi_perform(transfer->multi, &running) != 0) {
    transfer->result = -1;
    return false;
  }
  int left = 0;
  for (struct curl_message *message; (message = curl->multi_info_read(transfer->multi, &left));)
    if (message->kind == MESSAGE_DONE) transfer->result = message->data.result;
  if (running == 0) return false;
  curl->multi_wait(transfer->multi, NULL, 0, milliseconds, NULL);
  return true;
}

static long connect_status(struct ccurl_transfer *transfer) {
  long status = 0;
  transfer->curl->easy_getinfo(transfer->easy, INFO_CONNECT_STATUS, &status);
  return status;
}

/// libcurl's number as one of the few problems that are told apart.
static enum ccurl_problem problem(struct ccurl_transfer *transfer) {
  long system_error = 0;
  bool uses_proxy = transfer->proxy_variable[0] != '\0';
  if (transfer->is_too_long) return CCURL_TOO_LONG;
  if (transfer->result != 0 && connect_status(transfer) / 100 > 2) return CCURL_PROXY_REFUSED;
  switch (transfer->result) {
  case 0: return transfer->are_headers_complete ? CCURL_NONE : CCURL_BROKEN;
  case 1: return CCURL_NOT_HTTP; // Also an answer without a status line.
  case 8: return CCURL_NOT_HTTP;
  case 5: return CCURL_PROXY_UNREACHABLE;
  case 6: return CCURL_NO_ADDRESS;
  case 97: return CCURL_PROXY_UNREACHABLE;
  case 7:
    if (transfer->is_outside_this_machine) return CCURL_NOT_LOOPBACK;
    if (uses_proxy) return CCURL_PROXY_UNREACHABLE;
    transfer->curl->easy_getinfo(transfer->easy, INFO_ERRNO, &system_error);
    return system_error == ECONNREFUSED ? CCURL_REFUSED : CCURL_BROKEN;
  case 28: return CCURL_TIMED_OUT;
  case 35: case 53: case 54: case 58: case 59: case 60: case 64: case 66: case 77: case 80:
  case 82: case 83: case 90: case 91: return CCURL_INSECURE;
  default: return CCURL_BROKEN;
  }
}

struct ccurl_result ccurl_result(struct ccurl_transfer *transfer) {
  struct ccurl_result result = {
    .problem = problem(transfer),
    .headers = transfer->headers.start ? (const char *)transfer->headers.start : "",
    .headers_length = transfer->headers.length,
    .body = transfer->body.start ? transfer->body.start : (const uint8_t *)"",
    .body_length = transfer->body.length,
    .message = transfer->error,
    .proxy_status = connect_status(transfer),
    .proxy_variable = transfer->proxy_variable,
  };
  transfer->curl->easy_getinfo(transfer->easy, INFO_STATUS, &result.status);
  long sent = 0;
  transfer->curl->easy_getinfo(transfer->easy, INFO_REQUEST_SIZE, &sent);
  result.was_sent = transfer->has_body ? transfer->was_body_asked_for : sent > 0;
  if (!transfer->error[0])
    result.message = transfer->result > 0 ? transfer->curl->easy_strerror(transfer->result)
                                          : "it was closed in the middle of the headers";
  return result;
}

void ccurl_end(struct ccurl_transfer *transfer) {
  if (transfer->multi && transfer->easy)
    transfer->curl->multi_remove_handle(transfer->multi, transfer->easy);
  if (transfer->easy) transfer->curl->easy_cleanup(transfer->easy);
  if (transfer->multi) transfer->curl->multi_cleanup(transfer->multi);
  transfer->curl->slist_free_all(transfer->headers_out);
  free(transfer->headers.start);
  free(transfer->body.start);
  free(transfer);
}
