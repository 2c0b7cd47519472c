// A self-pipe for signals: handlers write to it, so that a signal that arrives just before `poll`
// is not lost.
#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

enum { signal_limit = 65 };

/// Atomic, because a handler may still run on another thread while the pipe is opened or closed.
static atomic_int read_end = -1, write_end = -1;
static struct sigaction before[signal_limit];
static bool is_taken[signal_limit];

static void write_signal(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(atomic_load(&write_end), &byte, 1);
  (void)written;
  errno = error;
}

bool cs_signals_open(const int *signals, int count) {
  int ends[2];
  if (!cs_open_pipe(ends, false)) return false;
  atomic_store(&read_end, ends[0]);
  atomic_store(&write_end, ends[1]);
  struct sigaction action = {0};
  action.sa_handler = write_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigset_t unblocked;
  sigemptyset(&unblocked);
  for (int i = 0; i < count; i += 1) {
    int number = signals[i];
    sigaddset(&unblocked, number);
    if (sigaction(number, NULL, &before[number]) != 0) continue;
    bool may_stay_ignored = number == SIGTSTP || number == SIGHUP;
    if (may_stay_ignored && before[number].sa_handler == SIG_IGN) continue;
    is_taken[number] = sigaction(number, &action, NULL) == 0;
  }
  pthread_sigmask(SIG_UNBLOCK, &unblocked, NULL);
  return true;
}

int cs_signals_read_end(void) { return atomic_load(&read_end); }

int cs_signals_next(void) {
  unsigned char byte = 0;
  return read(atomic_load(&read_end), &byte, 1) == 1 ? byte : 0;
}

void cs_signals_close(void) {
  for (int number = 1; number < signal_limit; number += 1) {
    if (is_taken[number]) sigaction(number, &before[number], NULL);
    is_taken[number] = false;
  }
  int ends[2] = {atomic_exchange(&read_end, -1), atomic_exchange(&write_end, -1)};
  for (int i = 0; i < 2; i += 1)
    if (ends[i] >= 0) close(ends[i]);
}

bool cs_ignores_signal(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void cs_perform_default_action(int number) {
  struct sigaction action = {0}, old;
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, &old);
  raise(number);
  sigaction(number, &old, NULL);
}
