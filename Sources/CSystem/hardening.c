#include "CSystem.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>

void cs_protect_memory(void) {
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

extern char **environ;

const char *_Nullable const *_Nonnull cs_environment(void) {
  return (const char *const *)environ;
}

static const char *const *arguments;

__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  (void)count;
  arguments = (const char *const *)values;
}

const char *_Nullable const *_Nonnull cs_arguments(void) { return arguments; }

void cs_end_at_crashes(void) {
  static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
  if (getenv("SWIFT_BACKTRACE") != NULL) return;
  for (unsigned i = 0; i < sizeof crashes / sizeof crashes[0]; i += 1) {
    struct sigaction action;
    if (sigaction(crashes[i], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    signal(crashes[i], SIG_DFL);
  }
}
