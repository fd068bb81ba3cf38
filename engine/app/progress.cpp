#include "engine/app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "outputs/number_text.hpp"

namespace disburse {

Progress::Progress(const Options& options, std::string what, std::uint64_t total, std::uint64_t unit)
    : what_(std::move(what)),
      total_(total),
      unit_(unit),
      language_(options.language),
      shown_(!options.quiet && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (shown_ && last_ > 0.0) std::fputs("\r\x1b[K", stderr);
}

std::string Progress::line(const std::string& what, std::uint64_t done, std::uint64_t total, double seconds,
                           Language language) {
  const double rate = seconds > 0.0 ? static_cast<double>(done) / seconds : 0.0;
  std::string text =
      what + " " + count_text(static_cast<double>(done), 0) + "/" + count_text(static_cast<double>(total), 0);
  if (rate <= 0.0) return text;
  const double left = static_cast<double>(total - std::min(done, total)) / rate;
  return text + fmt::format(fmt::runtime(say(language, "  {}/秒  约余 {:.0f} 秒", "  {}/s  about {:.0f} s left")),
                            count_text(rate, rate < 10.0 ? 1 : 0), left);
}

void Progress::add(std::uint64_t done) {
  if (!shown_) return;
  const std::lock_guard lock(guard_);
  done_ += done;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  constexpr double least_pause = 0.2;
  if (seconds - last_ < least_pause) return;
  last_ = seconds;
  std::fputs(("\r\x1b[K" + line(what_, done_ / unit_, total_ / unit_, seconds, language_)).c_str(), stderr);
}

}  // namespace disburse
