#include "engine/budget/layout.hpp"

#include <algorithm>
#include <array>

namespace disburse {
namespace {

using enum RowRule;

const std::vector<std::string> functional_columns = {"上年执行数", "合计", "基本支出", "项目支出", "增减额", "增减%"};

std::vector<ColumnRelation> functional_relations() {
  return {{sum, "合计", {"基本支出", "项目支出"}},
          {difference, "增减额", {"合计", "上年执行数"}},
          {percent, "增减%", {"增减额", "上年执行数"}}};
}

/// Table 4 repeats six columns for three years. The whole is the sum of the leaves, so that a wrong sub-total
/// of the vehicles is reported once and where it stands.
TableLayout three_public_expenses() {
  TableLayout layout{"表4", 4, false, {}, {}};
  for (const std::string block : {"上年预算·", "上年执行·", "本年预算·"}) {
    const std::string whole = block + "合计", abroad = block + "因公出国（境）费", vehicles = block + "公务用车小计",
                      bought = block + "公务用车购置费", run = block + "公务用车运行维护费",
                      reception = block + "公务接待费";
    layout.columns.insert(layout.columns.end(), {whole, abroad, vehicles, bought, run, reception});
    layout.relations.push_back({sum, whole, {abroad, bought, run, reception}});
    layout.relations.push_back({sum, vehicles, {bought, run}});
  }
  return layout;
}

TableLayout income_budget() {
  return {"表7",
          7,
          false,
          {"本年收入合计", "财政拨款小计", "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "事业预算收入小计",
           "非同级财政拨款（科研及辅助活动）", "纳入财政专户管理的非税收入", "上级补助预算收入", "附属单位上缴预算收入",
           "经营预算收入", "债务预算收入", "非同级财政拨款小计", "非本级财政拨款", "本级横向财政拨款", "投资预算收益",
           "其他预算收入"},
          {{sum,
            "本年收入合计",
            {"财政拨款小计", "事业预算收入小计", "上级补助预算收入", "附属单位上缴预算收入", "经营预算收入",
             "债务预算收入", "非同级财政拨款小计", "投资预算收益", "其他预算收入"}},
           {sum, "财政拨款小计", {"一般公共预算财政拨款收入", "政府性基金预算财政拨款收入"}},
           {within, "事业预算收入小计", {"非同级财政拨款（科研及辅助活动）", "纳入财政专户管理的非税收入"}},
           {sum, "非同级财政拨款小计", {"非本级财政拨款", "本级横向财政拨款"}}}};
}

TableLayout expense_budget() {
  const std::vector<std::string> kinds = {"行政支出",           "事业支出", "经营支出",     "上缴上级支出",
                                          "对附属单位补助支出", "投资支出", "债务还本支出", "其他支出"};
  TableLayout layout{"表8", 8, false, {"本年支出合计"}, {{sum, "本年支出合计", kinds}}};
  layout.columns.insert(layout.columns.end(), kinds.begin(), kinds.end());
  return layout;
}

std::vector<TableLayout> make_layouts() {
  const std::vector<std::string> by_fund = {"小计", "一般公共预算财政拨款支出", "政府性基金预算财政拨款支出"};
  std::vector<std::string> fund_columns = functional_columns;
  std::vector<ColumnRelation> fund_relations = functional_relations();
  fund_columns[1] = "小计";
  fund_relations[0].result = "小计";
  fund_relations[1].parts[0] = "小计";
  return {{"表1收入", 1, false, {"预算数"}, {}},
          {"表1支出", 1, false, by_fund, {{sum, by_fund[0], {by_fund[1], by_fund[2]}}}},
          {"表2", 2, true, functional_columns, functional_relations()},
          {"表3", 3, true, {"合计", "人员支出", "日常公用支出"}, {{sum, "合计", {"人员支出", "日常公用支出"}}}},
          three_public_expenses(),
          {"表5", 5, true, fund_columns, fund_relations},
          {"表6收入", 6, false, {"预算数"}, {}},
          {"表6支出", 6, false, {"预算数"}, {}},
          income_budget(),
          expense_budget()};
}

void tie(std::vector<BudgetTie>& ties, const char* code, std::vector<std::string> left,
         std::vector<std::string> right) {
  ties.push_back({0, code, Severity::error, std::move(left), std::move(right), {}});
}

void add_total_ties(std::vector<BudgetTie>& ties) {
  const char* code = "tables_differ";
  tie(ties, code, {"表1收入/收入总计/预算数"}, {"表1支出/支出总计/小计"});
  tie(ties, code, {"表1支出/本年支出小计/一般公共预算财政拨款支出"}, {"表2/合计/合计"});
  tie(ties, code, {"表3/总计/合计"}, {"表2/合计/基本支出"});
  tie(ties, code, {"表6收入/收入总计/预算数"}, {"表6支出/支出总计/预算数"});
  tie(ties, code, {"表6收入/本年收入合计/预算数"}, {"表7/合计/本年收入合计"});
  tie(ties, code, {"表6支出/本年支出合计/预算数"}, {"表8/合计/本年支出合计"});
  tie(ties, code, {"表1收入/本年收入>一般公共预算财政拨款收入/预算数"},
      {"表6收入/财政拨款预算收入>一般公共预算财政拨款收入/预算数"});
  tie(ties, code, {"表1收入/本年收入>政府性基金预算财政拨款收入/预算数"},
      {"表6收入/财政拨款预算收入>政府性基金预算财政拨款收入/预算数"});
  tie(ties, code, {"表1支出/本年支出小计/一般公共预算财政拨款支出"},
      {"表6支出/行政支出>财政拨款支出>一般公共预算财政拨款支出/预算数",
       "表6支出/事业支出>财政拨款支出>一般公共预算财政拨款支出/预算数"});
  tie(ties, code, {"表1支出/本年支出小计/政府性基金预算财政拨款支出"},
      {"表6支出/行政支出>财政拨款支出>政府性基金预算财政拨款支出/预算数",
       "表6支出/事业支出>财政拨款支出>政府性基金预算财政拨款支出/预算数"});
}

void add_carry_over_ties(std::vector<BudgetTie>& ties) {
  for (const std::string fund : {"一般公共预算财政拨款", "政府性基金预算财政拨款"}) {
    tie(ties, "tables_differ", {"表1收入/上年结转结余>" + fund + "/预算数"},
        {"表6收入/上年结转>财政拨款结转>" + fund + "收入/预算数",
         "表6收入/上年结余>财政拨款结余>" + fund + "收入/预算数"});
    tie(ties, "tables_differ", {"表1支出/年末结转结余>" + fund + "/小计"},
        {"表6支出/年末结转结余>财政拨款结转>" + fund + "收入/预算数",
         "表6支出/年末结转结余>财政拨款结余>" + fund + "收入/预算数"});
  }
}

/// Tables 7 and 8 print in columns what table 6 prints in rows.
void add_column_ties(std::vector<BudgetTie>& ties) {
  const std::vector<std::pair<std::string, std::string>> income = {
      {"财政拨款小计", "财政拨款预算收入"},
      {"一般公共预算财政拨款收入", "财政拨款预算收入>一般公共预算财政拨款收入"},
      {"政府性基金预算财政拨款收入", "财政拨款预算收入>政府性基金预算财政拨款收入"},
      {"事业预算收入小计", "事业预算收入"},
      {"上级补助预算收入", "上级补助预算收入"},
      {"附属单位上缴预算收入", "附属单位上缴预算收入"},
      {"经营预算收入", "经营预算收入"},
      {"债务预算收入", "债务预算收入"},
      {"非同级财政拨款小计", "非同级财政拨款预算收入"},
      {"非本级财政拨款", "非同级财政拨款预算收入>非本级财政拨款"},
      {"投资预算收益", "投资预算收益"},
      {"其他预算收入", "其他预算收入"}};
  for (const auto& [column, row] : income) {
    tie(ties, "tables_differ", {"表7/合计/" + column}, {"表6收入/" + row + "/预算数"});
  }
  const TableLayout expense = expense_budget();
  for (const std::string& kind : expense.relations.front().parts) {
    tie(ties, "tables_differ", {"表8/合计/" + kind}, {"表6支出/" + kind + "/预算数"});
  }
}

}  // namespace

const std::vector<TableLayout>& budget_layouts() {
  static const std::vector<TableLayout> layouts = make_layouts();
  return layouts;
}

const TableLayout* find_layout(std::string_view id) {
  for (const TableLayout& layout : budget_layouts()) {
    if (layout.id == id) return &layout;
  }
  return nullptr;
}

std::optional<std::size_t> column_index(std::string_view id, std::string_view column) {
  const TableLayout* layout = find_layout(id);
  if (layout == nullptr) return std::nullopt;
  const auto found = std::find(layout->columns.begin(), layout->columns.end(), column);
  if (found == layout->columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - layout->columns.begin());
}

namespace {

struct Named {
  std::string_view printed, english;
};

/// Columns in English; those of table 4 begin with one of three years.
constexpr std::array english_columns = std::to_array<Named>({
    {"合计", "total"},
    {"小计", "subtotal"},
    {"预算数", "budget"},
    {"上年执行数", "last year's spending"},
    {"基本支出", "basic expenditure"},
    {"项目支出", "project expenditure"},
    {"增减额", "change"},
    {"增减%", "change in %"},
    {"人员支出", "personnel"},
    {"日常公用支出", "running costs"},
    {"一般公共预算财政拨款支出", "expenditure from the general public budget"},
    {"政府性基金预算财政拨款支出", "expenditure from government funds"},
    {"一般公共预算财政拨款收入", "income from the general public budget"},
    {"政府性基金预算财政拨款收入", "income from government funds"},
    {"本年收入合计", "income of the year"},
    {"本年支出合计", "expenditure of the year"},
    {"财政拨款小计", "appropriations"},
    {"事业预算收入小计", "institution's budget income"},
    {"非同级财政拨款（科研及辅助活动）", "appropriations of other levels (research and support)"},
    {"纳入财政专户管理的非税收入", "non-tax income in special fiscal accounts"},
    {"上级补助预算收入", "subsidies from above"},
    {"附属单位上缴预算收入", "paid in by subordinate units"},
    {"经营预算收入", "operating income"},
    {"债务预算收入", "debt income"},
    {"非同级财政拨款小计", "appropriations of other levels"},
    {"非本级财政拨款", "appropriations not of this level"},
    {"本级横向财政拨款", "transfers at this level"},
    {"投资预算收益", "investment income"},
    {"其他预算收入", "other income"},
    {"行政支出", "administrative expenditure"},
    {"事业支出", "institution's expenditure"},
    {"经营支出", "operating expenditure"},
    {"上缴上级支出", "paid to units above"},
    {"对附属单位补助支出", "subsidies to subordinate units"},
    {"投资支出", "investment expenditure"},
    {"债务还本支出", "debt repayment"},
    {"其他支出", "other expenditure"},
    {"资金总额", "whole money"},
    {"财政拨款", "appropriation"},
    {"其他资金", "other funds"},
    {"因公出国（境）费", "official travel abroad"},
    {"公务用车小计", "official vehicles"},
    {"公务用车购置费", "vehicles bought"},
    {"公务用车运行维护费", "vehicles run"},
    {"公务接待费", "official receptions"},
    {"上年预算·", "last year's budget: "},
    {"上年执行·", "last year's spending: "},
    {"本年预算·", "this year's budget: "},
});

std::string english_of(std::string_view printed) {
  for (const Named& one : english_columns) {
    if (one.printed == printed) return std::string(one.english);
    if (one.printed.ends_with("·") && printed.starts_with(one.printed))
      return std::string(one.english) + english_of(printed.substr(one.printed.size()));
  }
  return std::string(printed);
}

}  // namespace

Message column_name(std::string_view column) { return Message::named(std::string(column), english_of(column)); }

Message table_name(std::string_view id) {
  const TableLayout* layout = find_layout(id);
  if (layout == nullptr) return Message::verbatim(std::string(id));
  std::string english = "table " + std::to_string(layout->number);
  if (id.ends_with("收入")) english += " (income)";
  if (id.ends_with("支出")) english += " (expenditure)";
  return Message::named(std::string(id), std::move(english));
}

PrintedCellKind cell_kind(std::string_view column) {
  if (column == "增减%") return PrintedCellKind::percent;
  return column == "增减额" ? PrintedCellKind::signed_amount : PrintedCellKind::amount;
}

const std::vector<BudgetTie>& official_ties() {
  static const std::vector<BudgetTie> ties = [] {
    std::vector<BudgetTie> made;
    add_total_ties(made);
    add_carry_over_ties(made);
    add_column_ties(made);
    return made;
  }();
  return ties;
}

namespace {

std::optional<Located> locate_form(const BudgetDocument& document, std::string_view programme, std::string_view part) {
  const BudgetForm* form = find_form(document, programme);
  if (form == nullptr) return std::nullopt;
  const std::string* text = part == "资金总额"   ? &form->total
                            : part == "财政拨款" ? &form->fiscal
                            : part == "其他资金" ? &form->other
                                                 : nullptr;
  const auto amount = text == nullptr ? std::nullopt : printed_amount(*text);
  if (!amount) return std::nullopt;
  return Located{*amount, "table 9 {}, {}"_m(form->name, column_name(part)), form->line};
}

std::optional<Located> locate_figure(const BudgetDocument& document, std::string_view key) {
  for (const TextFigure& figure : document.figures) {
    if (figure.key != key) continue;
    const auto amount = printed_amount(figure.amount);
    if (!amount || figure.amount.empty()) return std::nullopt;
    return Located{*amount, "text {} {}"_m(figure.section, figure.what), figure.line};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Located> locate(const BudgetDocument& document, std::string_view address) {
  if (address.starts_with('-')) address.remove_prefix(1);
  const auto first = address.find('/');
  if (first == std::string_view::npos) return std::nullopt;
  const std::string_view id = address.substr(0, first);
  if (id == "文") return locate_figure(document, address.substr(first + 1));
  const auto last = address.rfind('/');
  if (last == first) return std::nullopt;
  const std::string_view key = address.substr(first + 1, last - first - 1);
  const std::string_view column = address.substr(last + 1);
  if (id == "表9") return locate_form(document, key, column);
  const BudgetTable* table = find_table(document, id);
  const BudgetRow* row = table == nullptr ? nullptr : find_row(*table, key);
  const auto index = column_index(id, column);
  if (row == nullptr || !index || *index >= row->cells.size()) return std::nullopt;
  const auto amount = printed_amount(row->cells[*index]);
  if (!amount) return std::nullopt;
  std::string name = row->key;
  if (!row->code.empty() && !row->name.empty()) name += " " + row->name;
  return Located{*amount, "{}, {}"_m("{} {}"_m(table_name(table->id), name), column_name(column)), row->line};
}

}  // namespace disburse
