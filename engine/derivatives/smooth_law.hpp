#pragma once
// The law in smooth numbers: every amount and rate with its derivatives by chosen parameters.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/smooth.hpp"
#include "engine/law/parameters.hpp"

namespace disburse {

/// Answers to what ParameterTree answers to. A direction is a parameter whose dated values all move together by the
/// same amount (yuan, or 1 of a rate) and no longer follow anything else, as under an override; what is extended by it
/// follows. Extended values are worked out anew, without the steps to which the law rounds them.
class SmoothLaw {
 public:
  /// `tree` is the law under a scenario with its extensions, and stays with the caller; `directions` are paths of
  /// amounts and rates in it, at most Dual::lanes.
  SmoothLaw(const ParameterTree& tree, const std::vector<std::string>& directions);

  Dual money(std::string_view path, Month month) const { return number(path, month); }
  Dual rate(std::string_view path, Month month) const { return number(path, month); }
  std::int64_t integer(std::string_view path, Month month) const { return tree_.integer(path, month); }
  Month month_value(std::string_view path, Month month) const { return tree_.month_value(path, month); }
  MonthSet months(std::string_view path, Month month) const { return tree_.months(path, month); }
  const StepTable& table(std::string_view path, Month month) const { return tree_.table(path, month); }
  const NumberTable& numbers(std::string_view path, Month month) const { return tree_.numbers(path, month); }
  const std::string& choice(std::string_view path, Month month) const { return tree_.choice(path, month); }
  const ParameterTree& tree() const { return tree_; }

  /// True when a number that was looked up moves in this direction. What moves whole members or months never does.
  bool reached(std::size_t direction) const { return reached_[direction]; }

 private:
  const Dual& number(std::string_view path, Month month) const;
  const Dual& value(const Parameter& parameter, const DatedValue& dated);
  const Dual& value_in(const std::string& path, Month month);
  Dual extended(const Parameter& parameter, const DatedValue& dated);

  const ParameterTree& tree_;
  std::map<std::string, std::size_t, std::less<>> lanes_;
  std::map<const DatedValue*, Dual> values_;
  mutable std::vector<bool> reached_;
};

/// The tree itself, for what has no derivative.
inline const ParameterTree& tree_of(const ParameterTree& law) { return law; }
inline const ParameterTree& tree_of(const SmoothLaw& law) { return law.tree(); }

}  // namespace disburse
