// The part of curses that this program uses, in a form that Swift can import.
//
// This header does not include <curses.h>, which Swift imports poorly: its constants are cast
// expressions, its state is in global variables, and the layout of its cells depends on the build.
// As in curses, there is one screen per process.
#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- Opening and leaving ----

enum cc_outcome {
  CC_OPENED = 0,
  CC_BUSY = 1,           // A screen is open already.
  CC_NOT_A_TERMINAL = 2, // A descriptor is not a terminal, or is unusable.
  CC_UNKNOWN = 3,        // There is no description of a terminal with that name.
  CC_NO_ADDRESSING = 4,  // The terminal cannot position its cursor.
};

/// Sets the character set from the environment; returns whether it is UTF-8.
bool cc_set_locale(void);

/// Opens the controlling terminal, regardless of standard input and output; -1 if there is none.
int cc_open_controlling_terminal(void);

/// Looks a name up in terminfo, because `newterm` does not report why it fails.
enum cc_outcome cc_check_terminal(const char *_Nonnull name, int output);

/// Returns the number of colours of a terminal according to terminfo; 0 if the name is unknown.
int cc_color_count(const char *_Nonnull name, int output);

/// Starts curses on copies of two descriptors, and arms the restoration of the terminal.
///
/// `has_keyboard_modes` is whether to set kitty's keyboard modes; the terminal must either support
/// them or ignore the sequences without printing anything.
enum cc_outcome cc_open(int input, int output, const char *_Nonnull name, bool has_keyboard_modes);

/// Closes the screen and restores the terminal.
void cc_close(void);

/// Arms the restoration of a terminal's modes, without opening a screen on it.
void cc_restore_line(int terminal);
/// Sets the text to print on standard error when a signal ends the process while a screen is open.
///
/// @param text The text, which ends with a line break and must stay valid until the process exits;
/// NULL for none.
void cc_restore_set_farewell(const char *_Nullable text);

/// Sets the descriptor to which a byte is written when a signal is about to end the process, to have
/// unfinished work done by another thread; -1 once it is done.
///
/// The signal handler waits until the work is done, for two seconds at most.
void cc_restore_set_unfinished(int wakeup);

/// Returns whether a signal is about to end the process.
bool cc_restore_is_ending(void);

/// Leaves the screen, stops the process as Ctrl-Z in a shell does, and returns once it is resumed.
void cc_suspend(void);

/// Restores the screen's terminal modes after another process may have changed them.
void cc_reenter(void);

/// Turns mouse reporting on or off; leaving the screen also turns it off.
void cc_report_mouse(bool on);

// ---- Painting ----

/// Writes a control sequence that does not affect the screen, bypassing curses.
void cc_send(const void *_Nullable bytes, size_t count);

/// The attributes of a run; those of curses are cast expressions, which Swift cannot import.
enum {
  CC_BOLD = 1,
  CC_UNDERLINED = 2,
  CC_REVERSED = 4,
  CC_DIM = 8,
};

/// Turns colours on and returns their number, or 0 if the terminal's default colours cannot be
/// kept.
int cc_start_colors(void);

/// Defines a colour pair, or changes it; -1 is the terminal's default colour.
void cc_define_pair(int16_t pair, int32_t foreground, int32_t background);

/// Paints cells of one style; each consists of three scalars (a base and two marks, 0 for none).
///
/// A base of 0 is the second half of a wide character. A character is painted as a question mark if
/// the C library reports another width for it, so that columns stay aligned.
void cc_paint(int row, int column, const uint32_t *_Nonnull scalars, int count,
              unsigned attributes, int16_t pair);

/// Sends the painted cells, and positions the cursor, or hides it if the row is negative.
void cc_flush(int row, int column);

/// Makes the next flush repaint the whole screen.
void cc_forget_screen(void);

/// Sets the input modes and the scroll region again, in case another program changed them.
void cc_modes_set(void);

/// Resizes the screen.
void cc_resize(int rows, int columns);

/// Returns the size in cells: from the terminal, else from `LINES` and `COLUMNS`, else 80x24.
///
/// The size is limited to 2000x1000.
void cc_size(int *_Nonnull rows, int *_Nonnull columns);

/// Returns the width of a scalar according to the C library; Swift cannot see `wcwidth`.
int cc_width(uint32_t scalar);

// ---- Reading ----

/// The results of `cc_wait`, as a bit set.
enum {
  CC_READY_INPUT = 1,
  CC_READY_CLOSED = 2,
  CC_READY_RESIZED = 4,
  CC_READY_CONTINUED = 8,
  CC_READY_STOP_ASKED = 16,
  CC_READY_WAKEUP = 32,
};

/// Waits for the terminal, a signal or another descriptor (-1 for none); -1 ms waits indefinitely.
int cc_wait(int wakeup, int milliseconds);

/// Waits for input only; signals stay pending until the next `cc_wait`.
bool cc_wait_for_input(int milliseconds);

/// Reads the bytes that are pending; 0 if there are none, or at the end of input.
int cc_read(void *_Nonnull bytes, int limit);

/// Returns the sequence of a key by its terminfo name, such as `kcuu1`; NULL if there is none.
const char *_Nullable cc_key_sequence(const char *_Nonnull capability);

/// Returns the scalar of a byte in a character set other than UTF-8; -1 if there is none.
int32_t cc_scalar_of_byte(int byte);

#endif
