// disburse list: scenarios, programmes, parameters.
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "engine/app/commands.hpp"
#include "engine/app/session.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/office/parameter_workbook.hpp"
#include "scenarios/roster_recipe.hpp"
#include "scenarios/scenario_reader.hpp"

namespace disburse {
namespace {

using Json = nlohmann::ordered_json;

/// Rows under headings; the JSON keys are the headings' English names.
struct Listing {
  std::vector<std::string> keys;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

Listing scenarios(const Session& session) {
  Listing listing{{"name", "extends", "title", "reference"}, {"名称", "继承", "标题", "依据"}, {}};
  for (const std::string& name : list_scenarios(session.paths.scenarios())) {
    const Scenario scenario = read_scenario(name, session.paths.scenarios());
    listing.rows.push_back(
        {name, scenario.lineage.empty() ? "" : scenario.lineage.front(), scenario.title, scenario.reference});
  }
  return listing;
}

Listing programmes(const Session& session) {
  Listing listing{{"id", "line", "name", "basis", "clause"}, {"编号", "科目", "名称", "依据", "规则"}, {}};
  for (const ProgrammeDefinition& programme : session.law.programmes) {
    listing.rows.push_back(
        {programme.id, programme.line, programme.name, to_string(programme.basis), programme.clause});
  }
  return listing;
}

Listing parameters(const Session& session, const std::string& prefix) {
  Listing listing{{"path", "name", "unit", "value", "from", "known", "status", "origin", "reference"},
                  {"参数", "名称", "单位", "值", "自", "获知", "状态", "来源", "依据"},
                  {}};
  for (const auto& [path, parameter] : session.law.parameters.all()) {
    if (!path.starts_with(prefix)) continue;
    for (const DatedValue& value : parameter.values) {
      listing.rows.push_back({path, parameter.name, to_string(parameter.unit), value_text(value.value),
                              to_string(value.from), to_string(value.known), to_string(value.status), parameter.origin,
                              value.reference});
    }
  }
  return listing;
}

/// Life expectancy of each table at a few ages, the quickest check that the right table was taken.
Listing life_expectancies(const Law& law) {
  Listing listing{{"table", "age", "male", "female", "source"}, {"生命表", "年龄", "男 余命", "女 余命", "来源"}, {}};
  for (const auto& entry : law.life_tables) {
    const LifeTable& table = entry.second;
    for (const int age : {50, 60, 65, 70, 80}) {
      const auto years = [&](Sex sex) {
        const auto hundredths = static_cast<std::int64_t>(std::floor(life_expectancy(table, sex, age) * 100.0 + 0.5));
        return yuan_text(Money::fen(hundredths));
      };
      listing.rows.push_back({entry.first, std::to_string(age), years(Sex::male), years(Sex::female), table.source});
    }
  }
  return listing;
}

/// The last column holds sentences; they stand below their row.
std::string as_table(const Listing& listing) {
  std::vector<TextTable::Column> columns;
  for (const std::string& heading : listing.headings) columns.push_back({heading, Align::left});
  const std::string last = columns.back().title;
  columns.pop_back();
  TextTable table(std::move(columns));
  for (const auto& row : listing.rows) {
    table.row({row.begin(), row.end() - 1});
    table.note("    " + last + "：" + row.back());
  }
  return table.text();
}

Json as_json(const Listing& listing) {
  Json rows = Json::array();
  for (const auto& row : listing.rows) {
    Json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[listing.keys[i]] = row[i];
    rows.push_back(object);
  }
  return rows;
}

/// A workbook holds parameters alone, and no file is overwritten.
void check_workbook(const Options& options) {
  if (std::filesystem::exists(std::filesystem::symlink_status(*options.out))) throw FolderExists(*options.out);
  if (options.topic == "parameters" && options.out->ends_with(".xlsx")) return;
  InputErrors errors;
  errors.add({"--out", 0, 0}, "", "\"" + *options.out + "\" cannot be made of " + options.topic,
             "only the table of parameters goes out, as a workbook", "Write disburse list parameters --out 参数.xlsx");
  throw InputRejected(Door::command_line, std::move(errors));
}

}  // namespace

int command_list(const Options& options, std::string& out, std::string& talk) {
  if (options.out) check_workbook(options);
  Session session = open_law(options);
  talk.clear();
  std::vector<Listing> listings;
  if (options.topic == "scenarios") listings.push_back(scenarios(session));
  if (options.topic == "programmes") listings.push_back(programmes(session));
  if (options.topic == "parameters") {
    read_recipe(session.paths.rosters() / (session.scenario.recipe + ".toml"), session.law.parameters);
    apply_scenario(session.law.parameters, session.scenario);
    if (options.out) {
      publish_file(*options.out, parameter_workbook(session.law.parameters, session.scenario, options.prefix));
      if (!options.quiet) talk = say(options.language, "参数表已写入 ", "the table stands in ") + *options.out + "\n";
      return exit_done;
    }
    listings.push_back(parameters(session, options.prefix));
    if (options.prefix.starts_with("mortality")) listings.push_back(life_expectancies(session.law));
  }
  if (options.format == Format::json) {
    Json document;
    document["schema"] = "disburse/list/1";
    document["scenario"] = session.scenario.name;
    document[options.topic] = as_json(listings.front());
    if (listings.size() > 1) document["life_expectancies"] = as_json(listings.back());
    out = document.dump(2) + "\n";
  } else {
    for (const Listing& listing : listings) out += as_table(listing);
  }
  return exit_done;
}

}  // namespace disburse
