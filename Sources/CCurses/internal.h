// What the files of this target share; nothing of it is seen outside.
#ifndef CCURSES_INTERNAL_H
#define CCURSES_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

/// The descriptor that keys are read from, -1 while no screen is open.
extern int cc_input_descriptor;
/// The descriptor that is painted on, -1 while no screen is open.
extern int cc_output_descriptor;

/// Stops the job, as the kernel would, until it may use the terminal.
void cc_signals_await_foreground(int terminal);
/// Takes the signals that the session answers in its own time; false if that fails.
bool cc_signals_open(void);
/// Drops the signals that have arrived so far.
void cc_signals_forget(void);

/// Saves the terminal's modes once, before curses changes them.
bool cc_restore_prepare(int terminal);
/// From here on, every way out of the process restores the terminal.
void cc_restore_arm(void);
/// The terminal has been left in an orderly way: nothing is to be restored.
void cc_restore_disarm(void);
/// Puts the saved modes back, for what curses itself does not save.
void cc_restore_modes(void);
/// Writes, but waits only seconds for a terminal that takes nothing; a signal handler may use it.
void cc_write_last(int descriptor, const char *bytes, size_t count);
/// Gives the signals of `cc_restore_arm` back.
void cc_restore_release(void);

/// Ends the reports of the mouse while the screen is left, resumes them, and forgets about them.
void cc_mouse_leave(void);
void cc_mouse_enter(void);
void cc_mouse_forget(void);

/// Keeps what is written to standard error, if it is a terminal, off the screen.
void cc_hold_errors(void);
/// Ends that, and writes what was kept; uses only what a signal handler may use.
void cc_release_errors(void);

#endif
