// Mouse reporting: buttons and the wheel (mode 1000), with SGR coordinates (mode 1006).
#define _GNU_SOURCE
#include "CCurses.h"
#include "internal.h"

#include <unistd.h>

static bool wanted = false;

static void send(const char *text, size_t count) {
  ssize_t written = write(cc_output_descriptor, text, count);
  (void)written;
}

static void turn_on(void) { send("\033[?1000h\033[?1006h", 16); }
static void turn_off(void) { send("\033[?1006l\033[?1000l", 16); }

void cc_report_mouse(bool on) {
  if (on == wanted || cc_output_descriptor < 0) return;
  wanted = on;
  if (on) turn_on(); else turn_off();
}

void cc_mouse_leave(void) {
  if (wanted) turn_off();
}

void cc_mouse_enter(void) {
  if (wanted) turn_on();
}

void cc_mouse_forget(void) { wanted = false; }
