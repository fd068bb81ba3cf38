// Every exhibit of every kind of report, read back from each of its files cell by cell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "outputs/report/report_kinds.hpp"

namespace disburse {
namespace {

using testing::exhibit_called;
using testing::exhibits_of;
using testing::made_report;

using Rows = std::vector<std::vector<std::string>>;

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// Headings first.
Rows shown_rows(const Json& exhibit) {
  Rows rows{exhibit.at("headings").get<std::vector<std::string>>()};
  for (const Json& row : exhibit.at("rows")) rows.push_back(row.get<std::vector<std::string>>());
  return rows;
}

Rows csv_rows(const std::string& bytes) {
  Rows rows(1);
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 3; i < bytes.size(); ++i) {  // after the byte order mark
    const char c = bytes[i];
    if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"') {
      cell += bytes[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\r')) {
      rows.back().push_back(std::move(cell));
      cell.clear();
    } else if (!quoted && c == '\n') {
      rows.emplace_back();
    } else {
      cell += c;
    }
  }
  rows.pop_back();
  return rows;
}

/// The rows of a Markdown table below "## title", its alignment left out.
Rows markdown_rows(const std::string& text, const std::string& heading) {
  Rows rows;
  std::istringstream lines(text.substr(text.find(heading)));
  std::string line;
  for (std::getline(lines, line); std::getline(lines, line) && !line.starts_with("## ");) {
    if (!line.starts_with("| ") || line.starts_with("| ---")) continue;
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 2; i < line.size(); ++i) {
      if (line[i] == '\\') {
        cell += line[++i];
      } else if (line[i] == '|') {
        cells.push_back(cell.substr(0, cell.size() - 1));
        cell.clear();
        ++i;
      } else {
        cell += line[i];
      }
    }
    for (std::string& one : cells) replace_all(one, "&lt;", "<");
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::string unescaped(std::string text) {
  for (const auto& [what, with] : std::vector<std::pair<std::string, std::string>>{
           {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    replace_all(text, what, with);
  return text;
}

Rows html_rows(const std::string& page, const std::string& id) {
  const std::size_t begin = page.find("<section id=\"" + id + "\">");
  const std::string section = page.substr(begin, page.find("</section>", begin) - begin);
  Rows rows;
  static const std::regex row("<tr>(.*?)</tr>"), cell("<t[hd][^>]*>(.*?)</t[hd]>");
  for (std::sregex_iterator r(section.begin(), section.end(), row), end; r != end; ++r) {
    const std::string inside = (*r)[1].str();
    rows.emplace_back();
    for (std::sregex_iterator c(inside.begin(), inside.end(), cell); c != end; ++c)
      rows.back().push_back(unescaped((*c)[1].str()));
  }
  return rows;
}

/// What a cell of the type may look like to a reader.
const std::regex& pattern_of(const std::string& type) {
  static const std::map<std::string, std::regex> patterns{
      {"code", std::regex("(\\d{3,9}|无)?")},
      {"month", std::regex("\\d{4}-\\d{2}|-")},
      {"day", std::regex("\\d{4}-\\d{2}-\\d{2}|-")},
      {"money", std::regex("(≠ )?[+-]?\\d{1,3}(,\\d{3})*\\.\\d{2}|-|")},
      {"rate", std::regex("[+-]?\\d{1,3}(,\\d{3})*(\\.\\d+)?%|-|")},
      {"count", std::regex("[+-]?\\d{1,3}(,\\d{3})*(\\.\\d+)?|-|\\*")},
      {"value", std::regex("[^ ]*( ?[^ ]+)*")},
      {"name", std::regex(".*[^0-9.,+%-].*")},
      {"text", std::regex("(.|\\n)*")}};
  return patterns.at(type);
}

/// The number that a reader takes from a figure: "+1,234.50" is 1234.5, "96.9%" 0.969.
std::string plain(std::string shown, const std::string& type) {
  if (shown == "-") return "";
  if (shown.starts_with("≠ ")) shown.erase(0, std::string("≠ ").size());
  if (type != "money" && type != "rate" && type != "count") return shown;
  std::erase(shown, ',');
  if (shown.starts_with('+')) shown.erase(0, 1);
  return shown;
}

void expect_same_number(const std::string& csv, const std::string& shown, const std::string& type) {
  const std::string wanted = plain(shown, type);
  if (wanted.empty() || wanted == "*" || type == "text" || type == "name" || type == "code" || type == "month" ||
      type == "day") {
    const bool guarded = csv.starts_with('\'');
    EXPECT_EQ(guarded ? csv.substr(1) : csv, type == "text" || type == "name" ? shown : wanted);
  } else if (type == "value") {
    EXPECT_TRUE(csv == wanted || std::stod(csv) == std::stod(wanted)) << csv << " for " << wanted;
  } else {
    const double scale = wanted.ends_with('%') ? 100.0 : 1.0;
    EXPECT_NEAR(std::stod(csv) * scale, std::stod(wanted), 1e-9) << csv << " for " << wanted;
  }
}

class EveryReport : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryReport, says_the_same_in_each_file_under_the_right_headings) {
  const ScratchFolder& folder = made_report(GetParam());
  const std::string page = folder.read("report/report.html"), markdown = folder.read("report/report.md");
  std::size_t cells = 0;
  for (const Json& exhibit : exhibits_of(folder)) {
    const std::string id = exhibit.at("id");
    SCOPED_TRACE(id);
    const Rows shown = shown_rows(exhibit);
    const auto types = exhibit.at("types").get<std::vector<std::string>>();
    EXPECT_EQ(html_rows(page, id), shown);
    const Rows csv = csv_rows(folder.read("report/" + id + ".csv"));
    ASSERT_EQ(csv.size(), shown.size());
    EXPECT_EQ(csv.front(), shown.front());
    for (std::size_t r = 1; r < shown.size(); ++r) {
      ASSERT_EQ(shown[r].size(), types.size());
      ASSERT_EQ(csv[r].size(), types.size());
      for (std::size_t c = 0; c < types.size(); ++c, ++cells) {
        EXPECT_TRUE(std::regex_match(shown[r][c], pattern_of(types[c])))
            << types[c] << " “" << shown[0][c] << "” holds “" << shown[r][c] << "”";
        expect_same_number(csv[r][c], shown[r][c], types[c]);
      }
    }
    std::string heading = "## " + exhibit.at("title").get<std::string>();
    replace_all(heading, "#", "\\#");
    replace_all(heading, "_", "\\_");
    replace_all(heading, "*", "\\*");
    heading.replace(0, 4, "##");
    EXPECT_EQ(markdown_rows(markdown, heading), shown);
  }
  EXPECT_GT(cells, 20u);
}

/// Text between the tags of the page, without its style, its scripts and the commands.
std::string read_by_a_planner(std::string page) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"<style>", "</style>"}, {"<script", "</script>"}, {"<section id=\"reproduce\">", "</section>"}}) {
    for (std::size_t at = page.find(from); at != std::string::npos; at = page.find(from))
      page.erase(at, page.find(to, at) - at + to.size());
  }
  return std::regex_replace(page, std::regex("<[^>]*>"), " ");
}

