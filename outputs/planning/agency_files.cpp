#include "outputs/planning/agency_files.hpp"

#include <algorithm>
#include <array>

#include "engine/budget/layout.hpp"
#include "engine/budget/printed.hpp"
#include "outputs/run/budget_toml.hpp"
#include "outputs/run/toml_text.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

struct Level {
  const char* id;
  const char* name;
  const char* name_en;
};
constexpr std::array levels{Level{"city", "市本级", "city"}, Level{"county", "县级", "county"},
                            Level{"district", "区级", "district"}, Level{"banner", "旗级", "banner"}};

const Level& level_of(const std::string& id) {
  const auto found = std::find_if(levels.begin(), levels.end(), [&](const Level& level) { return level.id == id; });
  return found == levels.end() ? levels[1] : *found;
}

std::string year_of(const AgencyStart& start) { return std::to_string(start.document.fiscal_year); }

bool printed_code(const AgencyStart& start) {
  return start.document.unit_code.find_first_not_of('0') != std::string::npos;
}

std::string unfilled_list(const AgencyStart& start) {
  if (start.unfilled.empty()) return "";
  return "# 还没有人填写的数：填在本文件夹中即不再提示，确认无误的从这里去掉\nunfilled = " + toml_list(start.unfilled) +
         "\n";
}

/// What stands in the file and is no fact says so beside it.
std::string guessed(bool guess, const char* what) { return guess ? std::string("# ") + what + "\n" : std::string(); }

std::string agency_file(const AgencyStart& start) {
  std::vector<std::string> schemes;
  for (const auto& [id, scheme] : start.projected) {
    const std::string word = to_string(scheme);
    if (std::find(schemes.begin(), schemes.end(), word) == schemes.end()) schemes.push_back(word);
  }
  return toml_line("schema", "disburse/agency/1") + toml_line("name", start.name) +
         toml_line("title", start.document.agency) +
         (printed_code(start) ? toml_line("code", start.document.unit_code)
                              : guessed(true, "单位代码文件没有印出：code = \"……\"")) +
         guessed(start.level_guessed, "级别由单位名称推断，请核对") + toml_line("level", start.level) +
         toml_line_unless_empty("region", start.region) + "schemes = " + toml_list(schemes) +
         "\nleft_out = " + toml_list(start.left_out) + "\n" + unfilled_list(start) + toml_line("scenario", "base") +
         toml_line("reference", start.document.source);
}

std::string payers_file(const AgencyStart& start) {
  const Level& level = level_of(start.level);
  return toml_line("schema", "disburse/payers/1") + "\n[[payer]]\n" + toml_line("id", level.id) +
         toml_line("name", level.name) + toml_line("name_en", level.name_en) + toml_line("purse", "own");
}

std::string base_scenario(const AgencyStart& start) {
  const std::string year = year_of(start);
  return toml_line("schema", "disburse/scenario/1") + toml_line("name", "base") +
         toml_line("title", start.document.agency + " " + year + " 年：基准情景") +
         toml_line("author", start.document.agency) + toml_line("reference", start.document.source) +
         toml_line("budget", year) + toml_line("horizon", year + "-01.." + year + "-12") + "seed = " + year + "0101\n";
}

std::string dated(const std::string& from, const std::string& value, const char* status, const std::string& reference) {
  return "values = [ { from = " + toml_quoted(from) + ", known = \"2000-01-01\", value = " + toml_quoted(value) +
         ", status = \"" + status + "\", reference = " + toml_quoted(reference) + " } ]\n";
}

/// The recipe says the counts alone; names and units stand in the default one.
std::string roster_file(const AgencyStart& start) {
  std::string text = toml_line("schema", "disburse/recipe/1") + toml_line("title", start.document.agency + "花名册") +
                     toml_line("source", "人数取自" + start.document.source + "；其余为缺省假设") +
                     toml_line("as_of", std::to_string(start.document.fiscal_year - 1) + "-12");
  for (const StartingCount& count : start.counts)
    text += "\n[counts." + count.name + "]\n" +
            dated("2000-01", std::to_string(count.persons), "announced", count.reference);
  return text;
}

std::string calendar_file() {
  return toml_line("schema", "disburse/pay-calendar/1") +
         toml_line("rule", "未填发放日的项目按当月最后一个工作日发放；遇周末提前（假定）");
}

/// What a project that is spent as budgeted counts: the first number of its form with a unit, or units of 10,000 yuan.
struct Driver {
  std::int64_t units = 0;
  std::string unit, reference;
};

