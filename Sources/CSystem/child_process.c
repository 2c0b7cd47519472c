#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/// The variables that a filter needs. Pass no others: they may be secrets, and the child's
/// environment is visible.
static const char *const passed_on[] = {"PATH=", "TMPDIR=", "LANG=", "LC_ALL=", "LD_LIBRARY_PATH="};
enum { passed_on_count = sizeof passed_on / sizeof *passed_on };

/// Copies the variables to pass on to `variables`, followed by NULL.
static void choose_variables(char **variables) {
  for (char **each = environ; each && *each; each++) {
    for (int i = 0; i < passed_on_count; i++) {
      // If a name occurs more than once, the first variable applies.
      if (variables[i] == NULL && strncmp(*each, passed_on[i], strlen(passed_on[i])) == 0) {
        variables[i] = *each;
      }
    }
  }
  int count = 0;
  for (int i = 0; i < passed_on_count; i++) {
    if (variables[i]) variables[count++] = variables[i];
  }
  for (int i = count; i <= passed_on_count; i++) variables[i] = NULL;
}

int cs_start_filter(const char *program, const char *argument, int input, int *output,
                    pid_t *process) {
  int ends[2];
  if (!cs_open_pipe(ends, true)) return errno;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  // Reset blocked signals, and use a separate process group without terminal signals.
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  char *const arguments[] = {(char *)program, (char *)argument, NULL};
  char *variables[passed_on_count + 1] = {NULL};
  choose_variables(variables);
  int error = posix_spawnp(process, program, &actions, &attributes, arguments, variables);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    return error;
  }
  *output = ends[0];
  return 0;
}

int cs_wait(pid_t process) {
  int status;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
