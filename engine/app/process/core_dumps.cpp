#include "engine/app/process/core_dumps.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace disburse {

void forbid_core_dumps() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // a pipe for core dumps heeds this, and no limit
}

}  // namespace disburse
