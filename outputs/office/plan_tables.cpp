#include "outputs/office/plan_tables.hpp"

#include <algorithm>
#include <set>

#include "engine/support/text_table.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

using Entry = SheetTable::Value;

double wan(Money amount) {
  constexpr double fen_a_wan = 1e6;
  return static_cast<double>(amount.fen()) / fen_a_wan;
}

std::vector<const YearFigure*> years_from(const RunResult& run, int first) {
  std::vector<const YearFigure*> years;
  for (const YearFigure& year : run.years) {
    if (year.year >= first) years.push_back(&year);
  }
  return years;
}

std::vector<std::string> headings_of(std::vector<std::string> before, const std::vector<const YearFigure*>& years) {
  for (const YearFigure* year : years) before.push_back(std::to_string(year->year));
  return before;
}

std::string name_of(const ProgrammeResult& programme, Language language) {
  return language == Language::zh || programme.name_en.empty() ? programme.name : programme.name_en;
}

SheetTable medium_term(const RunResult& run, const std::vector<const YearFigure*>& years, Language language) {
  SheetTable table;
  table.sheet = say(language, "中期财政规划", "medium term");
  table.title = say(language, "中期财政规划（分项目）", "Medium-term plan by project");
  table.unit = say(language, "单位：万元", "10,000 yuan");
  table.headings = headings_of({say(language, "项目", "project"), say(language, "科目", "line"),
                                std::to_string(run.fiscal_year) + say(language, " 预算", " budget"),
                                std::to_string(run.fiscal_year) + say(language, " 预计", " projected")},
                               years);
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    const ProgrammeResult& programme = run.programmes[p];
    std::vector<Entry> row{name_of(programme, language), programme.line.value_or(""),
                           programme.amount.budget ? Entry(wan(*programme.amount.budget)) : Entry(),
                           wan(programme.amount.projected)};
    for (const YearFigure* year : years) row.emplace_back(wan(year->programmes[p].line));
    table.rows.push_back(std::move(row));
  }
  std::vector<Entry> total{say(language, "合计", "sum"), "", run.total.budget ? Entry(wan(*run.total.budget)) : Entry(),
                           wan(run.total.projected)};
  for (const YearFigure* year : years) total.emplace_back(wan(year->line));
  table.rows.push_back(std::move(total));
  table.notes = {say(language, "以后年度按各参数的延续规则测算；没有延续规则的参数沿用现值。",
                     "Later years go on by each parameter's rule; one without a rule keeps its value.")};
  return table;
}

SheetTable fund_table(const FundAccount& account, int first, Language language) {
  SheetTable table;
  const std::string scheme = label(account.scheme, language);
  table.sheet = scheme + say(language, "基金收支", " fund");
  table.title = scheme + say(language, "养老保险基金收支（测算所及部分）", " pension fund, as far as it is projected");
  table.unit = say(language, "单位：万元", "10,000 yuan");
  table.headings = {say(language, "收支", "item")};
  std::vector<const FundYear*> years;
  std::set<Payer> payers;
  for (const FundYear& year : account.years) {
    if (year.year < first) continue;
    years.push_back(&year);
    table.headings.push_back(std::to_string(year.year));
    for (const auto& [payer, amount] : year.subsidies) payers.insert(payer);
  }
  const auto row = [&](const std::string& name, const auto& amount_of) {
    std::vector<Entry> cells{name};
    bool any = false;
    for (const FundYear* year : years) {
      const Money amount = amount_of(*year);
      any = any || amount != Money{};
      cells.emplace_back(wan(amount));
    }
    if (any) table.rows.push_back(std::move(cells));
  };
  row(say(language, "一、收入", "Income"), [](const FundYear& year) { return year.income(); });
  row(say(language, "　　缴费收入", "  contributions"), [](const FundYear& year) { return year.contributions; });
  for (const Payer& payer : payers) {
    row(say(language, "　　财政补贴收入：", "  subsidy: ") + label(payer, language), [&](const FundYear& year) {
      const auto found = std::find_if(year.subsidies.begin(), year.subsidies.end(),
                                      [&](const auto& one) { return one.first == payer; });
      return found == year.subsidies.end() ? Money{} : found->second;
    });
  }
  row(say(language, "　　个人账户和基金结余支付", "  from accounts and balances"),
      [](const FundYear& year) { return year.own; });
  row(say(language, "二、支出", "Expense"), [](const FundYear& year) { return year.expense(); });
  for (const Kind kind : enumerators<Kind>) {
    if (!traits_of(kind).part_of_pay) continue;
    row(say(language, "　　", "  ") + label(kind, language), [&](const FundYear& year) {
      const auto found =
          std::find_if(year.expenses.begin(), year.expenses.end(), [&](const auto& one) { return one.first == kind; });
      return found == year.expenses.end() ? Money{} : found->second;
    });
  }
  table.notes = {say(language, "财政补贴为缴费不足部分；利息、转移、上下级往来和个人缴费的积累不在测算范围。",
                     "A subsidy is what contributions leave open; interest, transfers and savings are not projected.")};
  return table;
}

