// A comparison as JSON (disburse/compare/1), and read back.
#include <set>

#include "outputs/run/risk_parts.hpp"
#include "outputs/text/change_words.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_reading.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/what_if/comparison.hpp"

namespace disburse {
namespace {

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
  part["name_en"] = change.name_en;
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
  if (change.risk) part["risk"] = programme_risk_part(*change.risk);
  return part;
}

/// All who pay in the base or in a variant.
std::vector<Payer> payers_of(const std::vector<VariantComparison>& variants) {
  std::set<Payer> payers;
  for (const VariantComparison& variant : variants) {
    for (const ProgrammeChange& change : variant.programmes) {
      for (const auto& [payer, amount] : change.by_payer) payers.insert(payer);
    }
  }
  return {payers.begin(), payers.end()};
}

Json bridges_json(const std::vector<std::pair<std::string, Bridge>>& bridges) {
  Json part = Json::array();
  for (const auto& [id, bridge] : bridges) {
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
                    {"name", who.name},
                    {"gained", group(who.gained, who.gained_money, who.hide_gained)},
                    {"lost", group(who.lost, who.lost_money, who.hide_lost)},
                    {"more", group(who.more, who.more_money, who.hide_more)},
                    {"less", group(who.less, who.less_money, who.hide_less)},
                    {"keys", who.keys}});
  }
  return part;
}

Json ended_json(const ParameterChange& change) {
  if (!change.ended) return nullptr;
  return {{"year", change.ended->year}, {"rule", to_string(change.ended->rule)}, {"by", change.ended->by}};
}

/// What the reader should know of the changes: what of them is hardly meant so, and each rule of growth that one of
/// them ends.
Json findings_json(const DoubtedManifest& manifest, const std::vector<VariantComparison>& variants) {
  Json part = findings_part(doubts_and(manifest));
  for (const VariantComparison& variant : variants) {
    for (const ParameterChange& change : variant.changes) {
      if (!change.ended) continue;
      part.push_back({{"code", "growth_ended"},
                      {"severity", to_string(Severity::warning)},
                      {"where", variant.scenario + " " + change.path},
                      {"message", ended_growth_text(change, Language::zh)}});
    }
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
                               {"since", to_string(change.since)},
                               {"base", change.base_value},
                               {"variant", change.variant_value},
                               {"reason", change.reason},
                               {"growth_ended", ended_json(change)}});
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
    entry["outlay"] = amount_json(year.outlay);
    part["years"].push_back(std::move(entry));
  }
  part["bridges"] = bridges_json(variant.bridges);
  part["other_years"] = Json::array();
  for (const YearCauses& other : variant.other_causes)
    part["other_years"].push_back({{"year", other.year}, {"bridges", bridges_json(other.bridges)}});
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

std::string text_at(const Json& object, const char* key) { return object.at(key).get<std::string>(); }

AmountChange amount_in(const Json& part) { return {money_in(part.at("base_fen")), money_in(part.at("variant_fen"))}; }

ProgrammeChange programme_in(const Json& part, const PayerList& payers) {
  ProgrammeChange change;
  change.id = text_at(part, "id");
  change.name = text_at(part, "name");
  change.name_en = value_or<std::string>(part, "name_en", "");
  change.untouched = part.at("untouched").get<bool>();
  change.line = amount_in(part.at("line"));
  change.outlay = amount_in(part.at("outlay"));
  for (const Json& entry : part.at("by_payer"))
    change.by_payer.emplace_back(payer_in(entry.at("payer"), payers), amount_in(entry));
  for (const Json& entry : part.at("monthly"))
    change.monthly.emplace_back(month_in(entry.at("month")), amount_in(entry));
  if (part.contains("risk")) change.risk = programme_risk_in(part.at("risk"));
  return change;
}

/// The cause that the document names.
std::optional<Cause> cause_from(const std::string& word) {
  for (const Cause cause : enumerators<Cause>) {
    if (label(cause, Language::en) == word) return cause;
  }
  return std::nullopt;
}

Bridge bridge_in(const Json& causes) {
  Bridge bridge;
  for (const auto& [word, fen] : causes.items()) bridge.parts[word_in(Json(word), cause_from)] = money_in(fen);
  return bridge;
}

std::vector<std::pair<std::string, Bridge>> bridges_in(const Json& part) {
  std::vector<std::pair<std::string, Bridge>> bridges;
  for (const Json& bridge : part) bridges.emplace_back(text_at(bridge, "programme"), bridge_in(bridge.at("causes")));
  return bridges;
}

