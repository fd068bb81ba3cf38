// disburse template: a workbook to fill in, with the scenario's own programmes and lines, read back by the command it
// is for.
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "engine/app/agencies/agency_template.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/base/reject.hpp"
#include "engine/budget/form_mapping.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "engine/storage/form_workbook.hpp"
#include "engine/studies/year_budget.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/fill_in_workbook.hpp"
#include "scenarios/budgets/budget_forms.hpp"
#include "scenarios/budgets/form_mapping_reader.hpp"
#include "scenarios/office/control_form.hpp"
#include "scenarios/rosters/readers/margins_form.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr double wide = 34.0;  // a name
constexpr int blank_rows = 20;
constexpr int months_a_year = 12;

const char* const amounts_note = "金额按表头的单位填写；没有支付写 0，不知道写“未知”。灰色的示例行不会读入。";

FillInSheet actuals_sheet(const LoadedData& data, int year) {
  const std::string first = std::to_string(year) + "-01";
  FillInSheet sheet{"实际发放",
                    std::to_string(year) + " 年各月实际发放（reforecast --actuals 读入）",
                    {amounts_note, "填到最后一个已发月份为止，以后各月留空。整月为负（冲正）须在“原因”写明。",
                     "整个项目都不知道时，删去其各月，留一行：月份空白、金额写“未知”；一分未付则写 0。"},
                    {{"项目", wide},
                     {"月份"},
                     {"金额（元）", 18.0, CellCheck::amount},
                     {"人数", 12.0, CellCheck::whole},
                     {"原因", 24.0}},
                    {data.law.programmes.front().name, first, "10000.00", "10", ""},
                    {}};
  for (const ProgrammeDefinition& programme : data.law.programmes) {
    for (int month = 1; month <= months_a_year; ++month)
      sheet.rows.push_back({programme.name, to_string(Month(year, month)), "", "", ""});
  }
  return sheet;
}

FillInSheet outturns_sheet(const LoadedData& data, int year) {
  FillInSheet sheet{"决算",
                    "各年决算（track --outturns 读入）",
                    {amounts_note},
                    {{"年度", 10.0}, {"项目", wide}, {"金额（万元）", 18.0, CellCheck::amount}},
                    {std::to_string(year), data.law.programmes.front().name, "10.00"},
                    {}};
  for (const ProgrammeDefinition& programme : data.law.programmes)
    sheet.rows.push_back({std::to_string(year), programme.name, ""});
  sheet.rows.push_back({std::to_string(year), "合计", ""});
  return sheet;
}

std::vector<std::string> words_of(const FormColumn& column) {
  std::vector<std::string> words;
  for (const auto& [word, meant] : column.words) words.push_back(word);
  return words;
}

/// The sheet of a form, without notes and rows.
FillInSheet sheet_of(const FormSheet& form, const std::string& title) {
  FillInSheet sheet{form.sheet, title, {}, {}, {}, {}};
  for (const std::vector<FormColumn>* columns : {&form.columns, &form.inner_columns}) {
    for (const FormColumn& column : *columns) {
      const bool named = column.key.empty() || column.key == "source" || column.key == "text" ||
                         column.key == "programme" || column.key == "name" || column.key == "parameter";
      FillInColumn own{column.heading, named ? wide : 16.0};
      if (!column.words.empty() && column.key != "range") {
        own.check = CellCheck::choice;
        own.choices = words_of(column);
      } else if (column.whole) {
        own.check = CellCheck::whole;
      } else if (column.heading.find("元）") != std::string::npos) {
        own.check = CellCheck::amount;
      }
      sheet.columns.push_back(std::move(own));
    }
  }
  return sheet;
}

/// Every indicator of every form, by the names under which they are found again; those that several share with the
/// second level before them.
std::vector<std::vector<std::string>> indicator_rows(const BudgetDocument& document) {
  std::vector<std::vector<std::string>> rows;
  for (const BudgetForm& form : document.forms) {
    std::map<std::string, int> bearers;
    for (const BudgetIndicator& one : form.indicators) ++bearers[one.level3];
    for (const BudgetIndicator& one : form.indicators)
      rows.push_back({form.name, bearers[one.level3] == 1 ? one.level3 : one.level2 + "·" + one.level3, ""});
  }
  return rows;
}

