// Captures standard error while the screen is open: messages printed there would be lost.
#define _GNU_SOURCE
#include "internal.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile sig_atomic_t held = -1;
static volatile sig_atomic_t original = -1;

void cc_hold_errors(void) {
  if (held >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = memfd_create("standard-error", MFD_CLOEXEC);
  if (memory < 0) return;
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0 || dup2(memory, STDERR_FILENO) < 0) {
    if (copy >= 0) close(copy);
    close(memory);
    return;
  }
  original = copy;
  held = memory;
}

void cc_release_errors(void) {
  if (held < 0) return;
  int memory = held;
  int terminal = original;
  held = -1;
  original = -1;
  dup2(terminal, STDERR_FILENO);
  close(terminal);
  char bytes[1024];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(memory, bytes, sizeof bytes, at)) > 0) {
    cc_write_last(STDERR_FILENO, bytes, (size_t)count);
    at += count;
  }
  close(memory);
}
