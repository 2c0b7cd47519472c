// C interfaces that Swift cannot use directly: variadic functions, `environ`, signal handlers, and
// declarations under _GNU_SOURCE.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stdbool.h>
#include <sys/types.h>

// ---- Pipes ----

/// Opens a close-on-exec pipe: `ends[0]` is its read end, `ends[1]` its write end.
///
/// On failure, returns false, sets `errno`, and sets both ends to -1.
bool cs_open_pipe(int *_Nonnull ends, bool is_blocking);

// ---- Signals ----

/// Installs handlers that write the number of each arriving signal to a pipe.
///
/// There is one such pipe per process. The signals are unblocked for the calling thread. SIGTSTP
/// and SIGHUP stay ignored if a shell without job control or nohup set them so. Returns false on
/// failure.
bool cs_signals_open(const int *_Nonnull signals, int count);

/// Returns the read end of that pipe; -1 if it is not open.
int cs_signals_read_end(void);

/// Returns the number of the next pending signal; 0 for none.
int cs_signals_next(void);

/// Restores the handlers and closes the pipe.
void cs_signals_close(void);

/// Performs a signal's default action; returns if the process continues afterwards.
void cs_perform_default_action(int signal);

/// Returns whether the process ignores a signal, such as SIGHUP under nohup.
bool cs_ignores_signal(int signal);

// ---- Child processes ----

/// Starts a program from the PATH with one argument and `input` as its standard input.
///
/// Its standard error is discarded. On success, `*output` is its standard output; the caller must
/// close it and wait for the process. Returns 0 or an errno.
int cs_start_filter(const char *_Nonnull program, const char *_Nonnull argument, int input,
                    int *_Nonnull output, pid_t *_Nonnull process);

/// Waits for a process; returns its exit status, or -1 if it was terminated by a signal.
int cs_wait(pid_t process);

// ---- The process itself ----

/// Returns the environment, a null-terminated array of `NAME=value`. Swift 6 rejects `environ` as
/// shared mutable state.
const char *_Nullable const *_Nonnull cs_environment(void);

/// Returns the command line, a null-terminated array whose first element is the program's name.
///
/// The C library passes it at start-up, so it is known even where /proc is not mounted.
const char *_Nullable const *_Nonnull cs_arguments(void);

/// Keeps memory out of core dumps, and out of reach of the same user's other processes.
///
/// Afterwards, files in /proc/self that only their owner can read belong to root.
void cs_protect_memory(void);

/// Makes a crash end the process with a message and exit status 71, unless `SWIFT_BACKTRACE` is
/// set.
///
/// Otherwise the Swift runtime starts a backtracer that prompts on the terminal and shows memory.
/// Signals from other processes keep their default action.
void cs_end_at_crashes(void);

/// Raises the limit on open descriptors if it is low, and checks that `wanted` descriptors can be
/// opened.
///
/// Returns 0 or an errno.
int cs_prepare_descriptors(int wanted);

/// Checks that `wanted` threads can be started. Returns 0 or an errno.
int cs_try_threads(int wanted);

/// Unsets SSLKEYLOGFILE, which would make libcurl write the keys of TLS connections to a file.
void cs_ignore_key_log(void);

#endif
