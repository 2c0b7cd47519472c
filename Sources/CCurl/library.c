#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

static struct curl_library library;
static bool is_loaded = false;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Debian ships libcurl with OpenSSL and with GnuTLS. Prefer OpenSSL, which its curl uses.
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define CCURL_LOAD(name) \
  if (!(library.name = (__typeof__(library.name))dlsym(handle, "curl_" #name))) return;
  CCURL_FUNCTIONS(CCURL_LOAD)
#undef CCURL_LOAD
  is_loaded = library.global_init(CURL_GLOBAL_ALL) == CURLE_OK;
}

const struct curl_library *ccurl_library(void) {
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}
