#include "engine/derivatives/smooth_law.hpp"

#include "engine/error.hpp"

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

std::size_t index_of(const Parameter& parameter, const DatedValue& value) {
  return static_cast<std::size_t>(&value - parameter.values.data());
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
    for (std::size_t i = 0; i < parameter.values.size(); ++i) {
      if (is_number(parameter.values[i].value)) value(parameter, i);
    }
  }
}

const Dual& SmoothLaw::value(const Parameter& parameter, std::size_t index) {
  auto& known = values_[parameter.path];
  const auto found = known.find(index);
  if (found != known.end()) return found->second;
  const DatedValue& dated = parameter.values[index];
  const auto lane = lanes_.find(parameter.path);
  Dual number = dated.extended ? extended(parameter, index) : constant(dated.value);
  if (lane != lanes_.end()) {
    number = Dual::number(number.value());
    number.set_slope(lane->second, unit_of(dated.value));
  }
  return known.emplace(index, number).first->second;
}

const Dual& SmoothLaw::value_in(const std::string& path, Month month) {
  const Parameter& parameter = *tree_.find(path);
  return value(parameter, index_of(parameter, tree_.at(path, month)));
}

Dual SmoothLaw::extended(const Parameter& parameter, std::size_t index) {
  const Month from = parameter.values[index].from;
  const Extension& extension = *parameter.extension;
  if (extension.rule == ExtensionRule::sum) {
    Dual sum;
    for (const std::string& part : extension.by) sum += value_in(part, from);
    return sum;
  }
  const Dual before = value(parameter, index - 1);
  if (extension.rule == ExtensionRule::add) return before + value_in(extension.by.front(), from);
  return before * (Dual(1, 1) + value_in(extension.by.front(), from - 1));
}

const Dual& SmoothLaw::number(std::string_view path, Month month) const {
  const DatedValue& dated = tree_.at(path, month);
  const Dual& found = values_.find(path)->second.at(index_of(*tree_.find(path), dated));
  for (std::size_t lane = 0; lane < reached_.size(); ++lane) {
    if (found.slope(lane) != 0.0) reached_[lane] = true;
  }
  return found;
}

}  // namespace disburse
