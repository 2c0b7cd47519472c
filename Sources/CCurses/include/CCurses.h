// The part of curses that this program uses, in words Swift can import.
//
// <curses.h> itself stays out of this header: its constants are cast expressions, its state is
// global variables and its cells are structures whose layout depends on the build, none of which
// Swift imports well. There is one screen per process, as in curses.
#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- Opening and leaving ----

enum cc_outcome {
  CC_OPENED = 0,
  CC_BUSY = 1,           // A screen is open already.
  CC_NOT_A_TERMINAL = 2, // A descriptor is not a terminal, or cannot be used.
  CC_UNKNOWN = 3,        // Nothing is known about a terminal of that name.
  CC_NO_ADDRESSING = 4,  // The terminal cannot place its cursor.
};

/// Takes the character set from the environment; returns whether it is UTF-8.
bool cc_set_locale(void);

/// Opens the terminal of this process, whatever standard input and output are; -1 without one.
int cc_open_controlling_terminal(void);

/// Asks terminfo about a name, because `newterm` alone does not say why it refuses one.
enum cc_outcome cc_check_terminal(const char *_Nonnull name, int output);

/// How many colours terminfo gives a terminal of that name; 0 when it knows of none.
int cc_color_count(const char *_Nonnull name, int output);

/// Starts curses on copies of two descriptors, and arms everything that gives the terminal back.
enum cc_outcome cc_open(int input, int output, const char *_Nonnull name);

/// Leaves the screen, restores the terminal and forgets the screen.
void cc_close(void);

/// From here on, every way out of the process puts back the modes of a terminal without a screen.
void cc_restore_line(int terminal);

/// Leaves the screen, stops the process as Ctrl-Z in a shell would, and comes back.
void cc_suspend(void);

/// Takes the terminal again after another process may have used it.
void cc_reenter(void);

/// Asks the terminal to report the mouse, or no longer to; the screen's other ways out end it too.
void cc_report_mouse(bool on);

// ---- Painting ----

/// Sends bytes that paint nothing, past what curses knows.
void cc_send(const void *_Nullable bytes, size_t count);

/// Attributes of a run, because those of curses are cast expressions.
enum {
  CC_BOLD = 1,
  CC_UNDERLINED = 2,
  CC_REVERSED = 4,
  CC_DIM = 8,
};

/// Turns colours on; returns how many there are, 0 if the terminal's own two cannot be kept.
int cc_start_colors(void);

/// Makes a colour pair of a foreground on the terminal's own background.
void cc_define_pair(int16_t pair, int16_t foreground);

/// Paints cells of one look; each is three scalars (base and two marks, 0 for none).
///
/// A base of 0 is the second half of the wide one before it. What the C library and the caller
/// measure differently is painted as question marks, so that columns stay where they are.
void cc_paint(int row, int column, const uint32_t *_Nonnull scalars, int count,
              unsigned attributes, int16_t pair);

/// Sends what was painted, with the cursor at a place, or hidden if the row is negative.
void cc_flush(int row, int column);

/// Makes the next flush repaint everything, whatever curses believes is on the screen.
void cc_forget_screen(void);

/// Gives the screen new dimensions.
void cc_resize(int rows, int columns);

/// The terminal's size in cells; where it tells none, that of `LINES` and `COLUMNS`, else 80x24.
///
/// At most 2000x1000, whatever it tells.
void cc_size(int *_Nonnull rows, int *_Nonnull columns);

/// Columns that the C library gives a scalar; its own function is hidden from Swift.
int cc_width(uint32_t scalar);

// ---- Reading ----

/// What `cc_wait` found, as a set.
enum {
  CC_READY_INPUT = 1,
  CC_READY_CLOSED = 2,
  CC_READY_RESIZED = 4,
  CC_READY_CONTINUED = 8,
  CC_READY_STOP_ASKED = 16,
  CC_READY_WAKEUP = 32,
};

/// Keys that terminfo knows by name; those of curses are octal macros in its own number range.
enum {
  CC_KEY_NONE = -1,
  CC_KEY_UNKNOWN = 0x200000,
  CC_KEY_UP,
  CC_KEY_DOWN,
  CC_KEY_LEFT,
  CC_KEY_RIGHT,
  CC_KEY_HOME,
  CC_KEY_END,
  CC_KEY_PAGE_UP,
  CC_KEY_PAGE_DOWN,
  CC_KEY_INSERT,
  CC_KEY_DELETE,
  CC_KEY_BACKSPACE,
  CC_KEY_ENTER,
  CC_KEY_BACK_TAB,
  CC_KEY_FUNCTION = 0x200100, // Function key n is this plus n.
};

/// Waits for the terminal, a signal or another descriptor (-1 for none); -1 ms waits for ever.
int cc_wait(int wakeup, int milliseconds);

/// Waits so many milliseconds for a key alone; signals stay to be found by `cc_wait`.
bool cc_wait_for_input(int milliseconds);

/// The next byte, or a `CC_KEY_`, or CC_KEY_NONE if nothing is there yet.
int cc_read(void);

/// The scalar of one byte in a character set that is not UTF-8; -1 for none.
int32_t cc_scalar_of_byte(int byte);

#endif
