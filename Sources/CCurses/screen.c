// The screen of the process: opening, closing, suspending and resuming.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "CSystem.h"
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// <term.h> defines this word as a macro.
#undef columns

int cc_input_descriptor = -1;
int cc_output_descriptor = -1;

static SCREEN *screen = NULL;
static FILE *input_file = NULL;
static FILE *output_file = NULL;

/// Whether the description checked last states a size.
static bool description_has_size = false;

static const char *environment(const char *name) {
  const char *value = getenv(name);
  return value != NULL && value[0] != 0 ? value : NULL;
}

bool cc_set_locale(void) {
  // Set LC_CTYPE only, so that number formats stay locale-independent.
  bool known = setlocale(LC_CTYPE, "") != NULL;
  const char *asked = environment("LC_ALL");
  if (asked == NULL) asked = environment("LC_CTYPE");
  if (asked == NULL) asked = environment("LANG");
  // No locale is set, or a UTF-8 locale that is not installed: use C.UTF-8.
  bool names_utf8 =
      asked != NULL && (strcasestr(asked, "utf-8") != NULL || strcasestr(asked, "utf8") != NULL);
  if (asked == NULL || (!known && names_utf8)) setlocale(LC_CTYPE, "C.UTF-8");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int cc_open_controlling_terminal(void) { return open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC); }

enum cc_outcome cc_check_terminal(const char *name, int output) {
  // setupterm() while a screen is open would replace its description.
  if (screen != NULL) return CC_BUSY;
  // With extended names, key sequences would become codes that differ between terminals.
  use_extended_names(FALSE);
  // setupterm would replace the size in the description by that of the terminal.
  use_env(FALSE);
  use_tioctl(FALSE);
  int error = 0;
  if (setupterm(name, output, &error) != OK) return CC_UNKNOWN;
  const char *addressing = tigetstr("cup");
  description_has_size = tigetnum("lines") > 0 && tigetnum("cols") > 0;
  enum cc_outcome outcome =
      addressing == NULL || addressing == (char *)-1 ? CC_NO_ADDRESSING : CC_OPENED;
  del_curterm(cur_term);
  return outcome;
}

int cc_color_count(const char *name, int output) {
  if (screen != NULL) return 0;
  int error = 0;
  if (setupterm(name, output, &error) != OK) return 0;
  int count = tigetnum("colors");
  del_curterm(cur_term);
  return count > 0 ? count : 0;
}

static void close_files(void) {
  if (input_file != NULL) fclose(input_file);
  if (output_file != NULL) fclose(output_file);
  input_file = NULL;
  output_file = NULL;
  cc_input_descriptor = -1;
  cc_output_descriptor = -1;
}

/// Duplicates the descriptors, because closing curses' streams closes theirs.
static bool open_files(int input, int output) {
  cc_input_descriptor = fcntl(input, F_DUPFD_CLOEXEC, 3);
  cc_output_descriptor = fcntl(output, F_DUPFD_CLOEXEC, 3);
  if (cc_input_descriptor >= 0) input_file = fdopen(cc_input_descriptor, "r");
  if (cc_output_descriptor >= 0) output_file = fdopen(cc_output_descriptor, "w");
  return input_file != NULL && output_file != NULL;
}

static void set_modes(void) {
  // Curses would look for input at every flush, which it does not read.
  typeahead(-1);
  raw();
  noecho();
  nonl();
  // Makes the terminal send the key sequences that its description has.
  keypad(stdscr, TRUE);
}

/// Makes curses write each update at once. Until it has been suspended once, it treats the screen as
/// uninitialized and flushes its output at every cursor movement.
///
/// Suspends and resumes curses with its output discarded, so that nothing reaches the terminal.
/// Signals wait meanwhile, because their handler restores the terminal through that descriptor.
static void buffer_updates(void) {
  sigset_t all, mask;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &mask);
  // Sends what newterm has left in the buffer, on some terminals the switch to the alternate screen.
  delay_output(0);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  int terminal = fcntl(cc_output_descriptor, F_DUPFD_CLOEXEC, 3);
  if (nowhere >= 0 && terminal >= 0 && dup3(nowhere, cc_output_descriptor, O_CLOEXEC) >= 0) {
    endwin();
    clearok(curscr, FALSE);
    doupdate();
    dup3(terminal, cc_output_descriptor, O_CLOEXEC);
  }
  if (nowhere >= 0) close(nowhere);
  if (terminal >= 0) close(terminal);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

