// The only file that includes the curses header, for files that need its types.
#ifndef CCURSES_WINDOW_H
#define CCURSES_WINDOW_H

#include <curses.h>

/// The pad that keys are read from; NULL while no screen is open.
extern WINDOW *cc_keyboard;

#endif
