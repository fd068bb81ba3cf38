#pragma once
// The law of one grant by months: what it looks up, once a month, joined to runs of months that pay alike.
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/derivatives/smooth_programme.hpp"
#include "engine/law/programme.hpp"

namespace disburse {

/// Months [begin, end) of the horizon, by their offset; an end may lie beyond it.
struct Span {
  std::int32_t begin = 0;
  std::int32_t end = 0;
  static constexpr Span always() {
    return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  }
  static constexpr Span from(std::int32_t begin) { return {begin, always().end}; }
  static constexpr Span until(std::int32_t end) { return {always().begin, end}; }
  static constexpr Span only_if(bool holds) { return holds ? always() : Span{}; }
  bool contains(std::int32_t offset) const { return begin <= offset && offset < end; }
  friend Span operator&(const Span& a, const Span& b) {
    return {a.begin > b.begin ? a.begin : b.begin, a.end < b.end ? a.end : b.end};
  }
};

/// Everything that a grant needs of the law in a month.
template <class N>
struct GrantTermsOf {
  typename N::Money standard;
  StepTable steps;
  std::vector<typename N::Money> by_category;  ///< by Category; shorter where the last ones have none
  typename N::Rate factor{1, 1};               ///< share x times
  NumberTable times_by_years;
  std::int64_t years_beyond = 0, years_at_most = 0;
  typename N::Money at_least, at_most;
  std::vector<std::int64_t> thresholds;  ///< by condition: years, months or Month::index; 0 for lasting ones
  std::vector<typename N::Rate> shares;  ///< by payer beside the one who pays the rest
  friend bool operator==(const GrantTermsOf&, const GrantTermsOf&) = default;
};

/// Months of payment that follow each other under the same terms.
template <class N>
struct GrantRunOf {
  Span months;
  GrantTermsOf<N> terms;
};

/// The runs of a grant over the horizon, in order.
/// Errors: InputRejected(Door::data) when the parts of the payers exceed the whole in some month.
std::vector<GrantRunOf<Exact>> grant_runs(const Grant& grant, const ContextOf<Exact>& context);
std::vector<GrantRunOf<Smooth>> grant_runs(const Grant& grant, const ContextOf<Smooth>& context);

}  // namespace disburse
