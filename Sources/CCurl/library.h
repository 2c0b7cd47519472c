// libcurl's functions, loaded on the first request instead of linked.
#ifndef CCURL_LIBRARY_H
#define CCURL_LIBRARY_H

// The loaded libcurl may be older than this header, so use the old names of renamed options.
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>

/// The functions in use, without their common prefix `curl_`.
#define CCURL_FUNCTIONS(use) \
  use(global_init) \
  use(easy_init) \
  use(easy_setopt) \
  use(easy_getinfo) \
  use(easy_cleanup) \
  use(easy_strerror) \
  use(multi_init) \
  use(multi_add_handle) \
  use(multi_remove_handle) \
  use(multi_perform) \
  use(multi_poll) \
  use(multi_info_read) \
  use(multi_cleanup) \
  use(slist_append) \
  use(slist_free_all)

/// Pointers to libcurl's functions.
struct curl_library {
#define CCURL_DECLARE(name) __typeof__(curl_##name) *name;
  CCURL_FUNCTIONS(CCURL_DECLARE)
#undef CCURL_DECLARE
};

/// Returns the functions, loading libcurl on the first call; null if it is not installed.
const struct curl_library *ccurl_library(void);

#endif
