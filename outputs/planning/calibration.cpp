#include "outputs/planning/calibration.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "engine/support/text_table.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr int rate_places = 6;

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

/// What was held, what the data say, and how far the one lies from the other.
std::string estimates_table(const std::vector<Estimate>& estimates, const ParameterTree& law, Month month,
                            Language language) {
  TextTable table({{say(language, "参数", "parameter"), Align::left},
                   {say(language, "原值", "held"), Align::right},
                   {say(language, "估计", "estimate"), Align::right},
                   {"10%", Align::right},
                   {"90%", Align::right},
                   {say(language, "样本", "sample"), Align::right},
                   {say(language, "数据权重", "credibility"), Align::right},
                   {say(language, "与原值之比", "to the held"), Align::right}});
  for (const Estimate& one : estimates) {
    const Parameter& parameter = *law.find(one.path);
    const std::string held = value_text(law.at(one.path, month).value);
    const double before = std::strtod(held.c_str(), nullptr);
    table.row({parameter.name + "  " + one.path, held, number_text(parameter.unit, one.value, rate_places),
               number_text(parameter.unit, one.low, rate_places), number_text(parameter.unit, one.high, rate_places),
               count_text(one.observations, 0), fmt::format("{:.2f}", one.credibility),
               before == 0.0 ? "-" : fmt::format("{:.4f}", one.value / before)});
  }
  return table.text();
}

/// What the weights met, and what that did to the roster.
std::string raking_table(const Raking& raking, Language language) {
  TextTable table({{say(language, "边际", "margin"), Align::left},
                   {say(language, "格", "cell"), Align::left},
                   {say(language, "应有", "wanted"), Align::right},
                   {say(language, "花名册", "roster"), Align::right},
                   {say(language, "加权后", "weighted"), Align::right},
                   {say(language, "与花名册之比", "to the roster"), Align::right}});
  for (const RakedCell& cell : raking.cells) {
    table.row({cell.margin, cell.cell, count_text(cell.wanted, 0), count_text(cell.before, 0),
               count_text(cell.after, 0), cell.before == 0.0 ? "-" : fmt::format("{:.4f}", cell.after / cell.before)});
  }
  return "\n" + table.text() +
         fmt::format(
             fmt::runtime(say(language, "权数 {:.4f} 至 {:.4f}，{} 轮；加权后相当于原样本的 {:.1f}%。\n",
                              "Weights from {:.4f} to {:.4f} after {} rounds; they leave {:.1f} % of the sample.\n")),
             raking.least, raking.most, raking.rounds, raking.effective_share * 100.0);
}

}  // namespace

std::string calibrated_scenario(const std::string& name, const std::string& base, const std::string& sources,
                                const std::vector<Estimate>& estimates, const ParameterTree& law) {
  std::string text =
      "schema = \"disburse/scenario/1\"\nname = " + quoted(name) + "\ntitle = " + quoted("按花名册校准") +
      "\nauthor = \"disburse calibrate\"\nreference = " + quoted(sources) + "\nextends = " + quoted(base) + "\n";
  for (const Estimate& one : estimates) {
    const Unit unit = law.find(one.path)->unit;
    text += "\n[[override]]\npath = " + quoted(one.path) +
            "\nvalue = " + quoted(number_text(unit, one.value, rate_places)) + "\nreason = " +
            quoted(fmt::format("{}；样本 {:.0f}，数据权重 {:.2f}", say(Language::zh, one.method), one.observations,
                               one.credibility)) +
            "\n";
    if (number_text(unit, one.low, rate_places) == number_text(unit, one.high, rate_places)) continue;
    text += "\n[[uncertain]]\npath = " + quoted(one.path) +
            "\nlow = " + quoted(number_text(unit, one.low, rate_places)) +
            "\nhigh = " + quoted(number_text(unit, one.high, rate_places)) +
            "\ndistribution = \"normal\"\nsource = " + quoted(say(Language::zh, one.method)) + "\n";
  }
  return text;
}

std::string calibration_table(const CalibrationResult& result, const ParameterTree& law, Month month,
                              Language language) {
  std::string text = estimates_table(result.estimates, law, month, language);
  if (!result.raking.cells.empty()) text += raking_table(result.raking, language);
  return text;
}

}  // namespace disburse
