// How far a computation is: the line that is written over, silence where nobody reads it, and who listens instead.
#include "engine/app/terminal_progress.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace disburse {
namespace {

std::string line(std::uint64_t done, std::uint64_t total, double seconds, Language language) {
  return TerminalProgress::line(language == Language::zh ? "测算点" : "points", done, total, seconds, language);
}

TEST(TerminalProgressLine, tells_done_rate_and_time_left) {
  // 400 a second; 6,800 are left, 17 seconds.
  EXPECT_EQ(line(3'200, 10'000, 8.0, Language::zh), "测算点 3,200/10,000  400/秒  约余 17 秒");
  EXPECT_EQ(line(3'200, 10'000, 8.0, Language::en), "points 3,200/10,000  400/s  about 17 s left");
}

TEST(TerminalProgressLine, tells_a_slow_rate_with_a_decimal) {
  // 12 in 8 seconds are 1.5 a second; 3 are left, 2 seconds.
  EXPECT_EQ(line(12, 15, 8.0, Language::zh), "测算点 12/15  1.5/秒  约余 2 秒");
}

TEST(TerminalProgressLine, has_no_rate_before_anything_is_done) {
  EXPECT_EQ(line(0, 15, 8.0, Language::en), "points 0/15");
  EXPECT_EQ(line(3, 15, 0.0, Language::en), "points 3/15");
}

TEST(TerminalProgressLine, of_more_than_was_thought_has_nothing_left) {
  EXPECT_EQ(line(20, 15, 1.0, Language::en), "points 20/15  20/s  about 0 s left");
}

/// What stderr gets while `use` has a progress made by `options`. Under a test stderr is a file, no terminal.
template <class Use>
std::string shown(const OutputOptions& options, Use use) {
  ::testing::internal::CaptureStderr();
  {
    TerminalProgress progress(options);
    use(progress);
  }
  return ::testing::internal::GetCapturedStderr();
}

OutputOptions in(Language language, bool quiet = false) {
  OutputOptions options;
  options.language = language;
  options.quiet = quiet;
  return options;
}

TEST(TerminalProgress, tells_the_estimate_wherever_it_is_read) {
  const auto expects = [](TerminalProgress& progress) { progress.expect(34.6, std::size_t{210} << 20); };
  EXPECT_EQ(shown(in(Language::zh), expects), "估计用时约 35 秒，内存约 210 MiB\n");
  EXPECT_EQ(shown(in(Language::en), expects), "about 35 s and 210 MiB\n");
}

TEST(TerminalProgress, is_silent_when_it_is_told_to_be) {
  EXPECT_EQ(shown(in(Language::zh, true),
                  [](TerminalProgress& progress) {
                    EXPECT_FALSE(progress.wants_estimate());
                    progress.expect(34.6, 1);
                    progress.begin(Work::points, 10);
                    progress.add(10);
                  }),
            "");
}

TEST(TerminalProgress, writes_no_line_where_stderr_is_no_terminal) {
  EXPECT_EQ(shown(in(Language::zh),
                  [](TerminalProgress& progress) {
                    EXPECT_TRUE(progress.wants_estimate());
                    progress.begin(Work::replicates, 10'000'000);
                    progress.raise_total(20'000'000);
                    progress.add(5'000'000);
                  }),
            "");
}

class Nobody : public Progress {
 public:
  void expect(double, std::size_t) override {}
  void begin(Work, std::uint64_t) override {}
  void raise_total(std::uint64_t) override {}
  void add(std::uint64_t) override {}
};

TEST(Listening, takes_the_terminals_place_on_its_thread_while_it_lives) {
  TerminalProgress terminal(in(Language::zh, true));
  EXPECT_EQ(Listening::listener(terminal), &terminal);
  Nobody first, second;
  {
    const Listening outer(first);
    EXPECT_EQ(Listening::listener(terminal), &first);
    {
      const Listening inner(second);
      EXPECT_EQ(Listening::listener(terminal), &second);
    }
    EXPECT_EQ(Listening::listener(terminal), &first);
    std::thread([&] { EXPECT_EQ(Listening::listener(terminal), &terminal); }).join();
  }
  EXPECT_EQ(Listening::listener(terminal), &terminal);
}

}  // namespace
}  // namespace disburse
