// What Swift cannot call in C: variadic functions, `environ`, handlers of signals, and what glibc
// declares only under _GNU_SOURCE.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stdbool.h>
#include <sys/types.h>

// ---- Pipes ----

/// Opens a pipe that no child process inherits: `ends[0]` is its read end, `ends[1]` its write end.
///
/// Returns false and sets `errno` on failure; both ends are -1 then.
bool cs_open_pipe(int *_Nonnull ends, bool is_blocking);

// ---- Signals ----

/// Writes the number of each of these signals that arrives into a pipe, from its handler.
///
/// There is one such pipe per process. The signals are unblocked for the calling thread. A SIGTSTP
/// or SIGHUP that is ignored stays ignored: shells without job control and nohup ask for that.
/// Returns false on failure.
bool cs_signals_open(const int *_Nonnull signals, int count);

/// The read end of that pipe; -1 while it is not open.
int cs_signals_read_end(void);

/// The number of the next signal that has arrived; 0 for none.
int cs_signals_next(void);

/// Restores the handlers and closes the pipe.
void cs_signals_close(void);

/// Performs a signal's default action, and returns if the process goes on after it.
void cs_perform_default_action(int signal);

// ---- Child processes ----

/// Starts a program from the PATH with one argument, reading from `input`.
///
/// Its standard error is discarded. On success `*output` can be read until the program is done;
/// the caller closes it and waits for the process. Returns 0, or an errno.
int cs_start_filter(const char *_Nonnull program, const char *_Nonnull argument, int input,
                    int *_Nonnull output, pid_t *_Nonnull process);

/// Waits for a process; returns its exit status, or -1 when a signal ended it.
int cs_wait(pid_t process);

// ---- The process itself ----

/// The environment, `NAME=value` by `NAME=value` up to a null pointer: for Swift, `environ` is state
/// that threads share.
const char *_Nullable const *_Nonnull cs_environment(void);

/// Keeps what is in memory out of core files, and from other processes of the same user.
///
/// From here on files of /proc/self that only their owner can read belong to root.
void cs_protect_memory(void);

/// Has a crash end the process, unless `SWIFT_BACKTRACE` asks for more.
///
/// The runtime would start a debugger that asks for a key on the terminal and shows memory.
void cs_end_at_crashes(void);

#endif
