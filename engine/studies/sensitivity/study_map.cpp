#include "engine/studies/sensitivity/study_map.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <limits>

namespace disburse {
namespace {

constexpr int steps = 9;

/// "0.944375000" as "0.9444": enough to tell the steps of a map apart.
std::string short_text(const std::string& number) {
  constexpr std::size_t places = 4;
  const auto point = number.find('.');
  if (point == std::string::npos) return number;
  std::string text = fmt::format("{:.{}f}", std::strtod(number.c_str(), nullptr), places);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::vector<double> values_of(const Input& input) {
  std::vector<double> values;
  if (input.has_options()) {
    for (std::size_t option = 0; option < input.options.size(); ++option) values.push_back(static_cast<double>(option));
    return values;
  }
  for (int i = 0; i < steps; ++i) values.push_back(input.low + (input.high - input.low) * i / (steps - 1));
  return values;
}

std::string text_of(const Input& input, double value) {
  if (input.kind == Input::Kind::range) return short_text(input.changes(value).front().value);
  return input.kind == Input::Kind::lever && value == 0.0 ? std::string("±0") : input.text(value);
}

}  // namespace

MapGrid map_grid(const std::vector<Input>& inputs, const HeatMap& map) {
  MapGrid grid;
  const std::vector<double> columns = values_of(inputs[map.second]);
  for (const double column : columns) grid.columns.push_back(text_of(inputs[map.second], column));
  for (const double row : values_of(inputs[map.first])) {
    grid.rows.push_back(text_of(inputs[map.first], row));
    for (const double column : columns) {
      std::vector<double>& point = grid.points.emplace_back(inputs.size(), std::numeric_limits<double>::quiet_NaN());
      point[map.first] = row;
      point[map.second] = column;
    }
  }
  return grid;
}

}  // namespace disburse
