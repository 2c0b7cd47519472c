// Keys recognized by terminfo, as numbers that do not depend on curses.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "window.h"

#include <wchar.h>

static int key_of_code(int code) {
  if (code > KEY_F0 && code <= KEY_F(63)) return CC_KEY_FUNCTION + (code - KEY_F0);
  switch (code) {
  case KEY_UP: case KEY_SR: return CC_KEY_UP;
  case KEY_DOWN: case KEY_SF: return CC_KEY_DOWN;
  case KEY_LEFT: case KEY_SLEFT: return CC_KEY_LEFT;
  case KEY_RIGHT: case KEY_SRIGHT: return CC_KEY_RIGHT;
  case KEY_HOME: case KEY_SHOME: case KEY_FIND: case KEY_A1: return CC_KEY_HOME;
  case KEY_END: case KEY_SEND: case KEY_SELECT: case KEY_C1: return CC_KEY_END;
  case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return CC_KEY_PAGE_UP;
  case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return CC_KEY_PAGE_DOWN;
  case KEY_IC: case KEY_SIC: return CC_KEY_INSERT;
  case KEY_DC: case KEY_SDC: return CC_KEY_DELETE;
  case KEY_BACKSPACE: return CC_KEY_BACKSPACE;
  case KEY_ENTER: return CC_KEY_ENTER;
  case KEY_BTAB: return CC_KEY_BACK_TAB;
  default: return CC_KEY_UNKNOWN;
  }
}

int cc_read(void) {
  if (cc_keyboard == NULL) return CC_KEY_NONE;
  // Read bytes rather than wide characters: curses drops bytes next to an invalid one.
  int code = wgetch(cc_keyboard);
  // curses queues KEY_RESIZE whenever the screen changes size.
  while (code == KEY_RESIZE) code = wgetch(cc_keyboard);
  if (code == ERR) return CC_KEY_NONE;
  return code < KEY_MIN ? code : key_of_code(code);
}

int32_t cc_scalar_of_byte(int byte) {
  wint_t scalar = btowc(byte);
  return scalar == WEOF ? -1 : (int32_t)scalar;
}
