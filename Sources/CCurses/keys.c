// Input: bytes, and the key sequences in the terminal's description.
#define _GNU_SOURCE
#include "CCurses.h"
#include "internal.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

int cc_read(void *bytes, int limit) {
  ssize_t count = read(cc_input_descriptor, bytes, (size_t)limit);
  return count > 0 ? (int)count : 0;
}

const char *cc_key_sequence(const char *capability) {
  const char *sequence = tigetstr(capability);
  return sequence == (const char *)-1 ? NULL : sequence;
}

int32_t cc_scalar_of_byte(int byte) {
  wint_t scalar = btowc(byte);
  return scalar == WEOF ? -1 : (int32_t)scalar;
}