/// The document that the entries are for: the year's draft, or the budget's own.
BudgetDocument document_of(const DataPaths& paths, const std::shared_ptr<const LoadedData>& data,
                           const Scenario& scenario, const Options& options, int year) {
  YearBudgetRequest request{year, {}, {}, options.threads};
  request.ranges = false;
  if (std::filesystem::exists(paths.forms())) request.forms = read_form_mapping(paths.forms(), data->document);
  return draft_year(data, scenario, request).document;
}

std::vector<FillInSheet> entries_sheets(const BudgetDocument& document, int year) {
  const std::string title = std::to_string(year) + " 年预算手工填列（budget --entries 读入）";
  const Form& form = entries_form();
  std::vector<FillInSheet> sheets;
  for (const FormSheet& one : form.sheets) sheets.push_back(sheet_of(one, title));
  sheets[0].notes = {
      "填基本支出（本年）、上年决算和控制数（上限，草案超出时提示）；不填的沿用程序的数。灰色的示例行不会读入。"};
  sheets[0].example = {"2080502", "事业单位离退休", "12.30", "12.30", "13.00"};
  for (const BudgetRow& row : find_table(document, official::table_2)->rows) {
    if (!row.code.empty()) sheets[0].rows.push_back({row.code, row.name, "", "", ""});
  }
  sheets[1].example = {"30302", "退休费", "12.30"};
  for (const BudgetRow& row : find_table(document, official::table_3)->rows) {
    if (!row.code.empty()) sheets[1].rows.push_back({row.code, row.name, ""});
  }
  sheets[2].example = {"公务接待费", "0.14", "0.12"};
  const std::string before = "上年执行·";
  for (const std::string& column : find_layout(official::table_4)->columns) {
    if (column.starts_with(before)) sheets[2].rows.push_back({column.substr(before.size()), "", ""});
  }
  sheets[3].example = {stated_sections().front(), "本年政府采购预算 4.01 万元。"};
  for (const std::string& section : stated_sections()) sheets[3].rows.push_back({section, ""});
  sheets[4].notes = {"只填要改写的指标；不填的沿用程序草拟的指标值。"};
  sheets[4].rows = indicator_rows(document);
  sheets[4].example = {document.forms.empty() ? "某项目" : document.forms.front().name, "发放人数", "12345人"};
  return sheets;
}

std::vector<FillInSheet> versions_sheets(const LoadedData& data, int year) {
  FillInSheet sheet =
      sheet_of(versions_form().sheets.front(), std::to_string(year) + " 年预算的调整和追加（--versions 读入）");
  sheet.notes = {"同一版本的各行写相同的名称、类别、日期和文号，并排在一起；日期写成 2024-07-01。",
                 "预算调整各行金额之和为 0；调减写负数。只有科目编码和项目的行不会读入。"};
  sheet.example = {
      "年中调整", "预算调整", std::to_string(year) + "-07-01", "某号文", data.budget.lines.front().code, "",
      "10.00",    ""};
  for (const BudgetLine& line : data.budget.lines) {
    sheet.rows.push_back({"", "", "", "", line.code, "", "", ""});
    for (const BudgetProject& project : data.budget.projects) {
      if (project.line == line.code) sheet.rows.push_back({"", "", "", "", line.code, project.name, "", ""});
    }
  }
  return {sheet};
}

std::string text_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
  return text.empty() ? "无" : text;
}

/// The shares of the agency's programmes by their names, those alone that no other parameter has.
std::vector<std::string> names_of_shares(const Law& law) {
  std::map<std::string, int> bearers;
  for (const auto& [path, parameter] : law.parameters.all()) ++bearers[parameter.name];
  std::vector<std::string> names;
  for (const auto& [path, parameter] : law.parameters.all()) {
    const bool own = std::any_of(law.programmes.begin(), law.programmes.end(), [&name = path](const auto& programme) {
      return name.starts_with(programme.id + ".");
    });
    if (own && parameter.unit == Unit::rate && bearers[parameter.name] == 1) names.push_back(parameter.name);
  }
  return names;
}

