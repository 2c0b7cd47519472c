// A self-pipe for signals: handlers write to it, so that a signal that arrives just before `poll`
// is not lost.
#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

enum { signal_limit = 65 };

static int signal_pipe[2] = {-1, -1};
static struct sigaction before[signal_limit];
static bool is_taken[signal_limit];

static void write_signal(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = error;
}

bool cs_signals_open(const int *signals, int count) {
  if (!cs_open_pipe(signal_pipe, false)) return false;
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

int cs_signals_read_end(void) { return signal_pipe[0]; }

int cs_signals_next(void) {
  unsigned char byte = 0;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

void cs_signals_close(void) {
  for (int number = 1; number < signal_limit; number += 1) {
    if (is_taken[number]) sigaction(number, &before[number], NULL);
    is_taken[number] = false;
  }
  for (int i = 0; i < 2; i += 1) {
    if (signal_pipe[i] >= 0) close(signal_pipe[i]);
    signal_pipe[i] = -1;
  }
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
