#define _GNU_SOURCE
#include "CSystem.h"

#include <fcntl.h>
#include <unistd.h>

bool cs_open_pipe(int *ends, bool is_blocking) {
  ends[0] = ends[1] = -1;
  return pipe2(ends, O_CLOEXEC | (is_blocking ? 0 : O_NONBLOCK)) == 0;
}
