// Paints cells. This file builds curses cells itself, because their layout depends on the build of
// curses.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <unistd.h>
#include <wchar.h>

enum { scalars_per_cell = 3, cells_at_once = 256 };

int cc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int cc_start_colors(void) {
  if (!has_colors() || start_color() != OK || use_default_colors() != OK) return 0;
  return COLORS;
}

void cc_define_pair(int16_t pair, int32_t foreground, int32_t background) {
  // Colour numbers of terminals with direct colours exceed the range of init_pair().
  init_extended_pair(pair, foreground, background);
}

static attr_t curses_attributes(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CC_BOLD) result |= A_BOLD;
  if (attributes & CC_UNDERLINED) result |= A_UNDERLINE;
  if (attributes & CC_REVERSED) result |= A_REVERSE;
  if (attributes & CC_DIM) result |= A_DIM;
  return result;
}

static cchar_t make_cell(const uint32_t *scalars, int width, attr_t attributes, int16_t pair) {
  wchar_t text[scalars_per_cell + 1] = {0};
  int length = 0;
  text[length++] = cc_width(scalars[0]) == width ? (wchar_t)scalars[0] : L'?';
  for (int i = 1; i < scalars_per_cell; i += 1) {
    if (scalars[i] != 0 && cc_width(scalars[i]) == 0) text[length++] = (wchar_t)scalars[i];
  }
  cchar_t cell;
  setcchar(&cell, text, attributes, pair, NULL);
  return cell;
}

void cc_paint(int row, int column, const uint32_t *scalars, int count, unsigned attributes,
              int16_t pair) {
  static const uint32_t question_mark[scalars_per_cell] = {'?', 0, 0};
  attr_t look = curses_attributes(attributes);
  cchar_t cells[cells_at_once];
  int at = 0;
  while (at < count) {
    int made = 0, start = at;
    while (at < count && made + 2 <= cells_at_once) {
      const uint32_t *cell = scalars + at * scalars_per_cell;
      bool wide = at + 1 < count && cell[scalars_per_cell] == 0;
      bool agreed = cell[0] != 0 && cc_width(cell[0]) == (wide ? 2 : 1);
      if (wide && agreed) {
        // curses adds the second half of a wide cell itself.
        cells[made++] = make_cell(cell, 2, look, pair);
      } else {
        for (int half = 0; half < (wide ? 2 : 1); half += 1) {
          cells[made++] = make_cell(agreed ? cell : question_mark, 1, look, pair);
        }
      }
      at += wide ? 2 : 1;
    }
    if (wmove(stdscr, row, column + start) == OK) wadd_wchnstr(stdscr, cells, made);
  }
}

static bool has_capability(const char *name) {
  const char *value = tigetstr(name);
  return value != NULL && value != (char *)-1;
}

/// Blanks the last cell of the screen, where writing might scroll, unless it holds a single-width
/// character without marks. Terminals disagree about other characters there, and split wide ones.
///
/// Also blanks the cell if curses could write it only by inserting it.
static void tidy_corner(void) {
  cchar_t cell;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t look;
  short pair;
  int row = getmaxy(stdscr) - 1, column = getmaxx(stdscr) - 1;
  if (mvwin_wch(stdscr, row, column, &cell) != OK) return;
  if (getcchar(&cell, text, &look, &pair, NULL) != OK) return;
  bool is_simple = text[1] == 0 && wcwidth(text[0]) == 1;
  if (is_simple && has_capability("smam") && has_capability("rmam")) return;
  setcchar(&cell, L" ", A_NORMAL, 0, NULL);
  mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

void cc_flush(int row, int column) {
  bool visible = row >= 0;
  tidy_corner();
  // While the cursor is hidden, curses need not move it.
  leaveok(stdscr, !visible);
  if (visible) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  curs_set(visible ? 1 : 0);
  doupdate();
}

void cc_forget_screen(void) {
  werase(stdscr);
  clearok(curscr, TRUE);
}

void cc_send(const void *bytes, size_t count) {
  const char *rest = bytes;
  while (count > 0 && cc_output_descriptor >= 0) {
    ssize_t sent = write(cc_output_descriptor, rest, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    rest += sent;
    count -= (size_t)sent;
  }
}
