#pragma once
// Words that the official forms print, by which their tables, rows and columns are addressed. They are read in
// documents, never made up: sentences about them are messages.
#include <string>

namespace disburse::official {

inline constexpr const char* table_1_income = "表1收入";
inline constexpr const char* table_1_expense = "表1支出";
inline constexpr const char* table_2 = "表2";
inline constexpr const char* table_3 = "表3";
inline constexpr const char* table_4 = "表4";
inline constexpr const char* table_5 = "表5";
inline constexpr const char* table_6_income = "表6收入";
inline constexpr const char* table_6_expense = "表6支出";
inline constexpr const char* table_7 = "表7";
inline constexpr const char* table_8 = "表8";
inline constexpr const char* table_9 = "表9";

// Columns, and rows of the same names.
inline constexpr const char* total = "合计";
inline constexpr const char* subtotal = "小计";
inline constexpr const char* grand_total = "总计";
inline constexpr const char* basic = "基本支出";
inline constexpr const char* project = "项目支出";
inline constexpr const char* executed = "上年执行数";
inline constexpr const char* change = "增减额";
inline constexpr const char* budgeted = "预算数";
inline constexpr const char* personnel = "人员支出";
inline constexpr const char* running = "日常公用支出";
inline constexpr const char* general_expense = "一般公共预算财政拨款支出";
inline constexpr const char* general_income = "一般公共预算财政拨款收入";
inline constexpr const char* fund_income = "政府性基金预算财政拨款收入";
inline constexpr const char* fund_expense = "政府性基金预算财政拨款支出";
inline constexpr const char* appropriation_subtotal = "财政拨款小计";
inline constexpr const char* administrative_expense = "行政支出";
inline constexpr const char* institution_expense = "事业支出";
inline constexpr const char* income_of_year = "本年收入合计";
inline constexpr const char* expense_of_year = "本年支出合计";
/// The rows above the parts of a side: some documents print the sum there, too.
inline constexpr const char* income_heading = "本年收入";
inline constexpr const char* expense_heading = "本年支出";
inline constexpr const char* income_subtotal = "本年收入小计";
inline constexpr const char* expense_subtotal = "本年支出小计";
inline constexpr const char* income_total = "收入总计";
inline constexpr const char* expense_total = "支出总计";
inline constexpr const char* general_income_row = "本年收入>一般公共预算财政拨款收入";
inline constexpr const char* fund_income_row = "本年收入>政府性基金预算财政拨款收入";
inline constexpr const char* appropriation_income = "财政拨款预算收入";
inline constexpr const char* appropriation_expense = "财政拨款支出";
inline constexpr const char* own_level = "本级安排";
inline constexpr const char* transferred = "上级转移支付";
inline constexpr const char* of_which = "其中";
inline constexpr const char* none = "无";
inline constexpr const char* class_rows = "本年支出>";  ///< begins the key of a class in table 1

// Indicators and units of the performance forms.
inline constexpr const char* cost_indicator = "成本指标";
inline constexpr const char* time_indicator = "时效指标";
inline constexpr const char* yuan = "元";
inline constexpr const char* wan_yuan = "万元";
inline constexpr const char* year = "年";
inline constexpr const char* person_months = "人月";
inline constexpr const char* person_times = "人次";
inline constexpr const char* times = "次";

// What a draft says of itself in the document.
inline constexpr const char* draft_version = "预算草案";
inline constexpr const char* adopted_version = "年初预算";
inline constexpr const char* draft_source = "由上年文件的版式和本程序的测算数生成";

/// "表2/2080506/合计"
inline std::string address(const std::string& table, const std::string& row, const std::string& column) {
  return table + "/" + row + "/" + column;
}

}  // namespace disburse::official
