// What a confined child can and cannot do.
#include "engine/confined/confined.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <vector>

namespace disburse {
namespace {

constexpr Confinement some{std::size_t{256} << 20, 5, false};

#define NEEDS_CONFINEMENT()                                                         \
  if (confined([] { return std::string(); }, some).end == ConfinedEnd::unavailable) \
  GTEST_SKIP() << "this system has no confinement"

TEST(Confined, gives_back_what_the_work_gave) {
  NEEDS_CONFINEMENT();
  const std::string large(5'000'000, 'x');  // more than a pipe holds
  const Confined result = confined([&] { return large; }, some);
  EXPECT_EQ(result.end, ConfinedEnd::done);
  EXPECT_EQ(result.bytes, large);
  EXPECT_EQ(confined([] { return std::string(); }, some).bytes, "");
}

TEST(Confined, opens_no_file_and_no_socket_and_begins_no_process) {
  NEEDS_CONFINEMENT();
  const auto tried = [](auto call) {
    return confined([&] { return call() ? std::string("could") : std::string("could not"); }, some).bytes;
  };
  EXPECT_EQ(tried([] { return ::open("/etc/passwd", O_RDONLY) >= 0; }), "could not");
  EXPECT_EQ(tried([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }), "could not");
  EXPECT_EQ(tried([] { return ::fork() >= 0; }), "could not");
  EXPECT_EQ(tried([] { return ::unlink("/tmp/nothing") == 0 || errno != EPERM; }), "could not");
  EXPECT_EQ(tried([] { return ::execl("/bin/true", "true", nullptr) == 0; }), "could not");
}

TEST(Confined, opens_files_to_read_alone_where_a_library_must) {
  NEEDS_CONFINEMENT();
  Confinement reading = some;
  reading.opens_files = true;
  const auto can = [&](int flags) {
    return confined([&] { return std::string(::open("/dev/null", flags, 0600) >= 0 ? "yes" : "no"); }, reading).bytes;
  };
  EXPECT_EQ(can(O_RDONLY), "yes");
  EXPECT_EQ(can(O_WRONLY), "no");
  EXPECT_EQ(can(O_RDWR), "no");
  EXPECT_EQ(can(O_RDONLY | O_TRUNC), "no");
}

TEST(Confined, ends_with_a_word_of_what_it_died_of) {
  NEEDS_CONFINEMENT();
  EXPECT_EQ(confined(
                []() -> std::string {
                  std::raise(SIGSEGV);
                  return {};
                },
                some)
                .end,
            ConfinedEnd::broke_down);
  EXPECT_EQ(confined([]() -> std::string { throw std::runtime_error("x"); }, some).end, ConfinedEnd::broke_down);
  EXPECT_EQ(confined([]() -> std::string { return std::string(std::size_t{1} << 30, 'x'); }, some).end,
            ConfinedEnd::memory);
  Confinement brief = some;
  brief.seconds = 1;
  EXPECT_EQ(confined(
                []() -> std::string {
                  for (volatile int i = 0;;) i = i + 1;
                },
                brief)
                .end,
            ConfinedEnd::time);
}

TEST(Confined, changes_nothing_of_its_parent) {
  NEEDS_CONFINEMENT();
  int seen = 1;
  confined(
      [&] {
        seen = 2;
        return std::string();
      },
      some);
  EXPECT_EQ(seen, 1);
  const int file = ::open("/dev/null", O_RDONLY);
  EXPECT_GE(file, 0);
  ::close(file);
}

}  // namespace
}  // namespace disburse
