#include "outputs/what_if/comparison.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/change_words.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

const std::string& name_in(const ProgrammeChange& change, Language language) {
  return language == Language::zh || change.name_en.empty() ? change.name : change.name_en;
}

std::vector<TextTable::Column> amount_columns(std::vector<TextTable::Column> first, Language language) {
  first.push_back({say(language, "基准", "base"), Align::right});
  first.push_back({say(language, "情景", "variant"), Align::right});
  first.push_back({say(language, "差异", "difference"), Align::right});
  first.push_back({say(language, "变动", "change"), Align::right});
  return first;
}

void append(std::vector<Cell>& cells, const AmountChange& amount) {
  cells.emplace_back(wan_text(amount.base));
  cells.emplace_back(wan_text(amount.variant));
  cells.emplace_back(signed_wan_text(amount.difference()));
  cells.emplace_back(percent_text(amount.fraction()));
}

/// Where the values differ later than the horizon begins and the path tells no month: from when on.
std::string since_text(const ParameterChange& change, Month first, Language language) {
  if (change.since == first || change.path.find('@') != std::string::npos) return "";
  return say(language, "自 ", "from ") + to_string(change.since) + say(language, " 起 ", " on ");
}

/// The parameter as people call it, with the months of a dated change; in English, where the data have no name, its
/// path.
std::string changed_name(const ParameterChange& change, Language language) {
  if (language == Language::en) return change.path + " (" + change.name + ")";
  const auto at = change.path.find('@');
  return at == std::string::npos ? change.name : change.name + "（" + change.path.substr(at + 1) + "）";
}

std::string changes_text(const VariantComparison& variant, Month first, Language language) {
  std::string text;
  for (const ParameterChange& change : variant.changes) {
    text += "- " + changed_name(change, language) + say(language, "：", ": ") + since_text(change, first, language) +
            change.base_value + " → " + change.variant_value + " " + unit_label(change.unit, language) +
            say(language, "；理由：", "; reason: ") + change.reason + "\n";
    const std::string ended = ended_growth_text(change, language);
    if (!ended.empty()) text += say(language, "  注意：", "  Note: ") + ended + "\n";
  }
  return text.empty() ? say(language, "没有改动任何参数。\n", "No parameter is changed.\n") : text;
}

/// The null-effect certificate: what was not touched differs by exactly nothing.
std::string untouched_text(const VariantComparison& variant, Language language) {
  std::string names;
  for (const ProgrammeChange& change : variant.programmes) {
    if (change.untouched) names += "  - " + name_in(change, language) + "\n";
  }
  if (names.empty()) return "";
  return say(language, "台账逐格完全相同，差异为零：\n", "Every ledger cell the same, the difference exactly zero:\n") +
         names;
}

AmountChange in_year(const ProgrammeChange& change, int year) {
  AmountChange sum;
  for (const auto& [month, amount] : change.monthly) {
    if (month.year() != year) continue;
    sum.base += amount.base;
    sum.variant += amount.variant;
  }
  return sum;
}

/// Every year of the horizon: the programmes that differ in it, and the whole.
std::string years_text(const VariantComparison& variant, Language language) {
  if (variant.years.size() < 2) return "";
  TextTable table(amount_columns({{say(language, "年度", "year"), Align::left}}, language));
  for (const YearChange& year : variant.years) {
    std::vector<Cell> cells{std::to_string(year.year)};
    append(cells, year.line);
    table.row(std::move(cells));
    for (const ProgrammeChange& change : variant.programmes) {
      const AmountChange amount = in_year(change, year.year);
      if (amount.difference() == Money{}) continue;
      std::vector<Cell> part{"  " + name_in(change, language)};
      append(part, amount);
      table.row(std::move(part));
    }
  }
  return table.text();
}

std::string programme_name(const VariantComparison& variant, const std::string& id, Language language) {
  for (const ProgrammeChange& change : variant.programmes) {
    if (change.id == id) return name_in(change, language);
  }
  return id;
}

/// The bridge of causes in a year, one row each, and the sum that equals the difference.
std::string bridge_text(const VariantComparison& variant, const std::vector<std::pair<std::string, Bridge>>& bridges,
                        const std::string& year, Language language) {
  if (bridges.empty()) return "";
  TextTable table(
      {{year + say(language, "差异因素", "cause"), Align::left}, {say(language, "金额", "amount"), Align::right}});
  Money total;
  for (const auto& [id, bridge] : bridges) {
    table.row({programme_name(variant, id, language), signed_wan_text(bridge.total())});
    for (const auto& [cause, amount] : bridge.parts) {
      table.row({"  " + label(cause, language), signed_wan_text(amount)});
    }
    total += bridge.total();
  }
  table.total({say(language, "合计", "total"), signed_wan_text(total)});
  return table.text();
}

/// One for each year that differs; the year is named where there are several.
std::string bridges_text(const VariantComparison& variant, int fiscal_year, Language language) {
  const auto named = [&](int year) {
    return variant.years.size() < 2 ? "" : std::to_string(year) + say(language, " 年", " ");
  };
  std::string text = bridge_text(variant, variant.bridges, named(fiscal_year), language);
  for (const YearCauses& other : variant.other_causes)
    text += bridge_text(variant, other.bridges, named(other.year), language);
  return text;
}

