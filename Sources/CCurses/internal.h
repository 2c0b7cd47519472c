// Declarations shared by the files of this target.
#ifndef CCURSES_INTERNAL_H
#define CCURSES_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

/// The descriptor to read keys from; -1 while no screen is open.
extern int cc_input_descriptor;
/// The descriptor to paint on; -1 while no screen is open.
extern int cc_output_descriptor;

/// Stops the job, as the kernel would, until it is in the foreground.
void cc_signals_await_foreground(int terminal);
/// Installs handlers for signals that the session handles synchronously; returns false on failure.
bool cc_signals_open(void);
/// Discards pending signals.
void cc_signals_forget(void);

/// Saves the terminal modes once, before curses changes them.
bool cc_restore_prepare(int terminal);
/// Arms the restoration of the terminal on every exit of the process.
void cc_restore_arm(void);
/// Disarms it, after the terminal has been restored normally.
void cc_restore_disarm(void);
/// Restores the saved modes, including modes not saved by curses.
void cc_restore_modes(void);
/// Writes all bytes, but gives up once the terminal stays blocked for a second.
///
/// Async-signal-safe.
void cc_write_last(int descriptor, const char *bytes, size_t count);
/// Restores the signal handlers replaced by `cc_restore_arm`.
void cc_restore_release(void);

/// The sequence that turns off the keyboard modes that are set, for exits that bypass
/// `cc_modes_leave`.
extern const char *cc_keyboard_off;

/// Records what the open screen's terminal supports.
void cc_modes_prepare(bool has_keyboard_modes);
/// Sets the input modes on entering the screen, which must already be shown.
void cc_modes_enter(void);
/// Restores the input modes before the screen is left.
void cc_modes_leave(void);
/// Resets the scroll region; this also moves the cursor.
void cc_reset_scrolling(void);

/// Mouse reporting: suspend it while the screen is left, resume it, and turn it off for good.
void cc_mouse_leave(void);
void cc_mouse_enter(void);
void cc_mouse_forget(void);

/// Captures standard error, if it is a terminal, to keep it off the screen.
void cc_hold_errors(void);
/// Ends the capture and writes what was captured.
///
/// Async-signal-safe.
void cc_release_errors(void);

#endif