TEST_P(EveryReport, shows_no_code_name) {
  const std::string words = read_by_a_planner(made_report(GetParam()).read("report/report.html"));
  static const std::regex code_name("[a-z]+(_[a-z]+)+|[a-z]+\\.[a-z_]+\\b|fen_|_fen");
  for (std::sregex_iterator at(words.begin(), words.end(), code_name), end; at != end; ++at) {
    const std::string found = at->str();
    if (found.ends_with(".toml") || found.ends_with(".toml:") || found == "zhongwei-2024.toml") continue;
    const std::string before = at->prefix().str();
    ADD_FAILURE() << found << " after …" << before.substr(before.size() - std::min<std::size_t>(before.size(), 60));
  }
  // A Chinese report has no cell of English words alone, but for the choices that a parameter's file has no name for.
  static const std::regex english("[a-z][a-z ]{2,}");
  for (const Json& exhibit : exhibits_of(made_report(GetParam()))) {
    const Rows rows = shown_rows(exhibit);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        if (exhibit.at("types").at(c) == "value" && r > 0) continue;
        EXPECT_FALSE(std::regex_match(rows[r][c], english) && rows[r][c] != "sigma")
            << exhibit.at("id") << ": " << rows[r][c];
      }
    }
  }
}

/// Every file below the report but what it is called.
std::map<std::string, std::string> files_of(const ScratchFolder& folder, const std::string& report) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / report)) {
    const std::string name = entry.path().filename().string();
    files[name] = folder.read(report + "/" + name);
  }
  return files;
}

/// Runs what a report prints under 如何重做 in a new folder; the last command writes the report into 报告.
void follow(const Json& exhibits, const ScratchFolder& folder) {
  std::size_t commands = 0;
  for (const Json& row : exhibit_called(exhibits, "reproduce").at("rows")) {
    if (row.at(0) != "命令") continue;
    const std::string command = row.at(1);
    ASSERT_TRUE(command.starts_with("disburse ")) << command;
    const Ran ran = folder.run(command.substr(std::string("disburse ").size()));
    ASSERT_EQ(ran.exit_code, 0) << command << "\n" << ran.err;
    ++commands;
  }
  ASSERT_GE(commands, 1u);
}

TEST_P(EveryReport, prints_the_command_that_makes_it_again) {
  const ScratchFolder& folder = made_report(GetParam());
  const ScratchFolder again;
  testing::add_inputs(again);
  follow(exhibits_of(folder), again);
  const auto files = files_of(folder, "report"), other = files_of(again, "报告");
  ASSERT_EQ(files.size(), other.size());
  for (const auto& [name, bytes] : files) EXPECT_TRUE(other.at(name) == bytes) << name;
}