std::string shares_text(const VariantComparison& variant, Language language) {
  if (variant.shares.empty()) return "";
  const std::string method = variant.attribution == "shapley" ? say(language, "（Shapley 值）", " (Shapley)")
                                                              : say(language, "（按次序）", " (in order)");
  TextTable table({{say(language, "改动", "change") + method, Align::left},
                   {say(language, "对合计差异的贡献", "share of the difference"), Align::right}});
  Money total;
  for (const ChangeShare& share : variant.shares) {
    table.row({share.change, signed_wan_text(share.amount)});
    total += share.amount;
  }
  table.total({say(language, "合计", "total"), signed_wan_text(total)});
  return table.text();
}

std::string who_text(const VariantComparison& variant, Language language) {
  if (variant.who.empty()) return "";
  TextTable table(
      {{say(language, "待遇有变化的人员（按全程存活计）", "members paid differently (as if alive throughout)"),
        Align::left},
       {say(language, "人数", "persons"), Align::right},
       {say(language, "金额", "amount"), Align::right}});
  for (const WhoChanged& who : variant.who) {
    const auto row = [&](const std::string& what, std::int64_t persons, Money money, bool hidden) {
      if (hidden)
        table.row({"  " + what, "*", "*"});
      else if (persons != 0)
        table.row({"  " + what, count_text(static_cast<double>(persons), 0), signed_wan_text(money)});
    };
    table.row({programme_name(variant, who.id, language), "", ""});
    row(say(language, "新获得", "gained"), who.gained, who.gained_money, who.hide_gained);
    row(say(language, "不再领取", "lost"), who.lost, who.lost_money, who.hide_lost);
    row(say(language, "增加", "more"), who.more, who.more_money, who.hide_more);
    row(say(language, "减少", "less"), who.less, who.less_money, who.hide_less);
    std::string keys;
    for (const std::string& key : who.keys) keys += (keys.empty() ? "" : " ") + key;
    if (!keys.empty()) table.note("    " + keys);
  }
  return table.text();
}

/// How sure the differences are: their spread over replicates in which the same members die in both scenarios.
std::string spreads_text(const VariantComparison& variant, Language language) {
  if (variant.spreads.empty()) return "";
  TextTable table({{say(language, "差异的随机性（", "chance in the differences (") +
                        std::to_string(variant.replicates) + say(language, " 次）", " replicates)"),
                    Align::left},
                   {say(language, "年度", "year"), Align::right},
                   {say(language, "均值", "mean"), Align::right},
                   {say(language, "标准误", "standard error"), Align::right},
                   {say(language, "标准差", "deviation"), Align::right},
                   {say(language, "10%~90%", "10%~90%"), Align::right}});
  for (const DifferenceFigure& figure : variant.spreads) {
    std::string name = figure.of == RiskFigure::Of::total ? say(language, "合计（全部科目）", "total (all lines)")
                       : figure.of == RiskFigure::Of::line ? figure.id + " " + figure.name
                                                           : programme_name(variant, figure.id, language);
    const Spread& spread = figure.difference;
    constexpr int width = 40;
    table.row({clipped(name, width), std::to_string(figure.year), signed_wan_text(spread.mean),
               wan_text(spread.standard_error), wan_text(spread.deviation),
               signed_wan_text(spread.p10) + " ~ " + signed_wan_text(spread.p90)});
  }
  return table.text();
}

std::string variant_text(const VariantComparison& variant, Month first, int fiscal_year, Language language) {
  TextTable table(amount_columns({{say(language, "项目", "programme"), Align::left}}, language));
  for (const ProgrammeChange& change : variant.programmes) {
    if (change.untouched) continue;
    std::vector<Cell> cells{name_in(change, language)};
    append(cells, change.line);
    table.row(std::move(cells));
    for (const auto& [payer, amount] : change.by_payer) {
      if (payer.is_own() || amount.difference() == Money{}) continue;
      std::vector<Cell> part{"  " + label(payer, language)};
      append(part, amount);
      table.row(std::move(part));
    }
  }
  std::vector<Cell> total{say(language, "合计（全部科目）", "total (all lines)")};
  append(total, variant.total);
  table.total(std::move(total));
  std::string text =
      "\n[ " + variant.scenario + " ]  " + variant.title + "\n" + changes_text(variant, first, language) + table.text();
  if (!variant.same_members) {
    text += say(language, "注意：两个情景的花名册不同，差异包含人员变化。\n",
                "Note: the two scenarios have different rosters; the difference holds that too.\n");
  }
  return text + years_text(variant, language) + spreads_text(variant, language) +
         bridges_text(variant, fiscal_year, language) + shares_text(variant, language) + who_text(variant, language) +
         untouched_text(variant, language);
}

}  // namespace

std::string comparison_table(const ComparisonResult& comparison, Language language) {
  std::string text = say(language, "情景对比  基准 ", "What-if, base ") + comparison.base + "  " +
                     to_string(comparison.manifest.horizon) + say(language, "  单位：万元\n", "  in 10,000 yuan\n");
  for (const VariantComparison& variant : comparison.variants) {
    text += variant_text(variant, comparison.manifest.horizon.first, comparison.fiscal_year, language);
  }
  return text;
}

}  // namespace disburse