Driver driver_of(const BudgetForm& form, Money total) {
  constexpr std::int64_t most = 10'000'000;
  const Money dearest = Money::yuan(10'000);  // models/bounds.toml: a unit costs no more
  for (const BudgetIndicator& indicator : form.indicators) {
    const std::vector<Quantity> found = quantities_in(indicator.value);
    if (indicator.level2 != "数量指标" || found.size() != 1 || found.front().unit.empty() ||
        found.front().unit == "%" || found.front().unit.starts_with("元"))
      continue;
    const auto whole = static_cast<std::int64_t>(found.front().value.to_double());
    if (whole < 1 || whole > most || total.fen() / whole > dearest.fen()) continue;
    return {whole, found.front().unit, "绩效目标表数量指标：" + indicator.level3 + " " + indicator.value};
  }
  const std::int64_t units = (total.fen() + dearest.fen() - 1) / dearest.fen();
  return {std::max<std::int64_t>(units, 1), "万元", "文件没有业务量：按万元计"};
}

std::string planned_programme(const BudgetForm& form, const std::string& year) {
  const Money total = printed_amount(form.total).value_or(Money{});
  const Driver driver = driver_of(form, total);
  const std::string units = std::to_string(driver.units);
  std::string yuan = yuan_text(total);
  std::erase(yuan, ',');
  return toml_line("schema", "disburse/programme/1") + toml_line("id", form.programme) + toml_line("name", form.name) +
         toml_line("name_en", form.programme) + toml_line("line", form.function) +
         toml_line("project", form.programme) + toml_line("shape", "driver_cost") + toml_line("basis", "planned") +
         toml_line("basis_reason", "按批复的项目预算支出，预计数即计划数") +
         toml_line("clause", "按批复的项目预算，全年均匀支出（支出月份为假定）") + toml_line("rounding", "half_up") +
         toml_line("rounding_reference", "按月累计四舍五入到分，全年合计不变") + "\n[reading]\n" +
         toml_line("unit_name", driver.unit) + "units = " + units + "\n" + toml_line("reference", driver.reference) +
         "\n[parameter.driver]\n" + toml_line("name", form.name + "：业务量") + toml_line("unit", "count") +
         dated(year + "-01", units, "enacted", driver.reference) + "\n[parameter.unit_cost]\n" +
         toml_line("name", form.name + "：单位成本") + toml_line("unit", "yuan_per_unit") +
         dated(year + "-01", yuan + "/" + units, "derived", form.total + " 万元 ÷ " + units);
}

/// What the agency says over the programme of nation or region.
std::string overlaid_programme(const BudgetForm& form) {
  return toml_line("schema", "disburse/programme/1") + toml_line("name", form.name) + toml_line("line", form.function) +
         toml_line("project", form.programme);
}

std::string task_list(const AgencyStart& start, Language language) {
  std::vector<StartingTask> tasks = start.tasks;
  std::stable_sort(tasks.begin(), tasks.end(), [](const auto& a, const auto& b) { return a.money > b.money; });
  std::string text =
      "# " + start.document.agency + "\n\n" +
      say(language,
          "读文件时没有读出、假定了、还要填写的，按所涉金额由大到小：\n\n| 万元 | 事项 | 文件位置 |\n| --: | --- | --- "
          "|\n",
          "What was not read, was assumed or is to be filled in, the most money first:\n\n| 10,000 yuan | what | "
          "place |\n| --: | --- | --- |\n");
  for (const StartingTask& task : tasks) {
    text += "| " + (task.money == Money{} ? std::string() : wan_text(task.money)) + " | " + say(language, task.what) +
            " | " + (task.place.file.empty() ? std::string() : to_string(task.place)) + " |\n";
  }
  return text;
}

/// Rows of tables of codes that hold nothing but zeros are printed for the form's sake.
BudgetDocument facts_of(BudgetDocument document) {
  const auto nothing = [](const std::string& cell) { return printed_amount(cell).value_or(Money::yuan(1)) == Money{}; };
  for (BudgetTable& table : document.tables) {
    if (!find_layout(table.id)->coded) continue;
    std::erase_if(table.rows, [&](const BudgetRow& row) {
      constexpr std::size_t digits_of_class = 3;
      return row.code.size() > digits_of_class && row.code != document.unit_code &&
             std::all_of(row.cells.begin(), row.cells.end(), nothing);
    });
  }
  return document;
}

std::string csv_cell(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.find_first_of(",\"") == std::string::npos) return text;
  for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2) text.insert(at, 1, '"');
  return "\"" + text + "\"";
}

std::string places_file(const AgencyStart& start) {
  std::string text = "\xEF\xBB\xBF事实,内容,文件,行\n";
  for (const StartingPlace& one : start.places)
    text += csv_cell(one.fact) + "," + csv_cell(one.text) + "," + csv_cell(one.place.file) + "," +
            (one.place.line == 0 ? std::string() : std::to_string(one.place.line)) + "\n";
  return text;
}

}  // namespace

std::map<std::string, std::string> agency_files(const AgencyStart& start, Language language) {
  const std::string year = year_of(start);
  std::map<std::string, std::string> files{{"agency.toml", agency_file(start)},
                                           {"payers.toml", payers_file(start)},
                                           {"budgets/" + year + ".toml", budget_toml(facts_of(start.document))},
                                           {"roster.toml", roster_file(start)},
                                           {"calendar.toml", calendar_file()},
                                           {"scenarios/base.toml", base_scenario(start)},
                                           {"places.csv", places_file(start)},
                                           {"待办.md", task_list(start, language)}};
  for (const BudgetForm& form : start.document.forms) {
    files["programmes/" + form.programme + ".toml"] =
        start.projected.contains(form.programme) ? overlaid_programme(form) : planned_programme(form, year);
  }
  return files;
}

}  // namespace disburse
