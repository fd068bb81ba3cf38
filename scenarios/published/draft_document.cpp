#include "scenarios/published/draft_document.hpp"

#include <nlohmann/json.hpp>

#include "engine/base/money.hpp"
#include "scenarios/published/filled_workbook.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using Lines = std::vector<PublishedLine>;

constexpr std::string_view schema = "disburse/budget-draft/1";

/// Places in a JSON document are paths.
Place place_of(const std::string& file, const std::string& path) { return {file + "[" + path + "]", 0, 0}; }

void add_table(const json& table, const std::string& file, Lines& lines) {
  const auto id = table.at("id").get<std::string>();
  const Place place = place_of(file, "tables/" + id);
  lines.push_back({{table.at("title").get<std::string>()}, false, place});
  const bool coded = !table.at("rows").empty() && !table.at("rows").back().at("code").get<std::string>().empty();
  const bool named = table.at("headings").size() > table.at("rows").at(0).at("cells").size();
  std::vector<std::string> headings;
  for (const json& one : table.at("headings")) {
    const auto heading = one.get<std::string>();
    const std::size_t last = heading.rfind('/');
    // A figure of a group has the group's name: 增减额 and 增减% say it themselves.
    headings.push_back(last == std::string::npos ? heading : heading.substr(last + 1));
  }
  lines.push_back({headings, true, place});
  for (const json& row : table.at("rows")) {
    std::vector<std::string> cells;
    if (coded) cells.push_back(row.at("code").get<std::string>());
    if (named) cells.push_back(row.at("name").get<std::string>());
    for (const json& cell : row.at("cells")) cells.push_back(cell.get<std::string>());
    lines.push_back({cells, true, place_of(file, "tables/" + id + "/" + row.at("key").get<std::string>())});
  }
}

void add_projects(const json& projects, const std::string& file, Lines& lines) {
  lines.push_back({{"项目一览表"}, false, place_of(file, "projects")});
  lines.push_back({{project_columns::name, project_columns::line, project_columns::amount}, true, {file, 0, 0}});
  for (const json& project : projects) {
    std::string amount = wan_text(Money::fen(project.at("drafted_fen").get<std::int64_t>()));
    std::erase(amount, ',');
    if (project.at("drafted_fen") == 0) continue;  // it ends
    const auto name = project.at("name").get<std::string>();
    lines.push_back({{name, project.at("line").get<std::string>(), amount}, true, place_of(file, "projects/" + name)});
  }
}

}  // namespace

std::optional<Lines> read_draft_lines(std::string_view text, const std::string& file) {
  const json document = json::parse(text, nullptr, false);
  const auto said = document.is_object() ? document.find("schema") : document.end();
  if (said == document.end() || !said->is_string() || said->get<std::string>() != schema) return std::nullopt;
  Lines lines;
  try {
    lines.push_back({{document.at("title").get<std::string>()}, false, place_of(file, "title")});
    for (const json& table : document.at("tables")) add_table(table, file, lines);
    add_projects(document.at("projects"), file, lines);
  } catch (const json::exception&) {
    InputErrors errors;
    errors.add({file, 0, 0}, "", "the draft has not all that this program writes"_m,
               "its tables and projects are read from it"_m, "Name the budget.json of disburse budget --out"_m);
    throw InputRejected(Door::data, std::move(errors));
  }
  return lines;
}

}  // namespace disburse
