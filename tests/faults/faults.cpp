// A library to be loaded before others (LD_PRELOAD): the n-th call of one kind fails, as a disk would make it.
//
// DISBURSE_FAULT=write|pwrite|fsync|rename|open|close|print|confine   which calls
// DISBURSE_FAULT_AT=N     the one that fails, from 1; 0 or nothing: none
// DISBURSE_FAULT_LASTS=1  all later ones fail too
// DISBURSE_FAULT_COUNT=FILE  how many there were is written there at the end
//
// "confine" is the filter of system calls that a child lays on itself (engine/confined), as on a system without it.
//
// "print" is what a library writes through a stream of its own (fprintf to a temporary file): the stream's writes are
// counted. Calls on standard input, output and error are not counted.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

std::atomic<long> calls = 0;

bool is_kind(const char* kind) {
  static std::atomic<const char*> asked = nullptr;  // looked up once
  if (asked == nullptr) {
    const char* named = std::getenv("DISBURSE_FAULT");
    asked = named == nullptr ? "" : named;
  }
  return std::strcmp(asked, kind) == 0;
}

/// Counts a call; true when it is the one that fails.
bool fails(const char* kind) {
  if (!is_kind(kind)) return false;
  const char* at = std::getenv("DISBURSE_FAULT_AT");
  const long wanted = at == nullptr ? 0 : std::atol(at);
  const long call = ++calls;
  return wanted > 0 && (call == wanted || (call > wanted && std::getenv("DISBURSE_FAULT_LASTS") != nullptr));
}

/// A stream whose writes are counted, over a descriptor that it owns.
ssize_t counted_write(void* cookie, const char* bytes, size_t size) {
  if (fails("print")) {
    errno = ENOSPC;
    return 0;
  }
  return syscall(SYS_write, static_cast<int>(reinterpret_cast<long>(cookie)), bytes, size);
}
ssize_t plain_read(void* cookie, char* bytes, size_t size) {
  return syscall(SYS_read, static_cast<int>(reinterpret_cast<long>(cookie)), bytes, size);
}
int plain_seek(void* cookie, off64_t* offset, int whence) {
  const off64_t at = lseek64(static_cast<int>(reinterpret_cast<long>(cookie)), *offset, whence);
  if (at < 0) return -1;
  *offset = at;
  return 0;
}
int plain_close(void* cookie) {
  return static_cast<int>(syscall(SYS_close, static_cast<int>(reinterpret_cast<long>(cookie))));
}

std::FILE* counted_stream(int descriptor, const char* mode) {
  const cookie_io_functions_t functions{plain_read, counted_write, plain_seek, plain_close};
  return fopencookie(reinterpret_cast<void*>(static_cast<long>(descriptor)), mode, functions);
}

/// The count, written around all that fails.
struct Report {
  ~Report() {
    const char* file = std::getenv("DISBURSE_FAULT_COUNT");
    if (file == nullptr) return;
    const std::string text = std::to_string(calls.load());
    const long descriptor = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    static_cast<void>(syscall(SYS_write, descriptor, text.data(), text.size()));
    syscall(SYS_close, descriptor);
  }
} report;

constexpr int last_standard = STDERR_FILENO;

int refuse(int code) {
  errno = code;
  return -1;
}

int opened(int folder, const char* path, int flags, unsigned mode) {
  if (fails("open")) return refuse(EIO);
  return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
}

}  // namespace

#define WITH_MODE(flags)                        \
  unsigned mode = 0;                            \
  if (((flags) & (O_CREAT | O_TMPFILE)) != 0) { \
    va_list rest;                               \
    va_start(rest, flags);                      \
    mode = va_arg(rest, unsigned);              \
    va_end(rest);                               \
  }

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
  if (descriptor > last_standard && fails("write")) return refuse(ENOSPC);
  return syscall(SYS_write, descriptor, bytes, size);
}
ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
  if (fails("pwrite")) return refuse(ENOSPC);
  return syscall(SYS_pwrite64, descriptor, bytes, size, at);
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
  if (fails("pwrite")) return refuse(ENOSPC);
  return syscall(SYS_pwrite64, descriptor, bytes, size, at);
}
int fsync(int descriptor) {
  if (descriptor > last_standard && fails("fsync")) return refuse(EIO);
  return static_cast<int>(syscall(SYS_fsync, descriptor));
}
int fdatasync(int descriptor) {
  if (fails("fsync")) return refuse(EIO);
  return static_cast<int>(syscall(SYS_fdatasync, descriptor));
}
int rename(const char* from, const char* to) {
  if (fails("rename")) return refuse(EIO);
  return static_cast<int>(syscall(SYS_rename, from, to));
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  if (fails("rename")) return refuse(EIO);
  return static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}
int open(const char* path, int flags, ...) {
  WITH_MODE(flags)
  return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  WITH_MODE(flags)
  return opened(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  WITH_MODE(flags)
  return opened(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
  WITH_MODE(flags)
  return opened(folder, path, flags, mode);
}
int close(int descriptor) {
  const bool failing = descriptor > last_standard && fails("close");
  const int closed = static_cast<int>(syscall(SYS_close, descriptor));  // as a disk: gone, and yet not well
  return failing ? refuse(EIO) : closed;
}
std::FILE* fdopen(int descriptor, const char* mode) {
  if (is_kind("print")) return counted_stream(descriptor, mode);
  return next<std::FILE*(int, const char*)>("fdopen")(descriptor, mode);
}
std::FILE* fopen64(const char* path, const char* mode) {
  if (is_kind("print") && mode[0] == 'w') {
    const long descriptor = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    return descriptor < 0 ? nullptr : counted_stream(static_cast<int>(descriptor), mode);
  }
  return next<std::FILE*(const char*, const char*)>("fopen64")(path, mode);
}
std::FILE* fopen(const char* path, const char* mode) { return fopen64(path, mode); }

int prctl(int option, ...) {
  va_list rest;
  va_start(rest, option);
  const unsigned long a = va_arg(rest, unsigned long), b = va_arg(rest, unsigned long);
  const unsigned long c = va_arg(rest, unsigned long), d = va_arg(rest, unsigned long);
  va_end(rest);
  if (option == PR_SET_SECCOMP && fails("confine")) return refuse(EINVAL);
  return static_cast<int>(syscall(SYS_prctl, option, a, b, c, d));
}

}  // extern "C"
