#include "engine/base/step_table.hpp"

#include <charconv>

namespace disburse {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// "65: 2" with `parse` for what stands behind the colon.
template <class Amount, class Parse>
std::optional<typename Steps<Amount>::Step> parse_step(std::string_view text, Parse parse) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view key = trimmed(text.substr(0, colon));
  typename Steps<Amount>::Step step;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), step.from);
  const auto amount = parse(trimmed(text.substr(colon + 1)));
  if (error != std::errc{} || end != key.data() + key.size() || !amount) return std::nullopt;
  step.amount = *amount;
  return step;
}

template <class Amount, class Parse>
std::optional<Steps<Amount>> parse_steps(std::string_view text, Parse parse) {
  Steps<Amount> table;
  while (true) {
    const auto comma = text.find(',');
    const auto step = parse_step<Amount>(text.substr(0, comma), parse);
    if (!step || (!table.steps.empty() && step->from <= table.steps.back().from)) return std::nullopt;
    table.steps.push_back(*step);
    if (comma == std::string_view::npos) return table;
    text.remove_prefix(comma + 1);
  }
}

template <class Amount, class Write>
std::string steps_text(const Steps<Amount>& table, Write write) {
  std::string text;
  for (const auto& step : table.steps) {
    if (!text.empty()) text += ", ";
    text += std::to_string(step.from) + ": " + write(step.amount);
  }
  return text;
}

}  // namespace

std::optional<StepTable> parse_step_table(std::string_view text) { return parse_steps<Money>(text, parse_yuan); }

std::optional<NumberTable> parse_number_table(std::string_view text) { return parse_steps<Rate>(text, Rate::parse); }

std::string to_string(const StepTable& table) {
  return steps_text(table, [](Money amount) {
    const bool whole = amount.fen() % 100 == 0;
    return whole ? std::to_string(amount.fen() / 100) : yuan_text(amount);
  });
}

std::string to_string(const NumberTable& table) {
  return steps_text(table, [](const Rate& number) { return to_string(number); });
}

}  // namespace disburse
