// What Swift cannot call in C about the process itself: `prctl` takes any number of arguments.
#ifndef CPROCESS_H
#define CPROCESS_H

/// Keeps what is in memory out of core files, and from other processes of the same user.
///
/// From here on files of /proc/self that only their owner can read belong to root.
void cp_keep_memory_private(void);

/// The environment, `NAME=value` by `NAME=value` up to a null pointer: for Swift, `environ` is state
/// that threads share.
const char *_Nullable const *_Nonnull cp_environment(void);

/// Has a crash end the process, unless `SWIFT_BACKTRACE` asks for more.
///
/// The runtime would start a debugger that asks for a key on the terminal and shows memory.
void cp_end_at_crashes(void);

#endif