TEST_P(EveryReport, of_its_document_shows_the_same_and_can_be_made_again) {
  const ScratchFolder folder;
  testing::add_inputs(folder);
  for (const testing::ReportKind& kind : testing::report_kinds()) {
    if (kind.name != GetParam()) continue;
    const bool run = kind.command.starts_with("run ");  // a run stands in a folder, all else in a document
    ASSERT_EQ(folder.run(kind.command + (run ? " --out document" : " --format json > document")).exit_code, 0);
  }
  const Ran ran = folder.run("report document --out report");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const Json direct = exhibits_of(made_report(GetParam())), read = exhibits_of(folder);
  for (const Json& exhibit : read) {  // a run's own report has its study and pay days too
    if (exhibit.at("id") == "reproduce") continue;
    EXPECT_EQ(exhibit, exhibit_called(direct, exhibit.at("id"))) << exhibit.at("id");
  }
  const ScratchFolder again;
  testing::add_inputs(again);
  follow(read, again);
  for (const auto& [name, bytes] : files_of(folder, "report")) EXPECT_TRUE(again.read("报告/" + name) == bytes) << name;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const testing::ReportKind& kind : testing::report_kinds()) names.push_back(kind.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(, EveryReport, ::testing::ValuesIn(kind_names()), [](const auto& kind) { return kind.param; });

/// The official tables hold under each heading what the drafted document prints there.
TEST(BudgetReport, puts_every_printed_cell_under_its_heading) {
  const ScratchFolder& folder = made_report("budget");
  const Json exhibits = exhibits_of(folder);
  const Json& functions = exhibit_called(exhibits, "table-4");
  ASSERT_EQ(functions.at("title"), "表2 一般公共预算财政拨款支出预算表");
  EXPECT_EQ(functions.at("headings").at(0), "功能分类科目/科目编码");
  EXPECT_EQ(functions.at("types"), Json::parse(R"(["code","name","money","money","money","money","money","rate"])"));
  for (const Json& row : functions.at("rows")) {
    if (row.at(0) != "2089999") continue;
    EXPECT_EQ(row.at(1), "其他社会保障和就业支出");
    const auto amount = [&](std::size_t column) {
      std::string text = row.at(column).get<std::string>();
      std::erase(text, ',');
      return std::stod(text);
    };
    // 合计 = 基本支出 + 项目支出; 增减额 = 合计 - 上年执行数; 增减% of 上年执行数.
    EXPECT_NEAR(amount(3), amount(4) + amount(5), 1e-6);
    EXPECT_NEAR(amount(6), amount(3) - amount(2), 1e-6);
    EXPECT_NEAR(amount(7), 100.0 * amount(6) / amount(2), 0.006);
  }
  const Json& income = exhibit_called(exhibits, "table-2");
  EXPECT_EQ(income.at("headings"), Json::parse(R"(["收入/项目","收入/预算数"])"));
  EXPECT_EQ(income.at("types"), Json::parse(R"(["name","money"])"));
  EXPECT_EQ(exhibit_called(exhibits, "table-6").at("headings").size(), 18u) << "表4 has amounts alone";
}

TEST(CompareReport, shows_the_difference_of_every_year) {
  const Json exhibits = exhibits_of(made_report("compare"));
  const ScratchFolder folder;
  const Json document = Json::parse(
      folder.run("compare zhongwei-2024 award-660+adjustment-4 --horizon 2024-01..2025-12 --format json").out);
  const Json& years = exhibit_called(exhibits, "variant1-years");
  std::map<std::string, std::string> totals;
  for (const Json& row : years.at("rows")) {
    if (row.at(1) == "合计") totals[row.at(0)] = row.at(4);
  }
  ASSERT_EQ(totals.size(), 2u);
  for (const Json& year : document.at("variants").at(0).at("years")) {
    std::string shown = totals.at(std::to_string(year.at("year").get<int>()));
    std::erase(shown, ',');
    EXPECT_NEAR(std::stod(shown), year.at("difference_fen").get<double>() / 1e6, 0.00501);
  }
  for (const Json& row : exhibit_called(exhibits, "variant1-causes").at("rows"))
    EXPECT_FALSE(std::regex_search(row.at(1).get<std::string>(), std::regex("[a-z]"))) << row;
}

TEST(StochasticReport, names_estimate_mean_and_median_wherever_a_band_stands) {
  const Json exhibits = exhibits_of(made_report("stochastic"));
  const Json& risk = exhibit_called(exhibits, "risk");
  const auto headings = risk.at("headings").get<std::vector<std::string>>();
  EXPECT_THAT(headings, ::testing::IsSupersetOf({"预计（基准值）", "均值", "中位数（50%）"}));
  const std::string page = made_report("stochastic").read("report/report.md");
  EXPECT_THAT(page, ::testing::HasSubstr("“预计”是各项假定都取基准值时的期望值"));
  // Where an estimate lies outside of its own band, the sentence names it.
  for (const Json& row : risk.at("rows")) {
    const auto amount = [&](std::size_t column) {
      std::string text = row.at(column).get<std::string>();
      std::erase(text, ',');
      return std::stod(text);
    };
    const bool outside = amount(2) < amount(4) || amount(2) > amount(6);
    EXPECT_EQ(outside, page.find(row.at(0).get<std::string>() + "（预计 ") != std::string::npos) << row;
  }
}

}  // namespace
}  // namespace disburse
