// Input modes and the scroll region. They are set on entering the screen, whatever a crashed
// program left behind, and restored on leaving it.
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

// Terminals keep a stack of kitty's keyboard modes. Push mode 0, in which keys are encoded as
// terminfo describes, and pop it on leaving. `keyboard_on` covers terminals without the stack, and
// turns off xterm's own key encoding. A terminal that mistakes the latter for attributes resets
// them at its final 0.
static const char keyboard_push[] = "\033[>0u";
static const char keyboard_on[] = "\033[=0u\033[>4;0m";
// Sent only just before the screen is cleared, because some terminals print it.
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
  // Resetting the scroll region moves the cursor; endwin() then sets its position.
  cc_reset_scrolling();
  if (!has_keyboard_modes) return;
  send("\033[9999;1H");
  send(keyboard_pop);
  send("\r\033[K");
  cc_keyboard_off = "";
}