static void fit_size(void) {
  int rows, columns;
  cc_size(&rows, &columns);
  if (is_term_resized(rows, columns)) resizeterm(rows, columns);
}

static enum cc_outcome give_up(enum cc_outcome outcome) {
  cs_signals_close();
  cc_restore_release();
  close_files();
  return outcome;
}

enum cc_outcome cc_open(int input, int output, const char *name, bool has_keyboard_modes) {
  if (screen != NULL) return CC_BUSY;
  if (!isatty(input) || !isatty(output)) return CC_NOT_A_TERMINAL;
  // Before newterm, which installs handlers only for signals without one.
  if (!open_files(input, output) || !cc_signals_open()) return give_up(CC_NOT_A_TERMINAL);
  // In the background, the terminal modes are those of the shell's line editor.
  cc_signals_await_foreground(cc_output_descriptor);
  if (!cc_restore_prepare(cc_output_descriptor)) return give_up(CC_NOT_A_TERMINAL);
  cc_hold_errors();
  cc_restore_arm();
  // If curses queried the terminal's size, it would do so again after suspending, without the
  // limits of cc_size. Allow it only if the description has no size, as for linux: newterm needs
  // one.
  use_env(!description_has_size);
  use_tioctl(!description_has_size);
  screen = newterm(name, output_file, input_file);
  if (screen == NULL) {
    cc_restore_disarm();
    cc_restore_modes();
    cc_release_errors();
    return give_up(CC_UNKNOWN);
  }
  set_modes();
  buffer_updates();
  fit_size();
  cc_modes_prepare(has_keyboard_modes);
  cc_modes_enter();
  return CC_OPENED;
}

static void leave(void) {
  cc_modes_leave();
  endwin();
  cc_restore_disarm();
  cc_restore_modes();
  cc_release_errors();
}

void cc_close(void) {
  if (screen == NULL) return;
  leave();
  cc_mouse_forget();
  delscreen(screen);
  screen = NULL;
  cs_signals_close();
  cc_restore_release();
  close_files();
}

/// Restores program modes; the next flush repaints the screen, which may have changed size.
static void enter(void) {
  cc_signals_await_foreground(cc_output_descriptor);
  cc_hold_errors();
  cc_restore_arm();
  reset_prog_mode();
  // The alternate screen comes first, because terminals keep some modes per screen.
  cc_forget_screen();
  wnoutrefresh(stdscr);
  doupdate();
  cc_modes_enter();
  cc_signals_forget();
}

/// Stops the other processes of the group first and this one last: `raise` returns only after the
/// calling thread was stopped and resumed, which kill() on the group does not guarantee.
static void stop_group(void) {
  struct sigaction ignoring = {0}, stopping = {0}, old;
  ignoring.sa_handler = SIG_IGN;
  stopping.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &ignoring, &old);
  // If the signal was ignored at start, no shell could resume the process.
  if (old.sa_handler == SIG_IGN) return;
  // A blocked signal stays pending even while ignored, and would stop the process again.
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &stopping, NULL);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &old, NULL);
}

void cc_suspend(void) {
  if (screen == NULL) return;
  leave();
  stop_group();
  enter();
}

void cc_reenter(void) {
  if (screen == NULL) return;
  cc_signals_await_foreground(cc_output_descriptor);
  // Nothing was restored on stopping; without this, keyboard modes would be pushed twice.
  cc_modes_leave();
  endwin();
  enter();
}

void cc_resize(int rows, int columns) {
  // Another program may have set a region of the old size after the terminal was resized.
  cc_reset_scrolling();
  if (is_term_resized(rows, columns)) resizeterm(rows, columns);
}

/// Returns a dimension from the environment, for terminals that do not report one, or the default.
static int asked_size(const char *name, int usual) {
  const char *value = environment(name);
  int asked = value != NULL ? atoi(value) : 0;
  return asked > 0 ? asked : usual;
}

static int at_most(int value, int limit) { return value < limit ? value : limit; }

void cc_size(int *rows, int *columns) {
  struct winsize size;
  bool reported = ioctl(cc_output_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
              size.ws_col > 0;
  *rows = at_most(reported ? size.ws_row : asked_size("LINES", 24), 1000);
  *columns = at_most(reported ? size.ws_col : asked_size("COLUMNS", 80), 2000);
}
