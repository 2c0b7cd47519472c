#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

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

/// The exit status of EX_OSERR.
enum { system_lacks = 71 };

static char crash_stack[16 * 1024];

/// Ends the process with a message if the program itself caused the signal: a trap, or a lack of
/// memory or stack.
static void handle_crash(int number, siginfo_t *cause, void *context) {
  static const char sentence[] =
      "sinkwizard: internal error, or out of memory or stack space (see ulimit)\n";
  // Whether another process sent the signal; the terminal's handler then raises it again.
  static volatile sig_atomic_t is_from_others;
  bool is_own = cause->si_code > 0 || (number == SIGABRT && cause->si_pid == getpid());
  (void)context;
  if (is_own && !is_from_others) {
    ssize_t written = write(2, sentence, sizeof sentence - 1);
    (void)written;
    _exit(system_lacks);
  }
  is_from_others = 1;
  signal(number, SIG_DFL);
  raise(number);
}

void cs_end_at_crashes(void) {
  static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  if (getenv("SWIFT_BACKTRACE") != NULL) return;
  // A stack overflow leaves no stack for the handler, so provide an alternate one.
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {0};
  action.sa_sigaction = handle_crash;
  action.sa_flags = SA_ONSTACK | SA_SIGINFO | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (unsigned i = 0; i < sizeof crashes / sizeof crashes[0]; i += 1) {
    struct sigaction before;
    if (sigaction(crashes[i], NULL, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    sigaction(crashes[i], &action, NULL);
  }
  struct sigaction quit;
  if (sigaction(SIGQUIT, NULL, &quit) == 0 && quit.sa_handler != SIG_IGN) signal(SIGQUIT, SIG_DFL);
}

int cs_prepare_descriptors(int wanted) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 256) {
    limit.rlim_cur = limit.rlim_max < 256 ? limit.rlim_max : 256;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
  int opened[64];
  int count = 0;
  int error = 0;
  while (count < wanted && count < 64 && error == 0) {
    int descriptor = fcntl(2, F_DUPFD_CLOEXEC, 3);
    if (descriptor >= 0)
      opened[count++] = descriptor;
    else
      error = errno;
  }
  while (count > 0) close(opened[--count]);
  return error;
}

/// Waits until the lock is free.
static void *pass(void *lock) {
  pthread_mutex_lock(lock);
  pthread_mutex_unlock(lock);
  return NULL;
}

int cs_try_threads(int wanted) {
  pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  pthread_t threads[16];
  int count = 0;
  int error = 0;
  pthread_mutex_lock(&lock);
  while (count < wanted && count < 16 && error == 0) {
    error = pthread_create(&threads[count], NULL, pass, &lock);
    if (error == 0) count++;
  }
  pthread_mutex_unlock(&lock);
  while (count > 0) pthread_join(threads[--count], NULL);
  return error;
}

void cs_ignore_key_log(void) { unsetenv("SSLKEYLOGFILE"); }
