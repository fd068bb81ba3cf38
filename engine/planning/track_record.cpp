#include "engine/planning/track_record.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace disburse {
namespace {

const Outturn* find(const std::vector<Outturn>& outturns, const std::string& programme, int year) {
  const auto found = std::find_if(outturns.begin(), outturns.end(),
                                  [&](const Outturn& one) { return one.programme == programme && one.year == year; });
  return found == outturns.end() ? nullptr : &*found;
}

struct Sample {
  std::vector<double> errors;  // fen
  int with_band = 0, covered = 0;
  std::vector<double> naive;  // absolute
};

TrackScore score_of(const std::string& programme, int horizon, const Sample& sample) {
  TrackScore score;
  score.programme = programme;
  score.horizon = horizon;
  score.estimates = static_cast<int>(sample.errors.size());
  const auto n = static_cast<double>(sample.errors.size());
  double sum = 0.0;
  double squares = 0.0;
  std::vector<double> sizes;
  for (const double error : sample.errors) {
    sum += error;
    squares += error * error;
    sizes.push_back(std::abs(error));
  }
  const auto money = [](double fen) { return Money::fen(std::llround(fen)); };
  double absolute = 0.0;
  for (const double size : sizes) absolute += size;
  score.bias = money(sum / n);
  score.mean_absolute = money(absolute / n);
  score.root_mean_square = money(std::sqrt(squares / n));
  std::sort(sizes.begin(), sizes.end());
  score.two_thirds = money(sizes[static_cast<std::size_t>(std::ceil(n * 2.0 / 3.0)) - 1]);
  if (sample.with_band > 0) score.coverage = static_cast<double>(sample.covered) / sample.with_band;
  if (!sample.naive.empty()) {
    double naive = 0.0;
    for (const double size : sample.naive) naive += size / static_cast<double>(sample.naive.size());
    score.naive_absolute = money(naive);
  }
  return score;
}

}  // namespace

std::vector<TrackScore> track_scores(const std::vector<IssuedEstimate>& estimates,
                                     const std::vector<Outturn>& outturns) {
  std::map<std::pair<std::string, int>, Sample> samples;
  for (const IssuedEstimate& one : estimates) {
    const Outturn* truth = find(outturns, one.programme, one.year);
    if (truth == nullptr) continue;
    Sample& sample = samples[{one.programme, one.year - one.made.year}];
    sample.errors.push_back(static_cast<double>((one.amount - truth->amount).fen()));
    if (one.low && one.high) {
      ++sample.with_band;
      if (*one.low <= truth->amount && truth->amount <= *one.high) ++sample.covered;
    }
    if (const Outturn* last = find(outturns, one.programme, one.year - 1))
      sample.naive.push_back(std::abs(static_cast<double>((last->amount - truth->amount).fen())));
  }
  std::vector<TrackScore> scores;
  for (const auto& [key, sample] : samples) scores.push_back(score_of(key.first, key.second, sample));
  return scores;
}

}  // namespace disburse
