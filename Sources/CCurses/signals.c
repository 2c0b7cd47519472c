// Signals that the session answers in its own time: their handlers only write into a pipe, so
// that one that arrives just before the program begins to wait is not lost.
#define _GNU_SOURCE
#include "CCurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGCONT, SIGTSTP};
static const char notes[] = {CC_READY_RESIZED, CC_READY_CONTINUED, CC_READY_STOP_ASKED};
enum { watched_count = sizeof watched / sizeof watched[0] };

static struct sigaction before[watched_count];
static bool taken[watched_count];
static int notices[2] = {-1, -1};

static void note_signal(int number) {
  int error = errno;
  for (int i = 0; i < watched_count; i += 1) {
    if (watched[i] != number) continue;
    ssize_t written = write(notices[1], &notes[i], 1);
    (void)written;
  }
  errno = error;
}

/// A program that is started from a worker thread inherits that thread's mask, in which nearly
/// everything is blocked.
static void hear_signals(void) {
  static const int orderly[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTTIN, SIGTTOU};
  sigset_t heard;
  sigemptyset(&heard);
  for (int i = 0; i < watched_count; i += 1) sigaddset(&heard, watched[i]);
  for (unsigned i = 0; i < sizeof orderly / sizeof orderly[0]; i += 1) {
    sigaddset(&heard, orderly[i]);
  }
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
}

bool cc_signals_open(void) {
  if (pipe2(notices, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  struct sigaction action = {0};
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  hear_signals();
  for (int i = 0; i < watched_count; i += 1) {
    if (sigaction(watched[i], NULL, &before[i]) != 0) continue;
    // A shell without job control starts its children with SIGTSTP ignored.
    if (watched[i] == SIGTSTP && before[i].sa_handler == SIG_IGN) continue;
    taken[i] = sigaction(watched[i], &action, NULL) == 0;
  }
  return true;
}

void cc_signals_close(void) {
  for (int i = 0; i < watched_count; i += 1) {
    if (taken[i]) sigaction(watched[i], &before[i], NULL);
    taken[i] = false;
  }
  for (int i = 0; i < 2; i += 1) {
    if (notices[i] >= 0) close(notices[i]);
    notices[i] = -1;
  }
}

static int read_notices(void) {
  int found = 0;
  char bytes[64];
  ssize_t count;
  while ((count = read(notices[0], bytes, sizeof bytes)) > 0) {
    for (ssize_t i = 0; i < count; i += 1) found |= bytes[i];
  }
  return found;
}

void cc_signals_await_foreground(int terminal) {
  // Where nobody could continue the job the signal does nothing, and the terminal says no itself.
  for (int tries = 0; tries < 3; tries += 1) {
    pid_t group = tcgetpgrp(terminal);
    if (group < 0 || group == getpgrp()) return;
    kill(0, SIGTTOU);
  }
}

void cc_signals_forget(void) { read_notices(); }

int cc_wait(int wakeup, int milliseconds) {
  // A negative descriptor is one that poll leaves out.
  struct pollfd places[] = {
      {.fd = cc_input_descriptor, .events = POLLIN},
      {.fd = notices[0], .events = POLLIN},
      {.fd = wakeup, .events = POLLIN},
  };
  int count;
  do {
    count = poll(places, 3, milliseconds);
  } while (count < 0 && errno == EINTR && milliseconds < 0);
  if (count < 0) return errno == EINTR ? read_notices() : CC_READY_CLOSED;
  int found = places[1].revents != 0 ? read_notices() : 0;
  if (places[0].revents & POLLIN) found |= CC_READY_INPUT;
  if (places[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CC_READY_CLOSED;
  if (places[2].revents != 0) found |= CC_READY_WAKEUP;
  return found;
}

bool cc_wait_for_input(int milliseconds) {
  struct pollfd place = {.fd = cc_input_descriptor, .events = POLLIN};
  return poll(&place, 1, milliseconds) > 0;
}
