#include "engine/app/agencies/agency_template.hpp"

#include "scenarios/published/classification.hpp"
#include "scenarios/published/filled_workbook.hpp"

namespace disburse {
namespace {

constexpr double name_width = 40.0;
constexpr int blank_projects = 40;

FillInSheet title_sheet() {
  return {"单位",
          "新建经办机构（init NAME --from 本工作簿 读入）",
          {"在“内容”一栏写单位全称、年份和“部门预算”，写法见示例行。灰色的示例行不会读入。"},
          {{"事项", 24.0}, {"内容", name_width}},
          {"部门预算名称", "某某县社会保险中心2025年部门预算"},
          {{"部门预算名称", ""}}};
}

/// Rows of codes with blank amounts behind `amounts` columns.
std::vector<std::vector<std::string>> rows_of(const std::vector<ClassificationCode>& codes, std::size_t amounts,
                                              const char* name) {
  std::vector<std::string> whole{"", name};
  whole.resize(2 + amounts, "0");  // blank, it would be read as headings
  std::vector<std::vector<std::string>> rows{whole};
  for (const ClassificationCode& one : codes) {
    std::vector<std::string> row{one.code, one.name};
    row.resize(2 + amounts);
    rows.push_back(std::move(row));
  }
  return rows;
}

FillInColumn amount(const char* heading) { return {heading, 14.0, CellCheck::amount}; }

}  // namespace

std::vector<FillInSheet> agency_sheets(const std::filesystem::path& root) {
  const Classification codes = read_classification(root / "scenarios" / "published" / "classification.toml");
  std::vector<FillInSheet> sheets{title_sheet()};
  sheets.push_back({"一般公共预算支出表",
                    "按功能科目（单位：万元）",
                    {"只填“项”级（七位编码）各行的基本支出、项目支出；合计和类、款可以留空，由程序相加。",
                     "没有的科目留空，缺的科目在下面空行补上编码和名称。单位代码写在“合计”行的编码栏。"},
                    {{"科目编码", 12.0},
                     {"科目名称", name_width},
                     amount("上年执行数"),
                     amount("合计"),
                     amount("基本支出"),
                     amount("项目支出")},
                    {"2080109", "社会保险经办机构", "100.00", "120.00", "90.00", "30.00"},
                    rows_of(codes.lines, 4, "合计"),
                    blank_projects});
  sheets.push_back(
      {"一般公共预算基本支出表",
       "按经济科目（单位：万元）",
       {"只填“款”级（五位编码）各行；合计和类可以留空，由程序相加。与功能科目的基本支出合计应相等。"},
       {{"科目编码", 12.0}, {"科目名称", name_width}, amount("合计"), amount("人员支出"), amount("日常公用支出")},
       {"30201", "办公费", "8.00", "", "8.00"},
       rows_of(codes.economic, 3, "总计"),
       blank_projects});
  sheets.push_back({"项目一览表",
                    "项目和业务量",
                    {"每个项目一行；同一项目有几个数量指标的，下一行项目名称留空，只写指标。各科目的项目金额之和应等于"
                     "该科目的项目支出。",
                     "指标写“领取待遇人数”“缴费人数”“退休人员人数”等，指标值写成“1200人”。"},
                    {{project_columns::name, name_width},
                     {project_columns::line, 12.0},
                     {project_columns::amount, 18.0, CellCheck::amount},
                     {project_columns::indicator, 24.0},
                     {project_columns::value, 14.0}},
                    {"城乡居民基本养老保险补助", "2082602", "1000.00", "领取待遇人数", "12000人"},
                    {},
                    blank_projects});
  for (FillInSheet& sheet : sheets) sheet.example.front() = "示例：" + sheet.example.front();
  return sheets;
}

}  // namespace disburse
