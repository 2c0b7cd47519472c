#ifndef CFILTER_H
#define CFILTER_H

#include <sys/types.h>

/// Starts a program from the PATH with one argument, reading from `input`.
///
/// Its standard error is discarded. On success `*output` can be read until the program is done;
/// the caller closes it and waits for the process. Returns 0, or an errno.
int cf_start(const char *program, const char *argument, int input, int *output, pid_t *process);

/// Waits for a process; returns its exit status, or -1 when a signal ended it.
int cf_wait(pid_t process);

/// Ends a process.
void cf_end(pid_t process);

#endif
