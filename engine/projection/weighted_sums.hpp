#pragma once
// Sums of payments weighted with survival; of exact numbers they are integers, added in any order.
#include <vector>

#include "engine/law/programme.hpp"

namespace disburse {

/// Weighted sums of one programme: component x month due; exact ones in units of 2^-48 fen and 2^-48 payments.
template <class N>
class WeightedSumsOf {
 public:
  WeightedSumsOf(std::size_t components, int months)
      : months_(static_cast<std::size_t>(months)), fen_(components * months_), persons_(components * months_) {}

  void add(const ProgrammeOf<N>& programme, const StreamSumsOf<N>& sums,
           const std::vector<typename N::Survival>& survival) {
    const auto& components = programme.definition().components;
    for (std::size_t c = 0; c < components.size(); ++c) {
      for (std::size_t t = 0; t < months_; ++t) {
        const std::int64_t persons = sums.persons(c, t);
        if (persons == 0) continue;
        if (components[c].on_death) {
          add(c, t, sums.amount(c, t), persons, survival[t] - survival[t + 1]);
        } else {
          add(c, t, sums.amount(c, t), persons, survival[t]);
        }
      }
    }
  }

  void add(const WeightedSumsOf& other) {
    for (std::size_t i = 0; i < fen_.size(); ++i) {
      fen_[i] += other.fen_[i];
      persons_[i] += other.persons_[i];
    }
  }

  /// Calls f with every sum, always in the same order.
  template <class F>
  void each_sum(const F& f) {
    for (std::size_t i = 0; i < fen_.size(); ++i) {
      f(fen_[i]);
      f(persons_[i]);
    }
  }

  const typename N::Sum& fen(std::size_t component, std::size_t month) const {
    return fen_[component * months_ + month];
  }
  typename N::Heads persons(std::size_t component, std::size_t month) const {
    return persons_[component * months_ + month];
  }

 private:
  void add(std::size_t component, std::size_t month, const typename N::Amount& amount, std::int64_t persons,
           const typename N::Survival& weight) {
    fen_[component * months_ + month] += weighted(amount, weight);
    persons_[component * months_ + month] += heads(persons, weight);
  }

  std::size_t months_;
  std::vector<typename N::Sum> fen_;
  std::vector<typename N::Heads> persons_;
};

}  // namespace disburse
