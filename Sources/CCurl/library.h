// The part of libcurl's interface that is used. Its numbers are fixed: they are the same in every
// libcurl.so.4, and so the header of the version that was built against is not needed.
#ifndef CCURL_LIBRARY_H
#define CCURL_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

typedef void CURL;
typedef void CURLM;

struct curl_slist;

struct curl_message {
  int kind;
  CURL *handle;
  union {
    void *whatever;
    int result;
  } data;
};

enum {
  OPTION_WRITE_DATA = 10001,
  OPTION_URL = 10002,
  OPTION_PROXY = 10004,
  OPTION_READ_DATA = 10009,
  OPTION_ERROR_BUFFER = 10010,
  OPTION_WRITE_FUNCTION = 20011,
  OPTION_READ_FUNCTION = 20012,
  OPTION_HEADERS = 10023,
  OPTION_HEADER_DATA = 10029,
  OPTION_CUSTOM_REQUEST = 10036,
  OPTION_VERBOSE = 41,
  OPTION_POST = 47,
  OPTION_CERTIFICATE_FILE = 10065,
  OPTION_FRESH_CONNECT = 74,
  OPTION_FORBID_REUSE = 75,
  OPTION_HEADER_FUNCTION = 20079,
  OPTION_DEBUG_FUNCTION = 20094,
  OPTION_DEBUG_DATA = 10095,
  OPTION_CERTIFICATE_FOLDER = 10097,
  OPTION_NO_SIGNAL = 99,
  OPTION_HTTP_VERSION = 84,
  OPTION_TIMEOUT_MILLISECONDS = 155,
  OPTION_OPEN_SOCKET_FUNCTION = 20163,
  OPTION_OPEN_SOCKET_DATA = 10164,
  OPTION_PROTOCOLS = 181,
  OPTION_SUPPRESS_CONNECT_HEADERS = 265,
  OPTION_HTTP09_ALLOWED = 285,
  OPTION_QUICK_EXIT = 322,
  OPTION_POST_SIZE = 30120,
  INFO_STATUS = 0x200002,
  INFO_REQUEST_SIZE = 0x20000C,
  INFO_CONNECT_STATUS = 0x200016,
  INFO_ERRNO = 0x200019,
  PROTOCOLS_HTTP_AND_HTTPS = 3,
  HTTP_1_1 = 2,
  ERROR_SIZE = 256,
  MESSAGE_DONE = 1,
  BAD_SOCKET = -1,
  LOG_TEXT = 0,
  INIT_ALL = 3,
};

/// An address that libcurl is about to connect to.
struct curl_address {
  int family;
  int socket_type;
  int protocol;
  unsigned length;
  struct sockaddr address;
};

/// libcurl's functions.
struct curl_library {
  int (*global_init)(long);
  CURL *(*easy_init)(void);
  int (*easy_setopt)(CURL *, int, ...);
  int (*easy_getinfo)(CURL *, int, ...);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(int);
  CURLM *(*multi_init)(void);
  int (*multi_add_handle)(CURLM *, CURL *);
  int (*multi_remove_handle)(CURLM *, CURL *);
  int (*multi_perform)(CURLM *, int *);
  int (*multi_wait)(CURLM *, void *, unsigned, int, int *);
  struct curl_message *(*multi_info_read)(CURLM *, int *);
  int (*multi_cleanup)(CURLM *);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
};

/// The functions, loaded by the first call; null when there is no libcurl.
const struct curl_library *ccurl_library(void);

#endif
