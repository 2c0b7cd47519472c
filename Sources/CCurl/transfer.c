#include "CCurl.h"
#include "library.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/// The maximum size of the response headers, in bytes.
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
  bool was_body_requested;
  size_t length_limit;
  struct bytes headers;
  bool are_headers_complete;
  bool is_interim;
  struct bytes body;
  bool is_too_long;
  CURLcode result;
  bool is_outside_this_machine;
  bool cannot_sign;
  char proxy_variable[32];
  char error[CURL_ERROR_SIZE];
};

static bool append(struct bytes *bytes, const void *more, size_t length) {
  uint8_t *start = realloc(bytes->start, bytes->length + length + 1);
  if (!start) return false;
  memcpy(start + bytes->length, more, length);
  bytes->start = start;
  bytes->length += length;
  return true;
}

static size_t read_body(char *buffer, size_t size, size_t count, void *context) {
  struct ccurl_transfer *transfer = context;
  transfer->was_body_requested = true;
  size_t length = size * count < transfer->body_left ? size * count : transfer->body_left;
  memcpy(buffer, transfer->body_out, length);
  transfer->body_out += length;
  transfer->body_left -= length;
  return length;
}

static size_t write_header(char *line, size_t size, size_t count, void *context) {
  struct ccurl_transfer *transfer = context;
  size_t length = size * count;
  bool is_status_line = length > 9 && !memcmp(line, "HTTP/", 5);
  // Lines after the headers of the final response are trailers; ignore them.
  if (transfer->are_headers_complete && !transfer->is_interim) return length;
  if (transfer->are_headers_complete || is_status_line) {
    transfer->headers.length = 0;
    transfer->are_headers_complete = false;
    transfer->is_interim = is_status_line && line[9] == '1';
  }
  if (length == 0 || line[0] == '\r' || line[0] == '\n') transfer->are_headers_complete = true;
  if (transfer->headers.length + length > headers_limit) {
    transfer->is_too_long = true;
    return 0;
  }
  return append(&transfer->headers, line, length) ? length : 0;
}

static size_t write_body(char *bytes, size_t size, size_t count, void *context) {
  struct ccurl_transfer *transfer = context;
  size_t length = size * count;
  if (length > transfer->length_limit - transfer->body.length) {
    transfer->is_too_long = true;
    return 0;
  }
  return append(&transfer->body, bytes, length) ? length : 0;
}

/// Returns whether an address is a loopback address.
static bool is_loopback(const struct sockaddr *address) {
  if (address->sa_family == AF_INET) {
    const struct sockaddr_in *ipv4 = (const struct sockaddr_in *)address;
    return ntohl(ipv4->sin_addr.s_addr) >> 24 == 127;
  }
  return address->sa_family == AF_INET6 &&
         IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)address)->sin6_addr);
}

