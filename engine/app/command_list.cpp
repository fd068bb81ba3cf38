// disburse list: scenarios, programmes, parameters.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "engine/app/agencies/agency_listings.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/session/scenario_law.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/office/parameter_workbook.hpp"
#include "outputs/text/labels.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "scenarios/rosters/readers/recipe_reader.hpp"

namespace disburse {
namespace {

using Json = nlohmann::ordered_json;

Listing scenarios(const std::filesystem::path& library, Language language) {
  Listing listing = listing_of({"name", "extends", "title", "reference"}, {"名称", "继承", "标题", "依据"}, language);
  for (const std::string& name : list_scenarios(library)) {
    const Scenario scenario = read_scenario(name, library);
    listing.rows.push_back(
        {name, scenario.lineage.empty() ? "" : scenario.lineage.front(), scenario.title, scenario.reference});
  }
  return listing;
}

Listing programmes(const PublishedLaw& published, bool codes, Language language) {
  Listing listing = listing_of({"id", "line", "name", "basis", "clause", "rounding_reference"},
                               {"编号", "科目", "名称", "依据", "规则", "舍入依据"}, language);
  for (const ProgrammeDefinition& programme : published.law.programmes) {
    listing.rows.push_back({programme.id, programme.line,
                            codes ? programme.name : name_in(programme.name, programme.name_en, language),
                            codes ? to_string(programme.basis) : label(programme.basis, language), programme.clause,
                            programme.rounding_reference});
  }
  return listing;
}

Listing parameters(const PublishedLaw& published, const std::string& prefix, bool codes, Language language) {
  Listing listing = listing_of({"path", "name", "unit", "value", "from", "known", "status", "origin", "reference"},
                               {"参数", "名称", "单位", "值", "自", "获知", "状态", "来源", "依据"}, language);
  for (const auto& [path, parameter] : published.law.parameters.all()) {
    if (!path.starts_with(prefix)) continue;
    for (const DatedValue& value : values_in_force(parameter)) {
      listing.rows.push_back({path, codes ? parameter.name : name_in(parameter.name, parameter.name_en, language),
                              codes ? to_string(parameter.unit) : unit_label(to_string(parameter.unit), language),
                              value_text(value.value), to_string(value.from), to_string(value.known),
                              codes ? to_string(value.status) : status_label(to_string(value.status), language),
                              parameter.origin, value.reference});
    }
  }
  return listing;
}

/// Life expectancy of each table at a few ages, the quickest check that the right table was taken.
Listing life_expectancies(const Law& law, Language language) {
  Listing listing = listing_of({"table", "age", "male", "female", "source"},
                               {"生命表", "年龄", "男 余命", "女 余命", "来源"}, language);
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

constexpr int widest_line = 120;  // of a terminal
constexpr int widest_cell = 24;
constexpr int between_columns = 2;

/// Which columns of a listing stand in the table; the others, and cells that are too wide, stand below their row.
std::vector<std::size_t> table_columns(const Listing& listing) {
  const std::size_t sentences = listing.headings.size() - 1;  // the last column always stands below
  std::vector<std::size_t> shown(sentences);
  std::vector<int> width(sentences);
  for (std::size_t c = 0; c < sentences; ++c) {
    shown[c] = c;
    width[c] = display_width(listing.headings[c]);
    for (const auto& row : listing.rows) {
      if (const int own = display_width(row[c]); c == 0 || own <= widest_cell) width[c] = std::max(width[c], own);
    }
  }
  const auto line = [&] {
    int sum = 0;
    for (const std::size_t c : shown) sum += width[c] + between_columns;
    return sum;
  };
  while (shown.size() > 1 && line() > widest_line)
    shown.erase(std::max_element(shown.begin() + 1, shown.end(),
                                 [&](std::size_t a, std::size_t b) { return width[a] < width[b]; }));
  return shown;
}

/// Whole sentences, and what would make lines longer than a terminal's, stand below their row.
std::string as_table(const Listing& listing, Language language) {
  const std::vector<std::size_t> shown = table_columns(listing);
  std::vector<TextTable::Column> columns;
  for (const std::size_t c : shown) columns.push_back({listing.headings[c], Align::left});
  TextTable table(std::move(columns));
  for (const auto& row : listing.rows) {
    std::vector<Cell> cells;
    for (const std::size_t c : shown)
      cells.emplace_back(c == 0 || display_width(row[c]) <= widest_cell ? row[c] : say(language, "见下", "below"));
    table.row(std::move(cells));
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool in_table =
          std::find(shown.begin(), shown.end(), c) != shown.end() && (c == 0 || display_width(row[c]) <= widest_cell);
      if (in_table) continue;
      constexpr int indent = 4;
      for (const std::string& line :
           wrapped(listing.headings[c] + say(language, "：", ": ") + row[c], widest_line - indent))
        table.note(std::string(indent, ' ') + line);
    }
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

/// A workbook holds parameters alone.
void check_workbook(const Options& options) {
  if (options.list.topic == "parameters" && options.output.out->ends_with(".xlsx")) return;
  InputErrors errors;
  errors.add({"--out", 0, 0}, "", "\"{}\" cannot be made of {}"_m(*options.output.out, options.list.topic),
             "only the table of parameters goes out, as a workbook"_m,
             "Write disburse list parameters --out parameters.xlsx"_m);
  throw InputRejected(Door::command_line, std::move(errors));
}

/// `scenario` is empty where none was read.
std::string text_of(const std::vector<Listing>& listings, const std::string& scenario, const Options& options) {
  std::string text;
  if (options.output.format != Format::json) {
    for (const Listing& listing : listings) text += as_table(listing, options.output.language);
    return text;
  }
  Json document;
  document["schema"] = "disburse/list/1";
  if (!scenario.empty()) document["scenario"] = scenario;
  document[options.list.topic] = as_json(listings.front());
  if (listings.size() > 1) document["life_expectancies"] = as_json(listings.back());
  return document.dump(2) + "\n";
}

/// What may be done with the table of parameters when it is filled in.
std::vector<std::string> commands_after(const Options& options) {
  const InputOptions& input = options.input;
  return {next_command(input.agency, {"compare", input.scenario, *options.output.out}),
          next_command(input.agency, {"run", *options.output.out})};
}

}  // namespace

int command_list(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.output.out) {
    check_workbook(options);
    files.claim(*options.output.out);
  }
  talk.clear();
  const Language language = options.output.language;
  const bool codes = options.output.format == Format::json;
  if (options.list.topic == "agencies") {  // needs none to be chosen
    out = text_of({agencies_listing(find_root(), language)}, "", options);
    return exit_done;
  }
  PublishedLaw published = open_law(options.input);
  std::vector<Listing> listings;
  if (options.list.topic == "scenarios")
    listings.push_back(scenarios(find_data(options.input.agency).scenarios(), language));
  if (options.list.topic == "programmes") listings.push_back(programmes(published, codes, language));
  if (options.list.topic == "origins") {
    const DataPaths paths = find_data(options.input.agency);
    read_recipe_of(published.scenario, paths, published.law.parameters);
    apply_scenario(published.law.parameters, published.scenario);
    listings.push_back(origins_listing(published.law.parameters, paths, options.list.prefix, language));
  }
  if (options.list.topic == "parameters") {
    read_recipe_of(published.scenario, find_data(options.input.agency), published.law.parameters);
    apply_scenario(published.law.parameters, published.scenario);
    if (options.output.out) {
      files.file(*options.output.out,
                 parameter_workbook(files.at(*options.output.out).folder(), published.law.parameters,
                                    published.scenario, options.list.prefix, commands_after(options)));
      if (!options.output.quiet)
        talk = say(options.output.language, "参数表已写入 ", "the table stands in ") + *options.output.out + "\n";
      return exit_done;
    }
    listings.push_back(parameters(published, options.list.prefix, codes, language));
    if (options.list.prefix.starts_with("mortality")) listings.push_back(life_expectancies(published.law, language));
  }
  out = text_of(listings, published.scenario.name, options);
  return exit_done;
}

}  // namespace disburse
