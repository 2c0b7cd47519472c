// The one place that includes curses' own header for the files that need its types.
#ifndef CCURSES_WINDOW_H
#define CCURSES_WINDOW_H

#include <curses.h>

/// What keys are read from; NULL while no screen is open.
extern WINDOW *cc_keyboard;

#endif
