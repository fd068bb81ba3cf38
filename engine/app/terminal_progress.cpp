#include "engine/app/terminal_progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string name_of(Work what, Language language) {
  switch (what) {
    case Work::replicates: return say(language, "随机模拟（百万人次）", "replicates (million member-replicates)");
    case Work::members: return say(language, "合成人员", "members");
    case Work::points: return say(language, "测算点", "points");
  }
  return "";
}

}  // namespace

TerminalProgress::TerminalProgress(const OutputOptions& options)
    : language_(options.language),
      quiet_(options.quiet),
      shown_(!options.quiet && isatty(STDERR_FILENO) == 1),
      begun_(std::chrono::steady_clock::now()) {}

TerminalProgress::~TerminalProgress() {
  if (written_) std::fputs("\r\x1b[K", stderr);
}

void TerminalProgress::expect(double seconds, std::size_t bytes) {
  if (quiet_) return;
  const std::string text =
      fmt::format(fmt::runtime(say(language_, "估计用时约 {:.0f} 秒，内存约 {} MiB\n", "about {:.0f} s and {} MiB\n")),
                  seconds, bytes >> 20);
  std::fputs(text.c_str(), stderr);
}

void TerminalProgress::begin(Work what, std::uint64_t total) {
  const std::lock_guard lock(guard_);
  constexpr std::uint64_t million = 1'000'000;
  what_ = name_of(what, language_);
  unit_ = what == Work::replicates ? million : 1;
  total_ = total;
  done_ = 0;
  last_ = 0.0;
  begun_ = std::chrono::steady_clock::now();
}

void TerminalProgress::raise_total(std::uint64_t total) {
  const std::lock_guard lock(guard_);
  total_ = total;
}

std::string TerminalProgress::line(const std::string& what, std::uint64_t done, std::uint64_t total, double seconds,
                                   Language language) {
  const double rate = seconds > 0.0 ? static_cast<double>(done) / seconds : 0.0;
  std::string text =
      what + " " + count_text(static_cast<double>(done), 0) + "/" + count_text(static_cast<double>(total), 0);
  if (rate <= 0.0) return text;
  const double left = static_cast<double>(total - std::min(done, total)) / rate;
  return text + fmt::format(fmt::runtime(say(language, "  {}/秒  约余 {:.0f} 秒", "  {}/s  about {:.0f} s left")),
                            count_text(rate, rate < 10.0 ? 1 : 0), left);
}

void TerminalProgress::add(std::uint64_t done) {
  if (!shown_) return;
  const std::lock_guard lock(guard_);
  done_ += done;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  constexpr double least_pause = 0.2;
  if (seconds - last_ < least_pause) return;
  last_ = seconds;
  written_ = true;
  std::fputs(("\r\x1b[K" + line(what_, done_ / unit_, total_ / unit_, seconds, language_)).c_str(), stderr);
}

}  // namespace disburse
