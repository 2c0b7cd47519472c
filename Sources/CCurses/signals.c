// Waits for the terminal and for signals that the session handles synchronously.
#define _GNU_SOURCE
#include "CCurses.h"
#include "CSystem.h"
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGCONT, SIGTSTP};
enum { watched_count = sizeof watched / sizeof watched[0] };

/// Unblocks the signals: a process started from a worker thread inherits a mask that blocks nearly
/// all of them.
static void hear_signals(void) {
  static const int orderly[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTTIN, SIGTTOU};
  sigset_t heard;
  sigemptyset(&heard);
  for (unsigned i = 0; i < sizeof orderly / sizeof orderly[0]; i += 1) {
    sigaddset(&heard, orderly[i]);
  }
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
}

bool cc_signals_open(void) {
  hear_signals();
  return cs_signals_open(watched, watched_count);
}

static int found_signals(void) {
  int found = 0;
  for (int number; (number = cs_signals_next()) != 0;) {
    found |= number == SIGWINCH ? CC_READY_RESIZED
           : number == SIGCONT ? CC_READY_CONTINUED
                               : CC_READY_STOP_ASKED;
  }
  return found;
}

void cc_signals_await_foreground(int terminal) {
  // Without a shell to resume the job, the signal has no effect and terminal access fails instead.
  for (int tries = 0; tries < 3; tries += 1) {
    pid_t group = tcgetpgrp(terminal);
    if (group < 0 || group == getpgrp()) return;
    kill(0, SIGTTOU);
  }
}

void cc_signals_forget(void) { found_signals(); }

int cc_wait(int wakeup, int milliseconds) {
  // poll() ignores negative descriptors.
  struct pollfd places[] = {
      {.fd = cc_input_descriptor, .events = POLLIN},
      {.fd = cs_signals_read_end(), .events = POLLIN},
      {.fd = wakeup, .events = POLLIN},
  };
  int count;
  do {
    count = poll(places, 3, milliseconds);
  } while (count < 0 && errno == EINTR && milliseconds < 0);
  if (count < 0) return errno == EINTR ? found_signals() : CC_READY_CLOSED;
  int found = places[1].revents != 0 ? found_signals() : 0;
  if (places[0].revents & POLLIN) found |= CC_READY_INPUT;
  if (places[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CC_READY_CLOSED;
  if (places[2].revents != 0) found |= CC_READY_WAKEUP;
  return found;
}

bool cc_wait_for_input(int milliseconds) {
  struct pollfd place = {.fd = cc_input_descriptor, .events = POLLIN};
  return poll(&place, 1, milliseconds) > 0;
}
