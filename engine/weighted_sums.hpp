#pragma once
// Sums of payments weighted with survival: exact integers, added in any order.
#include <vector>

#include "engine/programme.hpp"

namespace disburse {

/// Weighted sums of one programme: component x month due, in units of 2^-48 fen and 2^-48 payments.
class WeightedSums {
 public:
  WeightedSums(std::size_t components, int months)
      : months_(static_cast<std::size_t>(months)), fen_(components * months_), persons_(components * months_) {}

  void add(const Programme& programme, const StreamSums& sums, const std::vector<std::int64_t>& survival) {
    const auto& components = programme.definition().components;
    for (std::size_t c = 0; c < components.size(); ++c) {
      for (std::size_t t = 0; t < months_; ++t) {
        const std::int64_t persons = sums.persons(c, t);
        if (persons == 0) continue;
        const Int128 weight = components[c].on_death ? survival[t] - survival[t + 1] : survival[t];
        fen_[c * months_ + t] += weight * sums.amount(c, t);
        persons_[c * months_ + t] += weight * persons;
      }
    }
  }

  void add(const WeightedSums& other) {
    for (std::size_t i = 0; i < fen_.size(); ++i) {
      fen_[i] += other.fen_[i];
      persons_[i] += other.persons_[i];
    }
  }

  Int128 fen(std::size_t component, std::size_t month) const { return fen_[component * months_ + month]; }
  Int128 persons(std::size_t component, std::size_t month) const { return persons_[component * months_ + month]; }

 private:
  std::size_t months_;
  std::vector<Int128> fen_;
  std::vector<Int128> persons_;
};

}  // namespace disburse
