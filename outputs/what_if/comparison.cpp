#include "outputs/writers/comparison.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/writers/json_parts.hpp"
#include "outputs/writers/risk_parts.hpp"

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

std::string changes_text(const VariantComparison& variant, Language language) {
  std::string text;
  for (const ParameterChange& change : variant.changes) {
    text += "- " + change.path + " (" + change.name + "): " + change.base_value + " → " + change.variant_value + " " +
            unit_label(change.unit, language) + say(language, "；理由：", "; reason: ") + change.reason + "\n";
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

std::string years_text(const VariantComparison& variant, Language language) {
  if (variant.years.size() < 2) return "";
  TextTable table(amount_columns({{say(language, "年度", "year"), Align::left}}, language));
  for (const YearChange& year : variant.years) {
    std::vector<Cell> cells{std::to_string(year.year)};
    append(cells, year.line);
    table.row(std::move(cells));
  }
  return table.text();
}

std::string programme_name(const VariantComparison& variant, const std::string& id, Language language) {
  for (const ProgrammeChange& change : variant.programmes) {
    if (change.id == id) return name_in(change, language);
  }
  return id;
}

/// The bridge of causes, one row each, and the sum that equals the difference.
std::string bridges_text(const VariantComparison& variant, Language language) {
  if (variant.bridges.empty()) return "";
  TextTable table({{say(language, "差异因素", "cause"), Align::left}, {say(language, "金额", "amount"), Align::right}});
  Money total;
  for (const auto& [id, bridge] : variant.bridges) {
    table.row({programme_name(variant, id, language), signed_wan_text(bridge.total())});
    for (const auto& [cause, amount] : bridge.parts) {
      table.row({"  " + label(cause, language), signed_wan_text(amount)});
    }
    total += bridge.total();
  }
  table.total({say(language, "合计", "total"), signed_wan_text(total)});
  return table.text();
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

std::string variant_text(const VariantComparison& variant, Language language) {
  TextTable table(amount_columns({{say(language, "项目", "programme"), Align::left}}, language));
  for (const ProgrammeChange& change : variant.programmes) {
    if (change.untouched) continue;
    std::vector<Cell> cells{name_in(change, language)};
    append(cells, change.line);
    table.row(std::move(cells));
    for (const auto& [payer, amount] : change.by_payer) {
      if (payer == Payer::city || amount.difference() == Money{}) continue;
      std::vector<Cell> part{"  " + label(payer, language)};
      append(part, amount);
      table.row(std::move(part));
    }
  }
  std::vector<Cell> total{say(language, "合计（全部科目）", "total (all lines)")};
  append(total, variant.total);
  table.total(std::move(total));
  std::string text =
      "\n[ " + variant.scenario + " ]  " + variant.title + "\n" + changes_text(variant, language) + table.text();
  if (!variant.same_members) {
    text += say(language, "注意：两个情景的花名册不同，差异包含人员变化。\n",
                "Note: the two scenarios have different rosters; the difference holds that too.\n");
  }
  return text + years_text(variant, language) + spreads_text(variant, language) + bridges_text(variant, language) +
         shares_text(variant, language) + who_text(variant, language) + untouched_text(variant, language);
}

Json amount_json(const AmountChange& amount) {
  Json part;
  part["base_fen"] = amount.base.fen();
  part["variant_fen"] = amount.variant.fen();
  part["difference_fen"] = amount.difference().fen();
  part["change"] = or_null(amount.fraction());
  return part;
}

Json programme_json(const ProgrammeChange& change) {
  Json part;
  part["id"] = change.id;
  part["name"] = change.name;
  part["untouched"] = change.untouched;
  part["line"] = amount_json(change.line);
  part["outlay"] = amount_json(change.outlay);
  part["by_payer"] = Json::array();
  for (const auto& [payer, amount] : change.by_payer) {
    Json entry = amount_json(amount);
    entry["payer"] = to_string(payer);
    part["by_payer"].push_back(std::move(entry));
  }
  part["monthly"] = Json::array();
  for (const auto& [month, amount] : change.monthly) {
    Json entry = amount_json(amount);
    entry["month"] = to_string(month);
    part["monthly"].push_back(std::move(entry));
  }
  return part;
}

Json bridges_json(const VariantComparison& variant) {
  Json part = Json::array();
  for (const auto& [id, bridge] : variant.bridges) {
    Json entry;
    entry["programme"] = id;
    entry["difference_fen"] = bridge.total().fen();
    entry["causes"] = Json::object();
    for (const auto& [cause, amount] : bridge.parts) entry["causes"][label(cause, Language::en)] = amount.fen();
    part.push_back(std::move(entry));
  }
  return part;
}

Json who_json(const VariantComparison& variant) {
  Json part = Json::array();
  for (const WhoChanged& who : variant.who) {
    const auto group = [](std::int64_t persons, Money money, bool hidden) {
      if (hidden) return Json{{"persons", nullptr}, {"fen", nullptr}};
      return Json{{"persons", persons}, {"fen", money.fen()}};
    };
    part.push_back({{"programme", who.id},
                    {"gained", group(who.gained, who.gained_money, who.hide_gained)},
                    {"lost", group(who.lost, who.lost_money, who.hide_lost)},
                    {"more", group(who.more, who.more_money, who.hide_more)},
                    {"less", group(who.less, who.less_money, who.hide_less)},
                    {"keys", who.keys}});
  }
  return part;
}

Json variant_json(const VariantComparison& variant) {
  Json part;
  part["scenario"] = variant.scenario;
  part["title"] = variant.title;
  part["same_members"] = variant.same_members;
  part["changes"] = Json::array();
  for (const ParameterChange& change : variant.changes) {
    part["changes"].push_back({{"path", change.path},
                               {"name", change.name},
                               {"unit", change.unit},
                               {"base", change.base_value},
                               {"variant", change.variant_value},
                               {"reason", change.reason}});
  }
  part["programmes"] = Json::array();
  for (const ProgrammeChange& change : variant.programmes) part["programmes"].push_back(programme_json(change));
  part["lines"] = Json::array();
  for (const LineChange& line : variant.lines) {
    Json entry = amount_json(line.amount);
    entry["code"] = line.code;
    entry["name"] = line.name;
    part["lines"].push_back(std::move(entry));
  }
  part["total"] = amount_json(variant.total);
  part["years"] = Json::array();
  for (const YearChange& year : variant.years) {
    Json entry = amount_json(year.line);
    entry["year"] = year.year;
    part["years"].push_back(std::move(entry));
  }
  part["bridges"] = bridges_json(variant);
  part["attribution"] = variant.attribution;
  part["shares"] = Json::array();
  for (const ChangeShare& share : variant.shares) {
    part["shares"].push_back({{"change", share.change}, {"fen", share.amount.fen()}});
  }
  part["who"] = who_json(variant);
  part["replicates"] = variant.replicates;
  part["spreads"] = differences_part(variant.spreads);
  return part;
}

}  // namespace

std::string comparison_table(const RunResult& base, const std::vector<VariantComparison>& variants, Language language) {
  std::string text = say(language, "情景对比  基准 ", "What-if, base ") + base.scenario.name + "  " +
                     to_string(base.manifest.horizon) + say(language, "  单位：万元\n", "  in 10,000 yuan\n");
  for (const VariantComparison& variant : variants) text += variant_text(variant, language);
  return text;
}

std::string comparison_json(const RunResult& base, const std::vector<VariantComparison>& variants) {
  Json document;
  document["schema"] = "disburse/compare/1";
  document["scenario"] = base.scenario.name;
  document["manifest"] = manifest_part(base.manifest);
  document["variants"] = Json::array();
  for (const VariantComparison& variant : variants) document["variants"].push_back(variant_json(variant));
  document["findings"] = Json::array();
  return json_text(document);
}

}  // namespace disburse
