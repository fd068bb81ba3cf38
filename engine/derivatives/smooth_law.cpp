#include "engine/derivatives/smooth_law.hpp"

#include "engine/base/error.hpp"

namespace disburse {
namespace {

bool is_number(const Value& value) {
  return std::holds_alternative<Money>(value) || std::holds_alternative<Rate>(value);
}

Dual constant(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return *money;
  return std::get<Rate>(value);
}

/// One unit of a parameter, in its number: a yuan is a hundred fen.
double unit_of(const Value& value) {
  constexpr double fen = 100.0;
  return std::holds_alternative<Money>(value) ? fen : 1.0;
}

}  // namespace

SmoothLaw::SmoothLaw(const ParameterTree& tree, const std::vector<std::string>& directions)
    : tree_(tree), reached_(directions.size(), false) {
  EXPECT(directions.size() <= Dual::lanes);
  for (const std::string& path : directions) {
    const Parameter* parameter = tree.find(path);
    EXPECT(parameter != nullptr && !parameter->values.empty() && is_number(parameter->values.front().value));
    lanes_.emplace(path, lanes_.size());
  }
  for (const auto& [path, parameter] : tree.all()) {
    for (const auto* list : {&parameter.values, &parameter.windows}) {
      for (const DatedValue& dated : *list) {
        if (is_number(dated.value)) value(parameter, dated);
      }
    }
  }
}

const Dual& SmoothLaw::value(const Parameter& parameter, const DatedValue& dated) {
  const auto found = values_.find(&dated);
  if (found != values_.end()) return found->second;
  const auto lane = lanes_.find(parameter.path);
  Dual number = dated.extended ? extended(parameter, dated) : constant(dated.value);
  if (lane != lanes_.end()) {
    number = Dual::number(number.value());
    number.set_slope(lane->second, unit_of(dated.value));
  }
  return values_.emplace(&dated, number).first->second;
}

const Dual& SmoothLaw::value_in(const std::string& path, Month month) {
  return value(*tree_.find(path), tree_.at(path, month));
}

Dual SmoothLaw::extended(const Parameter& parameter, const DatedValue& dated) {
  const Extension& extension = *parameter.extension;
  if (extension.rule == ExtensionRule::sum) {
    Dual sum;
    for (const std::string& part : extension.by) sum += value_in(part, dated.from);
    return sum;
  }
  const Dual before =
      value(parameter, *(&dated - 1));  // values are in order, and one that is extended is not the first
  if (extension.rule == ExtensionRule::add) return before + value_in(extension.by.front(), dated.from);
  return before * (Dual(1, 1) + value_in(extension.by.front(), dated.from - 1));
}

const Dual& SmoothLaw::number(std::string_view path, Month month) const {
  const Dual& found = values_.at(&tree_.at(path, month));
  for (std::size_t lane = 0; lane < reached_.size(); ++lane) {
    if (found.slope(lane) != 0.0) reached_[lane] = true;
  }
  return found;
}

}  // namespace disburse
