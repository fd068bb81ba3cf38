// No command leaves what it held in memory in a file.
#include "engine/app/process/core_dumps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/program.hpp"

namespace disburse {
namespace {

TEST(CoreDumps, are_off_for_the_process) {
  const pid_t child = fork();
  if (child == 0) {
    forbid_core_dumps();
    rlimit limit{1, 1};
    getrlimit(RLIMIT_CORE, &limit);
    _exit(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0 ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

// It waits for its input, a pipe that nobody writes to, while the system is asked for its limit.
TEST(CoreDumps, are_off_before_anything_is_read) {
  const ScratchFolder folder;
  folder.write("limits.sh",
               "ulimit -c unlimited 2>/dev/null\nmkfifo pipe\nsleep 60 >pipe &\n\"$@\" <pipe >/dev/null 2>&1 &\n"
               "for i in $(seq 200); do\n"
               "  grep -q 'core file size *0 *0' /proc/$!/limits && { echo none; break; }; sleep 0.05\n"
               "done\nkill -9 $! %1\n");
  const Ran ran = folder.run("import - --dry-run", "bash limits.sh");
  EXPECT_EQ(ran.out, "none\n") << ran.err;
}

}  // namespace
}  // namespace disburse