double in_year(const std::vector<PopulationFlow>& flows, Scheme scheme, int year, double FlowMonth::*field) {
  for (const PopulationFlow& flow : flows) {
    if (flow.scheme != scheme) continue;
    for (const FlowMonth& one : flow.years) {
      if (one.month.year() == year) return one.*field;
    }
  }
  return 0.0;
}

SheetTable basics(const RunResult& run, const std::vector<const YearFigure*>& years, Language language) {
  SheetTable table;
  table.sheet = say(language, "附01基础资料", "annex 01");
  table.title = say(language, "附01　基础资料", "Annex 01: persons");
  table.unit = say(language, "单位：人", "persons");
  table.headings = headings_of({say(language, "险种", "scheme"), say(language, "指标", "item")}, years);
  for (const Scheme scheme : enumerators<Scheme>) {
    const auto row = [&](const std::string& name, const std::vector<PopulationFlow>& flows, double FlowMonth::*field) {
      std::vector<Entry> cells{label(scheme, language), name};
      bool any = false;
      for (const YearFigure* year : years) {
        const double persons = in_year(flows, scheme, year->year, field);
        any = any || persons > 0.0;
        cells.emplace_back(persons);
      }
      if (any) table.rows.push_back(std::move(cells));  // who pays into the enterprise scheme is not projected
    };
    row(say(language, "年末缴费人数", "contributors, end of year"), run.contributors, &FlowMonth::closing);
    row(say(language, "年末领取人数", "pensioners, end of year"), run.population, &FlowMonth::closing);
    row(say(language, "新增领取", "new pensioners"), run.population, &FlowMonth::entrants);
    row(say(language, "死亡", "deaths"), run.population, &FlowMonth::deaths);
  }
  table.decimals = 0;
  return table;
}

SheetTable averages(const RunResult& run, const std::vector<const YearFigure*>& years, Language language) {
  SheetTable table;
  table.sheet = say(language, "附01人均待遇", "annex 01 averages");
  table.title = say(language, "附01　人均待遇（每人次）", "Annex 01: average of a payment");
  table.unit = say(language, "单位：元", "yuan");
  table.headings = headings_of({say(language, "项目", "programme")}, years);
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    if (!run.programmes[p].headcount) continue;
    std::vector<Entry> cells{name_of(run.programmes[p], language)};
    constexpr double fen_a_yuan = 100.0;
    for (const YearFigure* year : years)
      cells.emplace_back(static_cast<double>(year->programmes[p].average.fen()) / fen_a_yuan);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

std::vector<SheetTable> plan_tables(const RunResult& run, const std::vector<FundAccount>& accounts, int first,
                                    Language language) {
  const std::vector<const YearFigure*> years = years_from(run, first);
  std::vector<SheetTable> tables{medium_term(run, years, language)};
  for (const FundAccount& account : accounts) tables.push_back(fund_table(account, first, language));
  tables.push_back(basics(run, years, language));
  tables.push_back(averages(run, years, language));
  return tables;
}

std::string plan_text(const std::vector<SheetTable>& tables) {
  std::string text;
  for (const SheetTable& one : tables) {
    std::vector<TextTable::Column> columns;
    for (std::size_t c = 0; c < one.headings.size(); ++c) {
      const bool words = !one.rows.empty() && std::holds_alternative<std::string>(one.rows.front()[c]);
      columns.push_back({one.headings[c], words ? Align::left : Align::right});
    }
    TextTable table(columns);
    for (const auto& row : one.rows) {
      std::vector<Cell> cells;
      for (const Entry& value : row) {
        const auto* number = std::get_if<double>(&value);
        const auto* words = std::get_if<std::string>(&value);
        cells.emplace_back(number != nullptr ? count_text(*number, one.decimals) : words != nullptr ? *words : "");
      }
      table.row(std::move(cells));
    }
    text += (text.empty() ? "[ " : "\n[ ") + one.title + " ]  " + one.unit + "\n" + table.text();
    for (const std::string& note : one.notes) text += note + "\n";
  }
  return text;
}

}  // namespace disburse