std::vector<FillInSheet> margins_sheets(const LoadedData& data, int year) {
  const std::string title = std::to_string(year) + " 年公布的人数（--margins 读入）";
  std::vector<FillInSheet> sheets;
  for (const FormSheet& one : margins_form().sheets) sheets.push_back(sheet_of(one, title));
  sheets[0].notes = {"同一统计的各行写相同的名称、来源、险种、人员和分类，并排在一起。",
                     "范围：性别写男、女；年龄写 50-59、70-；养老金写 2000-3000；全部写全部。"};
  sheets[0].example = {"企业退休人员按性别", "统计公报", "企业职工", "领取待遇", "性别", "男", "1000"};
  sheets[0].blank_rows = blank_rows;
  const std::vector<std::string> shares = names_of_shares(data.law);
  sheets[1].notes = {"参数写比例的名称（或路径，见 disburse list parameters）；本单位各项目的比例有：" +
                     text_of(shares) + "。"};
  sheets[1].example = {shares.empty() ? "享受比例" : shares.front(), "发放报表", "企业职工", "1000"};
  sheets[1].blank_rows = blank_rows;
  return sheets;
}

std::vector<FillInSheet> control_sheets(int year) {
  FillInSheet sheet =
      sheet_of(control_form().sheets.front(), std::to_string(year) + " 年导入的控制数（import --control 读入）");
  sheet.notes = {"不填的行不核对。灰色的示例行不会读入。"};
  sheet.example = {"企业职工", "领取待遇", "1000", "10000.00"};
  const FormSheet& form = control_form().sheets.front();
  for (const std::string& scheme : words_of(form.columns[0])) {
    for (const std::string& role : words_of(form.columns[1])) sheet.rows.push_back({scheme, role, "", ""});
  }
  return {sheet};
}

std::vector<FillInSheet> sheets_of(const std::string& kind, const LoadedData& data, int year) {
  if (kind == "actuals") return {actuals_sheet(data, year)};
  if (kind == "outturns") return {outturns_sheet(data, year)};
  if (kind == "versions") return versions_sheets(data, year);
  if (kind == "margins") return margins_sheets(data, year);
  return control_sheets(year);
}

/// The example rows marked as such, so that no reader takes them.
std::vector<FillInSheet> marked(std::vector<FillInSheet> sheets) {
  for (FillInSheet& sheet : sheets) sheet.example.front() = std::string(form_example) + "：" + sheet.example.front();
  return sheets;
}

}  // namespace

int command_template(const Options& options, std::string&, std::string& talk, Publication& files) {
  if (!options.output.out || !options.output.out->ends_with(".xlsx"))
    reject_option("--out", "no .xlsx file is named"_m, "a template is a workbook"_m, "Write --out actuals.xlsx"_m);
  files.claim(*options.output.out);
  const auto write = [&](const std::vector<FillInSheet>& sheets) {
    files.file(*options.output.out,
               fill_in_workbook(files.at(*options.output.out).folder(), options.fill_in.kind, sheets));
    if (!options.output.quiet)
      talk += say(options.output.language, "待填的表已写入 ", "the workbook stands in ") + *options.output.out + "\n";
    return exit_done;
  };
  if (options.fill_in.kind == "agency") return write(agency_sheets(find_root()));
  const DataPaths paths = find_data(options.input.agency);
  Scenario scenario = scenario_of(options.input, paths);
  const bool of_a_draft = options.fill_in.kind == "entries";
  if (of_a_draft && options.fill_in.year != 0) scenario = through_year(scenario, options.fill_in.year);
  const auto data = std::make_shared<const LoadedData>(load_data(options.input, scenario));
  const int year = options.fill_in.year != 0 ? options.fill_in.year : data->budget.fiscal_year;
  return write(marked(of_a_draft ? entries_sheets(document_of(paths, data, scenario, options, year), year)
                                 : sheets_of(options.fill_in.kind, *data, year)));
}

}  // namespace disburse