WhoChanged who_in(const Json& part) {
  WhoChanged who;
  who.id = text_at(part, "programme");
  who.name = value_or<std::string>(part, "name", "");
  const auto group = [&](const char* key, std::int64_t& persons, Money& money, bool& hidden) {
    hidden = part.at(key).at("persons").is_null();
    if (hidden) return;
    persons = part.at(key).at("persons").get<std::int64_t>();
    money = money_in(part.at(key).at("fen"));
  };
  group("gained", who.gained, who.gained_money, who.hide_gained);
  group("lost", who.lost, who.lost_money, who.hide_lost);
  group("more", who.more, who.more_money, who.hide_more);
  group("less", who.less, who.less_money, who.hide_less);
  who.keys = part.at("keys").get<std::vector<std::string>>();
  return who;
}

void read_what_moved(const Json& part, const PayerList& payers, VariantComparison& variant) {
  for (const Json& change : part.at("programmes")) variant.programmes.push_back(programme_in(change, payers));
  for (const Json& line : part.at("lines"))
    variant.lines.push_back({text_at(line, "code"), text_at(line, "name"), amount_in(line)});
  variant.total = amount_in(part.at("total"));
  for (const Json& year : part.at("years")) {
    variant.years.push_back({year.at("year").get<int>(), amount_in(year),
                             year.contains("outlay") ? amount_in(year.at("outlay")) : AmountChange{}});
  }
}

ParameterChange change_in(const Json& part) {
  ParameterChange change;
  change.path = text_at(part, "path");
  change.name = text_at(part, "name");
  change.unit = text_at(part, "unit");
  if (part.contains("since")) change.since = month_in(part.at("since"));
  change.base_value = text_at(part, "base");
  change.variant_value = text_at(part, "variant");
  change.reason = text_at(part, "reason");
  if (!part.contains("growth_ended") || part.at("growth_ended").is_null()) return change;
  const Json& ended = part.at("growth_ended");
  change.ended = EndedGrowth{ended.at("year").get<int>(),
                             extension_rule_from(text_at(ended, "rule")).value_or(ExtensionRule::grow),
                             ended.at("by").get<std::vector<std::string>>()};
  return change;
}

VariantComparison variant_in(const Json& part, const PayerList& payers) {
  VariantComparison variant;
  variant.scenario = text_at(part, "scenario");
  variant.title = text_at(part, "title");
  variant.same_members = part.at("same_members").get<bool>();
  for (const Json& change : part.at("changes")) {
    variant.changes.push_back(change_in(change));
  }
  read_what_moved(part, payers, variant);
  variant.bridges = bridges_in(part.at("bridges"));
  if (part.contains("other_years")) {  // documents of earlier versions have the budget's year alone
    for (const Json& other : part.at("other_years"))
      variant.other_causes.push_back({other.at("year").get<int>(), bridges_in(other.at("bridges"))});
  }
  variant.attribution = text_at(part, "attribution");
  for (const Json& share : part.at("shares"))
    variant.shares.push_back({text_at(share, "change"), money_in(share.at("fen"))});
  for (const Json& who : part.at("who")) variant.who.push_back(who_in(who));
  variant.replicates = part.at("replicates").get<std::uint32_t>();
  variant.spreads = differences_in(part.at("spreads"));
  return variant;
}

}  // namespace

std::string comparison_json(const ComparisonResult& comparison) {
  Json document;
  document["schema"] = "disburse/compare/1";
  document["scenario"] = comparison.base;
  document["manifest"] = manifest_part(comparison.manifest);
  document["command"] = comparison.command;
  document["payers"] = payer_list_part(payers_of(comparison.variants));
  document["fiscal_year"] = comparison.fiscal_year;
  document["variants"] = Json::array();
  for (const VariantComparison& variant : comparison.variants) document["variants"].push_back(variant_json(variant));
  document["findings"] = findings_json(comparison.manifest, comparison.variants);
  return json_text(document);
}

ComparisonResult comparison_from_json(const Json& document) {
  ComparisonResult comparison;
  comparison.base = text_at(document, "scenario");
  comparison.manifest = manifest_with_doubts(document);
  comparison.command = value_or<std::string>(document, "command", "");
  comparison.fiscal_year = value_or(document, "fiscal_year", comparison.manifest.horizon.first.year());
  const PayerList payers = payers_in(document);
  for (const Json& variant : document.at("variants")) comparison.variants.push_back(variant_in(variant, payers));
  return comparison;
}

}  // namespace disburse
