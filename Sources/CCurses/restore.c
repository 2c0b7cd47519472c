// Restores the terminal on exits that bypass Swift's `deinit`: exit(), traps and signals.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// endwin() is not async-signal-safe. This sequence turns off mouse reporting, bracketed paste,
// attributes, line drawing, insert mode and application keys, turns on line wrapping, resets the
// scroll region, and goes to the last line.
static const char restore_text[] =
    "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l\033[0m\033(B\017\033[4l\033[?1l\033>"
    "\033[?7h\033[r\033[9999;1H";
// Clears the last line in case there is no alternate screen, leaves the alternate screen, and shows
// the cursor.
static const char leave_text[] = "\r\033[K\033[?1049l\033[?25h\r";

enum { signal_limit = 65 };
static struct sigaction before[signal_limit];
static bool taken[signal_limit];
static struct termios modes;
/// The terminal to restore although no screen is open on it; -1 for none.
static int line = -1;
static pid_t owner;
static atomic_bool armed;
static atomic_bool is_ending;
static _Atomic(const char *) farewell;
/// The descriptor that wakes the thread with unfinished work, or -1.
static atomic_int unfinished = -1;
static char stack_memory[64 * 1024];

static bool takes_output(int descriptor) {
  struct pollfd place = {.fd = descriptor, .events = POLLOUT};
  return poll(&place, 1, 1000) > 0 && (place.revents & POLLOUT) != 0;
}

void cc_write_last(int descriptor, const char *bytes, size_t count) {
  // Discard output queued for a stopped terminal: it is obsolete, and this makes room for the rest.
  if (!takes_output(descriptor)) tcflush(descriptor, TCOFLUSH);
  while (count > 0 && takes_output(descriptor)) {
    size_t piece = count < 128 ? count : 128;
    ssize_t written = write(descriptor, bytes, piece);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void put_back_modes(int terminal) {
  // SIGTTOU would stop a background process here instead of letting it end.
  sigset_t blocked, old;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &blocked, &old);
  tcsetattr(terminal, TCSANOW, &modes);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
}

void cc_restore_modes(void) { put_back_modes(cc_output_descriptor); }

/// Restores the terminal; returns whether a screen was open.
static bool restore_screen(void) {
  if (getpid() != owner || !atomic_exchange(&armed, false)) return false;
  if (cc_output_descriptor < 0) {
    put_back_modes(line);
    return false;
  }
  cc_write_last(cc_output_descriptor, restore_text, sizeof restore_text - 1);
  cc_write_last(cc_output_descriptor, cc_keyboard_off, strlen(cc_keyboard_off));
  cc_write_last(cc_output_descriptor, leave_text, sizeof leave_text - 1);
  cc_restore_modes();
  cc_release_errors();
  return true;
}

static void restore_now(void) { restore_screen(); }

void cc_restore_set_farewell(const char *_Nullable text) { atomic_store(&farewell, text); }

static void say_farewell(void) {
  const char *text = atomic_load(&farewell);
  if (text != NULL) cc_write_last(STDERR_FILENO, text, strlen(text));
}

void cc_restore_set_unfinished(int wakeup) { atomic_store(&unfinished, wakeup); }

bool cc_restore_is_ending(void) { return atomic_load(&is_ending); }

/// Has another thread do the unfinished work, and waits up to two seconds for it.
///
/// This thread cannot do it, because the signal may have interrupted it at any point.
static void finish_work(void) {
  int wakeup = atomic_load(&unfinished);
  if (getpid() != owner || wakeup < 0 || write(wakeup, "", 1) < 0) return;
  for (int tries = 0; tries < 2000 && atomic_load(&unfinished) >= 0; tries += 1) poll(NULL, 0, 1);
}

/// Calls the handler that was installed before, and passes on the cause of the signal.
static void call_earlier(int number, siginfo_t *cause, void *context) {
  if (before[number].sa_flags & SA_SIGINFO)
    before[number].sa_sigaction(number, cause, context);
}

static void handle_fatal(int number, siginfo_t *cause, void *context) {
  // Wait while another thread handles a signal. All signals are blocked on this thread meanwhile.
  while (atomic_exchange(&is_ending, true)) poll(NULL, 0, 10);
  bool had_screen = restore_screen();
  finish_work();
  if (had_screen) say_farewell();
  call_earlier(number, cause, context);
  sigaction(number, &before[number], NULL);
  atomic_store(&is_ending, false);
  // The signal is blocked while this handler runs; it is delivered on return and ends the process.
  raise(number);
}

/// Returns whether a signal ends the process by default and can be handled.
///
/// All others stop or continue it, or are ignored by default.
static bool ends_process(int number) {
  switch (number) {
  case SIGKILL: case SIGSTOP: case SIGTSTP: case SIGTTIN: case SIGTTOU: case SIGCONT:
  case SIGCHLD: case SIGURG: case SIGWINCH:
    return false;
  default:
    return true;
  }
}

/// Returns whether to override an existing handler of a signal: yes for faults and for the usual
/// signals that end a program.
static bool is_taken_over(int number) {
  switch (number) {
  case SIGILL: case SIGTRAP: case SIGABRT: case SIGSEGV: case SIGBUS: case SIGFPE: case SIGSYS:
  case SIGQUIT: case SIGTERM: case SIGHUP: case SIGINT:
    return true;
  default:
    return false;
  }
}

static void take_signals(void) {
  struct sigaction action = {0};
  action.sa_sigaction = handle_fatal;
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  sigfillset(&action.sa_mask);
  // Include the real-time signals; the C library rejects the two that it uses itself.
  for (int number = 1; number < signal_limit; number += 1) {
    if (taken[number] || !ends_process(number)) continue;
    if (sigaction(number, NULL, &before[number]) != 0) continue;
    // Keep ignoring signals that were ignored at start, as nohup requires.
    if (before[number].sa_handler == SIG_IGN) continue;
    if (!is_taken_over(number) && before[number].sa_handler != SIG_DFL) continue;
    taken[number] = sigaction(number, &action, NULL) == 0;
  }
}

/// Provides a stack for the handler: after a stack overflow there is no other.
static void provide_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
  sigaltstack(&stack, NULL);
}

bool cc_restore_prepare(int terminal) {
  static bool registered;
  if (tcgetattr(terminal, &modes) != 0) return false;
  if (!registered) registered = atexit(restore_now) == 0;
  return true;
}

void cc_restore_arm(void) {
  owner = getpid();
  provide_stack();
  take_signals();
  atomic_store(&armed, true);
}

void cc_restore_line(int terminal) {
  if (tcgetpgrp(terminal) != getpgrp() || !cc_restore_prepare(terminal)) return;
  line = terminal;
  cc_restore_arm();
}

void cc_restore_disarm(void) { atomic_store(&armed, false); }

void cc_restore_release(void) {
  for (int number = 1; number < signal_limit; number += 1) {
    if (taken[number]) sigaction(number, &before[number], NULL);
    taken[number] = false;
  }
}