/// Opens sockets only for loopback addresses, because a host name may resolve to any address.
static curl_socket_t open_loopback_socket(void *context, curlsocktype purpose,
                                          struct curl_sockaddr *address) {
  struct ccurl_transfer *transfer = context;
  (void)purpose;
  if (!is_loopback(&address->addr)) {
    transfer->is_outside_this_machine = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Records the variable that sets the proxy, which libcurl before 8.7 exposes only in its log.
static int read_log(CURL *easy, curl_infotype kind, char *text, size_t length, void *context) {
  static const char start[] = "Uses proxy env variable ";
  struct ccurl_transfer *transfer = context;
  (void)easy;
  if (kind != CURLINFO_TEXT || length < sizeof start || memcmp(text, start, sizeof start - 1) != 0)
    return 0;
  size_t count = 0;
  // The proxy's URL follows the name. Do not copy it: it may contain a password.
  for (size_t i = sizeof start - 1; i < length && text[i] != ' '; i++)
    if (count < sizeof transfer->proxy_variable - 1) transfer->proxy_variable[count++] = text[i];
  transfer->proxy_variable[count] = '\0';
  return 0;
}

static void configure(struct ccurl_transfer *transfer, const struct ccurl_request *request) {
  __typeof__(curl_easy_setopt) *set = transfer->curl->easy_setopt;
  CURL *easy = transfer->easy;
  set(easy, CURLOPT_URL, request->url);
  set(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  set(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  set(easy, CURLOPT_HTTP09_ALLOWED, 0L);
  set(easy, CURLOPT_NOSIGNAL, 1L);
#if CURL_AT_LEAST_VERSION(7, 87, 0)
  set(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
  // Use a new connection for each request: libcurl retries only on reused connections.
  set(easy, CURLOPT_FRESH_CONNECT, 1L);
  set(easy, CURLOPT_FORBID_REUSE, 1L);
  set(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(easy, CURLOPT_TIMEOUT_MS, request->timeout_milliseconds);
  set(easy, CURLOPT_ERRORBUFFER, transfer->error);
  set(easy, CURLOPT_HEADERFUNCTION, write_header);
  set(easy, CURLOPT_HEADERDATA, transfer);
  set(easy, CURLOPT_WRITEFUNCTION, write_body);
  set(easy, CURLOPT_WRITEDATA, transfer);
  if (transfer->has_body) {
    set(easy, CURLOPT_POST, 1L);
    set(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
    set(easy, CURLOPT_READFUNCTION, read_body);
    set(easy, CURLOPT_READDATA, transfer);
  }
  if (!strcmp(request->method, "HEAD"))
    set(easy, CURLOPT_NOBODY, 1L);
  else
    set(easy, CURLOPT_CUSTOMREQUEST, request->method);
  if (request->signature_scope) {
    transfer->cannot_sign =
      set(easy, CURLOPT_AWS_SIGV4, request->signature_scope) != CURLE_OK;
    set(easy, CURLOPT_USERNAME, request->signature_key_id);
    set(easy, CURLOPT_PASSWORD, request->signature_secret);
  }
  for (size_t i = 0; i < request->header_count; i++) {
    struct curl_slist *list =
      transfer->curl->slist_append(transfer->headers_out, request->headers[i]);
    if (list) transfer->headers_out = list;
  }
  set(easy, CURLOPT_HTTPHEADER, transfer->headers_out);
  if (request->stays_on_this_machine) {
    // An empty string disables proxies from the environment.
    set(easy, CURLOPT_PROXY, "");
    set(easy, CURLOPT_OPENSOCKETFUNCTION, open_loopback_socket);
    set(easy, CURLOPT_OPENSOCKETDATA, transfer);
  } else {
    set(easy, CURLOPT_VERBOSE, 1L);
    set(easy, CURLOPT_DEBUGFUNCTION, read_log);
    set(easy, CURLOPT_DEBUGDATA, transfer);
  }
  if (request->certificate_file)
    set(easy, CURLOPT_CAINFO, request->certificate_file);
  if (request->certificate_folder)
    set(easy, CURLOPT_CAPATH, request->certificate_folder);
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
  if (transfer->cannot_sign) return false;
  if (curl->multi_perform(transfer->multi, &running) != CURLM_OK) {
    transfer->result = CURLE_OUT_OF_MEMORY;
    return false;
  }
  int left = 0;
  for (CURLMsg *message; (message = curl->multi_info_read(transfer->multi, &left));)
    if (message->msg == CURLMSG_DONE) transfer->result = message->data.result;
  if (running == 0) return false;
  curl->multi_poll(transfer->multi, NULL, 0, milliseconds, NULL);
  return true;
}

static long connect_status(struct ccurl_transfer *transfer) {
  long status = 0;
  transfer->curl->easy_getinfo(transfer->easy, CURLINFO_HTTP_CONNECTCODE, &status);
  return status;
}

/// Maps libcurl's error code to a problem.
static enum ccurl_problem problem(struct ccurl_transfer *transfer) {
  long system_error = 0;
  bool uses_proxy = transfer->proxy_variable[0] != '\0';
  if (transfer->cannot_sign) return CCURL_CANNOT_SIGN;
  if (transfer->is_too_long) return CCURL_TOO_LONG;
  if (transfer->result != CURLE_OK && connect_status(transfer) / 100 > 2) return CCURL_PROXY_REFUSED;
  switch (transfer->result) {
  case CURLE_OK: return transfer->are_headers_complete ? CCURL_NONE : CCURL_BROKEN;
  case CURLE_UNSUPPORTED_PROTOCOL: // Also a response without a status line.
  case CURLE_WEIRD_SERVER_REPLY: return CCURL_NOT_HTTP;
  case CURLE_COULDNT_RESOLVE_PROXY:
  case CURLE_PROXY: return CCURL_PROXY_UNREACHABLE;
  case CURLE_COULDNT_RESOLVE_HOST: return CCURL_NO_ADDRESS;
  case CURLE_COULDNT_CONNECT:
    if (transfer->is_outside_this_machine) return CCURL_NOT_LOOPBACK;
    if (uses_proxy) return CCURL_PROXY_UNREACHABLE;
    transfer->curl->easy_getinfo(transfer->easy, CURLINFO_OS_ERRNO, &system_error);
    return system_error == ECONNREFUSED ? CCURL_REFUSED : CCURL_BROKEN;
  case CURLE_OPERATION_TIMEDOUT: return CCURL_TIMED_OUT;
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_SSL_ENGINE_NOTFOUND:
  case CURLE_SSL_ENGINE_SETFAILED:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CIPHER:
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_USE_SSL_FAILED:
  case CURLE_SSL_ENGINE_INITFAILED:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_SHUTDOWN_FAILED:
  case CURLE_SSL_CRL_BADFILE:
  case CURLE_SSL_ISSUER_ERROR:
  case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
  case CURLE_SSL_INVALIDCERTSTATUS: return CCURL_INSECURE;
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
  transfer->curl->easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &result.status);
  long sent = 0;
  transfer->curl->easy_getinfo(transfer->easy, CURLINFO_REQUEST_SIZE, &sent);
  result.was_sent = transfer->has_body ? transfer->was_body_requested : sent > 0;
  // This message quotes the proxy's URL, which may contain a password.
  if (!strncmp(transfer->error, "Unsupported proxy", strlen("Unsupported proxy")))
    result.message = "its URL is not valid";
  else if (!transfer->error[0])
    result.message = transfer->result != CURLE_OK ? transfer->curl->easy_strerror(transfer->result)
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
