// disburse calibrate: what an office's rosters tell of the assumptions, as a scenario file.
#include <fmt/format.h>

#include <cmath>

#include "engine/app/commands.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/session.hpp"
#include "engine/calibration.hpp"
#include "engine/raking.hpp"
#include "engine/roster_file.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/number_text.hpp"
#include "scenarios/margins_reader.hpp"

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

std::string scenario_text(const std::string& name, const std::string& base, const std::string& sources,
                          const std::vector<Estimate>& estimates, const ParameterTree& law) {
  std::string text =
      "schema = \"disburse/scenario/1\"\nname = " + quoted(name) + "\ntitle = " + quoted("按花名册校准") +
      "\nauthor = \"disburse calibrate\"\nreference = " + quoted(sources) + "\nextends = " + quoted(base) + "\n";
  for (const Estimate& one : estimates) {
    const Unit unit = law.find(one.path)->unit;
    text += "\n[[override]]\npath = " + quoted(one.path) +
            "\nvalue = " + quoted(number_text(unit, one.value, rate_places)) + "\nreason = " +
            quoted(fmt::format("{}；样本 {:.0f}，数据权重 {:.2f}", one.method, one.observations, one.credibility)) +
            "\n";
    if (number_text(unit, one.low, rate_places) == number_text(unit, one.high, rate_places)) continue;
    text += "\n[[uncertain]]\npath = " + quoted(one.path) +
            "\nlow = " + quoted(number_text(unit, one.low, rate_places)) +
            "\nhigh = " + quoted(number_text(unit, one.high, rate_places)) +
            "\ndistribution = \"normal\"\nsource = " + quoted(one.method) + "\n";
  }
  return text;
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

/// Take-up that the office counted; all that cannot be is told at once.
void add_take_up(std::vector<Estimate>& estimates, const std::vector<TakeUp>& all, const Roster& roster,
                 const std::vector<double>& weight, const ParameterTree& law) {
  InputErrors errors;
  for (const TakeUp& one : all) {
    const Parameter* parameter = law.find(one.parameter);
    const double persons = pensioners_of(roster, weight, one.scheme);
    if (parameter == nullptr || parameter->unit != Unit::rate) {
      errors.add(one.place, "parameter", one.parameter + " is no rate of the law", "take-up is a share",
                 "disburse list parameters names them, as unity_award.eligible_share");
    } else if (one.persons < 0.0 || one.persons > persons) {
      errors.add(one.place, "persons",
                 fmt::format("{:.0f} were paid and the roster has {:.0f} pensioners", one.persons, persons),
                 "a share lies between none and all", "Bring both to one day, or mend the figure");
    } else {
      estimates.push_back(estimate_of_take_up(one.parameter, one.persons, roster, weight, one.scheme));
    }
  }
  throw_if_any(Door::data, std::move(errors));
}

}  // namespace

int command_calibrate(const Options& options, std::string& out, std::string& talk) {
  constexpr std::size_t most = 2;
  if (options.files.empty() || options.files.size() > most) {
    reject_option("files", std::to_string(options.files.size()) + " rosters are named",
                  "one tells of the stock, two of deaths and newcomers", "Write disburse calibrate [LAST.h5] THIS.h5");
  }
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out)))
    throw FolderExists(*options.out);
  if (options.out && !options.out->ends_with(".toml")) {
    reject_option("--out", *options.out + " is no .toml file", "the estimates become a scenario",
                  "Write --out calibrated.toml");
  }
  Options plain = options;
  plain.roster.reset();
  const Session session = open_session(plain);
  const ParameterTree& law = session.law.parameters;
  const Roster now = read_roster(options.files.back());
  const Margins margins = options.margins ? read_margins(*options.margins) : Margins{};
  const Raking raking = rake(now, margins.margins);
  std::vector<Estimate> estimates = estimates_of_stock(now, raking.weight);
  add_take_up(estimates, margins.taken_up, now, raking.weight, law);
  std::string sources = options.files.back() + "（" + now.digest.substr(0, 12) + "）";
  if (options.files.size() == most) {
    const Roster before = read_roster(options.files.front());
    if (before.as_of >= now.as_of) {
      reject_option("files", options.files.front() + " is not earlier than " + options.files.back(),
                    "deaths and newcomers lie between two months", "Name the earlier roster first");
    }
    for (Estimate& one : estimates_of_movement(before, now, *session.mortality, law))
      estimates.push_back(std::move(one));
    sources = options.files.front() + "（" + before.digest.substr(0, 12) + "）、" + sources;
  }
  if (options.margins) sources += "、" + *options.margins;
  for (const Margin& margin : margins.margins) sources += "；" + margin.name + "：" + margin.source;
  for (const TakeUp& one : margins.taken_up) sources += "；" + one.parameter + "：" + one.source;
  const Month month = session.scenario.horizon.first;
  out = estimates_table(estimates, law, month, options.language);
  if (!raking.cells.empty()) out += raking_table(raking, options.language);
  if (options.out) {
    const std::string name = std::filesystem::path(*options.out).stem().string();
    publish_file(*options.out, scenario_text(name, session.scenario.name, sources, estimates, law));
    if (!options.quiet) talk += say(options.language, "情景已写入 ", "the scenario stands in ") + *options.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
