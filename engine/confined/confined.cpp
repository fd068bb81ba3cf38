#include "engine/confined/confined.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <new>
#include <vector>

#include "engine/base/parallel.hpp"

namespace disburse {
namespace {

#if defined(__x86_64__)
constexpr unsigned machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned machine = 0;  // no filter
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  // their shadow memory breaks every limit
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

constexpr int exit_memory = 10;
constexpr int exit_exception = 11;

/// What reckoning and one pipe need. Opening, sockets, processes and everything else fail with EPERM.
constexpr unsigned allowed_calls[] = {
    SYS_read,         SYS_write,         SYS_close,          SYS_lseek,       SYS_mmap,
    SYS_munmap,       SYS_brk,           SYS_mremap,         SYS_mprotect,    SYS_madvise,
    SYS_futex,        SYS_exit,          SYS_getpid,         SYS_gettid,      SYS_tgkill,
    SYS_exit_group,   SYS_rt_sigaction,  SYS_rt_sigprocmask, SYS_fstat,       SYS_newfstatat,
    SYS_rt_sigreturn, SYS_clock_gettime, SYS_getrandom,      SYS_sched_yield, SYS_pread64};

/// What HDF5 asks for besides, where it opens a file by itself.
constexpr unsigned calls_around_a_file[] = {SYS_flock, SYS_getcwd};

std::vector<sock_filter> filter_of(bool opens_files) {
  constexpr auto load = static_cast<unsigned short>(BPF_LD | BPF_W | BPF_ABS);
  constexpr auto equal = static_cast<unsigned short>(BPF_JMP | BPF_JEQ | BPF_K);
  constexpr auto give = static_cast<unsigned short>(BPF_RET | BPF_K);
  constexpr auto mask = static_cast<unsigned short>(BPF_ALU | BPF_AND | BPF_K);
  const auto offset = [](std::size_t at) { return static_cast<unsigned>(at); };
  std::vector<sock_filter> filter{{load, 0, 0, offset(offsetof(seccomp_data, arch))},
                                  {equal, 1, 0, machine},
                                  {give, 0, 0, SECCOMP_RET_KILL_PROCESS},
                                  {load, 0, 0, offset(offsetof(seccomp_data, nr))}};
  for (const unsigned call : allowed_calls) {
    filter.push_back({equal, 0, 1, call});
    filter.push_back({give, 0, 0, SECCOMP_RET_ALLOW});
  }
  if (opens_files) {
    for (const unsigned call : calls_around_a_file) {
      filter.push_back({equal, 0, 1, call});
      filter.push_back({give, 0, 0, SECCOMP_RET_ALLOW});
    }
    // The flags are the third argument, low word first.
    filter.push_back({equal, 0, 4, SYS_openat});
    filter.push_back({load, 0, 0, offset(offsetof(seccomp_data, args) + 2 * sizeof(std::uint64_t))});
    filter.push_back({mask, 0, 0, O_ACCMODE | O_CREAT | O_TRUNC});
    filter.push_back({equal, 0, 1, O_RDONLY});
    filter.push_back({give, 0, 0, SECCOMP_RET_ALLOW});
  }
  filter.push_back({give, 0, 0, SECCOMP_RET_ERRNO | EPERM});
  return filter;
}

/// Bytes of address space that the process has.
std::size_t address_space() {
  std::size_t pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// Where this returns false the child does no work.
bool lay_on(const Confinement& limits) {
  const auto set = [](auto which, std::size_t most, std::size_t grace = 0) {
    const rlimit limit{most, most + grace};
    return ::setrlimit(which, &limit) == 0;
  };
  const bool limited = set(RLIMIT_CORE, 0) && set(RLIMIT_AS, address_space() + limits.memory) &&
                       set(RLIMIT_CPU, static_cast<std::size_t>(limits.seconds), 1);  // at once, it would be SIGKILL
  std::vector<sock_filter> filter = filter_of(limits.opens_files);
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  return limited && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

bool write_all(int descriptor, const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t written = ::write(descriptor, bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    at += static_cast<std::size_t>(written);
  }
  return true;
}

constexpr char ready = 'r';  // the first byte: the confinement stands

[[noreturn]] void live_as_child(int pipe_end, const std::function<std::string()>& work, const Confinement& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  for (const int signal : {SIGINT, SIGTERM, SIGXCPU, SIGXFSZ, SIGPIPE}) std::signal(signal, SIG_DFL);
  constexpr int kept = 3;
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, standard);
  if (pipe_end != kept) ::dup2(pipe_end, kept);
  if (nothing < 0 || ::syscall(SYS_close_range, kept + 1, ~0U, 0) != 0 || !lay_on(limits)) ::_exit(0);
  int code = exit_exception;
  try {
    if (write_all(kept, {ready}) && write_all(kept, work())) code = 0;
  } catch (const std::bad_alloc&) {
    code = exit_memory;
  } catch (...) {
    code = exit_exception;
  }
  ::_exit(code);
}

/// The child, which does not outlive this, and the reading end of its pipe.
class Child {
 public:
  Child(pid_t process, int pipe_end) : process_(process), pipe_end_(pipe_end) {}
  ~Child() {
    if (pipe_end_ >= 0) ::close(pipe_end_);
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// What it writes, no more than `most`: a child that was taken over does not fill the memory of its parent.
  /// Errors: Stopped.
  std::string read(std::size_t most) const {
    std::string bytes;
    while (bytes.size() < most) {
      const std::size_t before = bytes.size();
      constexpr std::size_t least = std::size_t{1} << 16;
      bytes.resize(before + std::min(std::max(least, before), most - before));
      const ssize_t got = read_some(bytes.data() + before, bytes.size() - before);
      bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
      if (got <= 0) break;
    }
    return bytes;
  }
  /// How it ended.
  int wait() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    return status;
  }
  void close() {
    ::close(pipe_end_);
    pipe_end_ = -1;
  }

 private:
  ssize_t read_some(char* to, std::size_t room) const {
    while (true) {
      throw_if_stopped();
      constexpr int look_again = 200;  // milliseconds, for who was asked to stop meanwhile
      pollfd waiting{pipe_end_, POLLIN, 0};
      if (::poll(&waiting, 1, look_again) <= 0) continue;
      const ssize_t got = ::read(pipe_end_, to, room);
      if (got >= 0 || errno != EINTR) return got;
    }
  }

  pid_t process_;
  int pipe_end_;
};

ConfinedEnd end_of(int status) {
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXCPU ? ConfinedEnd::time : ConfinedEnd::broke_down;
  switch (WEXITSTATUS(status)) {
    case 0: return ConfinedEnd::done;
    case exit_memory: return ConfinedEnd::memory;
    default: return ConfinedEnd::broke_down;
  }
}

}  // namespace

Confinement confinement_for(std::size_t bytes) {
  constexpr std::size_t least = std::size_t{512} << 20;
  constexpr std::size_t times = 64;
  constexpr int least_seconds = 60;
  return {least + times * bytes, least_seconds + static_cast<int>(bytes >> 19), false};
}

Confined confined(const std::function<std::string()>& work, Confinement limits) {
  if (machine == 0 || sanitized) return {};
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  constexpr int pipe_size = 1 << 20;  // fewer changes between the two; a smaller one does as well
  ::fcntl(ends[0], F_SETPIPE_SZ, pipe_size);
  const pid_t process = ::fork();
  if (process == 0) live_as_child(ends[1], work, limits);
  ::close(ends[1]);
  Child child(process, ends[0]);
  if (process < 0 || child.read(1).empty()) return {};  // there is no child, or the system refused a limit
  Confined result;
  result.bytes = child.read(limits.memory);
  child.close();
  result.end = end_of(child.wait());
  throw_if_stopped();
  if (result.end != ConfinedEnd::done) result.bytes.clear();
  return result;
}

}  // namespace disburse
