// libcurl's functions, which are loaded at the first request instead of being linked.
#ifndef CCURL_LIBRARY_H
#define CCURL_LIBRARY_H

// The libcurl that is loaded may be older than this header and know no newer option: those that it
// knows under an old name are set by that.
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>

/// The functions in use, without the `curl_` that all names begin with.
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

/// Pointers to libcurl's functions, with the types that its header gives them.
struct curl_library {
#define CCURL_DECLARE(name) __typeof__(curl_##name) *name;
  CCURL_FUNCTIONS(CCURL_DECLARE)
#undef CCURL_DECLARE
};

/// The functions, loaded by the first call; null when there is no libcurl.
const struct curl_library *ccurl_library(void);

#endif
