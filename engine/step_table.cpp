#include "engine/step_table.hpp"

#include <charconv>

namespace disburse {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<StepTable::Step> parse_step(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view key = trimmed(text.substr(0, colon));
  StepTable::Step step;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), step.from);
  const auto amount = parse_yuan(trimmed(text.substr(colon + 1)));
  if (error != std::errc{} || end != key.data() + key.size() || !amount) return std::nullopt;
  step.amount = *amount;
  return step;
}

}  // namespace

std::optional<StepTable> StepTable::parse(std::string_view text) {
  StepTable table;
  while (true) {
    const auto comma = text.find(',');
    const auto step = parse_step(text.substr(0, comma));
    if (!step || (!table.steps.empty() && step->from <= table.steps.back().from)) return std::nullopt;
    table.steps.push_back(*step);
    if (comma == std::string_view::npos) return table;
    text.remove_prefix(comma + 1);
  }
}

std::string to_string(const StepTable& table) {
  std::string text;
  for (const StepTable::Step& step : table.steps) {
    if (!text.empty()) text += ", ";
    text += std::to_string(step.from) + ": ";
    const bool whole = step.amount.fen() % 100 == 0;
    text += whole ? std::to_string(step.amount.fen() / 100) : yuan_text(step.amount);
  }
  return text;
}

}  // namespace disburse
