#include "engine/replicates/death_sums.hpp"

#include <numeric>

#include "engine/base/error.hpp"

namespace disburse {

std::int64_t taken_up(std::int64_t fen, const Rate& share) {
  if (share.numerator() == share.denominator()) return fen;
  return rounded_quotient(Int128{fen} * share.numerator(), share.denominator(), Rounding::half_up);
}

MeasureMap::MeasureMap(const ProgrammeSet& programmes, const Measures& measures)
    : columns_(city_columns(programmes, measures.horizon())), fixed_(measures.all().size()) {
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    for (const FixedPayment& payment : programmes[p]->fixed_payments()) {
      for (const std::uint32_t m : measures.of(p, payment.line, payment.paid)) fixed_[m] += payment.amount.fen();
    }
  }
  for (const SchemeColumns& columns : columns_) {
    std::vector<std::vector<std::uint32_t>>& own = counted_.emplace_back();
    for (std::size_t j = 0; j < columns.width(); ++j) {
      const Column& column = columns.at(j);
      own.push_back(measures.of(column.programme, programmes[column.programme]->definition().line, column.paid));
    }
  }
}

std::size_t MeasureMap::width() const {
  return std::accumulate(columns_.begin(), columns_.end(), std::size_t{0},
                         [](std::size_t sum, const SchemeColumns& columns) { return sum + columns.width(); });
}

LivingSums::LivingSums(const MeasureMap& map) {
  for (std::size_t s = 0; s < if_all_live_.size(); ++s) {
    if_all_live_[s].resize(map.columns()[s].alive().size());
    certain_[s].resize(map.columns()[s].alive().size());
  }
}

void LivingSums::add(const MemberPaths& paths) {
  for (std::size_t s = 0; s < paths.size(); ++s) {
    for (std::size_t j = 0; j < if_all_live_[s].size(); ++j) {
      if_all_live_[s][j] += paths[s].if_all_live[j];
      certain_[s][j] += paths[s].certain_payments[j];
    }
  }
}

std::vector<std::int64_t> LivingSums::numbers() const {
  std::vector<std::int64_t> all;
  for (const auto* sums : {&if_all_live_, &certain_}) {
    for (const std::vector<std::int64_t>& scheme : *sums) all.insert(all.end(), scheme.begin(), scheme.end());
  }
  return all;
}

void LivingSums::add(std::span<const std::int64_t> numbers) {
  std::size_t at = 0;
  for (auto* sums : {&if_all_live_, &certain_}) {
    for (std::vector<std::int64_t>& scheme : *sums) {
      for (std::int64_t& sum : scheme) sum += numbers[at++];
    }
  }
  EXPECT(at == numbers.size());
}

std::vector<std::int64_t> LivingSums::certain_payments(const MeasureMap& map) const {
  std::vector<std::int64_t> amounts = map.fixed();
  for (std::size_t s = 0; s < certain_.size(); ++s) {
    for (std::size_t j = 0; j < certain_[s].size(); ++j) {
      const std::int64_t fen = taken_up(certain_[s][j], map.columns()[s].at(j).share);
      for (const std::uint32_t m : map.counted(s, j)) amounts[m] += fen;
    }
  }
  return amounts;
}

DeathSums::DeathSums(const MeasureMap& map, std::uint32_t first, std::uint32_t count)
    : map_(&map), first_(first), count_(count), sums_(count * map.width()) {}

void DeathSums::add(const MemberPaths& paths, std::uint64_t seed, Simd simd) {
  std::int64_t* own = sums_.data();
  std::vector<std::int64_t> deaths(count_);
  for (std::size_t s = 0; s < paths.size(); ++s) {
    const std::size_t width = map_->columns()[s].width();
    add_deaths(paths[s], width, seed, first_, count_, simd, own, deaths);
    own += count_ * width;
  }
}

void DeathSums::add(const DeathSums& other) {
  for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += other.sums_[i];
}

std::vector<std::int64_t> DeathSums::amounts(const LivingSums& living) const {
  std::vector<std::int64_t> amounts;
  for (std::uint32_t r = 0; r < count_; ++r) amounts.insert(amounts.end(), map_->fixed().begin(), map_->fixed().end());
  const std::int64_t* sums = sums_.data();
  for (std::size_t s = 0; s < map_->columns().size(); ++s) {
    const SchemeColumns& columns = map_->columns()[s];
    const std::size_t alive = columns.alive().size();
    for (std::uint32_t r = 0; r < count_; ++r, sums += columns.width()) {
      std::int64_t* own = amounts.data() + r * map_->measures();
      for (std::size_t j = 0; j < columns.width(); ++j) {
        const std::int64_t entitled = j < alive ? living.if_all_live(s, j) - sums[j] : sums[j];
        if (entitled == 0) continue;
        const std::int64_t fen = taken_up(entitled, columns.at(j).share);
        for (const std::uint32_t m : map_->counted(s, j)) own[m] += fen;
      }
    }
  }
  return amounts;
}

}  // namespace disburse
