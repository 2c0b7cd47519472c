// Modes of input and the scroll region: set on entering the screen, whatever a crashed program left
// on, and restored on leaving it.
#define _GNU_SOURCE
#include "CCurses.h"
#include "internal.h"

#include <curses.h>
#include <string.h>
#include <term.h>

// Turns off mouse and focus reports, and turns on bracketed paste: inside the brackets, a newline
// is text rather than Enter.
static const char input_on[] = "\033[?1003l\033[?1002l\033[?1000l\033[?1004l\033[?2004h";
static const char input_off[] = "\033[?2004l";

// Terminals keep a stack of kitty's keyboard modes. A mode of 0, in which keys are encoded as
// terminfo describes, is pushed, and popped on leaving. The others are for terminals without the
// stack, and for xterm's way to encode keys; where that is not known, its last number resets the
// attributes that it sets.
static const char keyboard_push[] = "\033[>0u";
static const char keyboard_on[] = "\033[=0u\033[>4;0m";
// A terminal that prints it does so where the screen is cleared next.
static const char keyboard_pop[] = "\033[<u";

const char *cc_keyboard_off = "";

static bool has_keyboard_modes = false;
static bool has_scroll_region = false;

static void send(const char *text) { cc_send(text, strlen(text)); }

/// Resets the scroll region, which also moves the cursor.
void cc_reset_scrolling(void) {
  if (has_scroll_region) send("\033[r");
}

void cc_modes_prepare(bool keyboard) {
  has_keyboard_modes = keyboard;
  has_scroll_region = change_scroll_region != NULL;
}

void cc_modes_set(void) {
  cc_reset_scrolling();
  send(input_on);
  if (has_keyboard_modes) send(keyboard_on);
  cc_mouse_enter();
}

void cc_modes_enter(void) {
  if (has_keyboard_modes) {
    send(keyboard_push);
    cc_keyboard_off = keyboard_pop;
  }
  cc_modes_set();
}

void cc_modes_leave(void) {
  send(input_off);
  cc_mouse_leave();
  // The scroll region moves the cursor; endwin() then positions it regardless of where it is.
  cc_reset_scrolling();
  if (!has_keyboard_modes) return;
  send("\033[9999;1H");
  send(keyboard_pop);
  send("\r\033[K");
  cc_keyboard_off = "";
}
