// A what-if beside its base.
#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {

std::vector<Exhibit> ExhibitMaker::variant(const Json& variant, std::size_t number) const {
  const std::string title = variant.at("scenario").get<std::string>() + words("：", ": ");
  const std::string id = "variant" + std::to_string(number) + "-";
  const auto moved = [](const Json& amount) { return signed_wan_text(money_of_fen(amount.at("difference_fen"))); };

  Exhibit changes{id + "changes", title + words("改了什么", "what was changed"), "", "", nullptr, {}, {}};
  changes.headings = {words("参数", "parameter"), words("路径", "path"), words("基准", "base"),
                      words("改为", "variant"), words("理由", "reason")};
  for (const Json& change : variant.at("changes")) {
    const auto text = [&](const char* key) {
      return change.at(key).is_string() ? change.at(key).get<std::string>() : std::string("-");
    };
    changes.rows.push_back({text("name"), text("path"), text("base"), text("variant"), text("reason")});
  }

  Exhibit programmes{id + "programmes", title + words("各项目变动", "programmes"), "", unit(), {}, {}, {}};
  programmes.headings = {words("项目", "programme"), words("基准", "base"), words("改后", "variant"),
                         words("变动", "change"), words("各级负担变动", "change, all payers")};
  Json names = Json::array(), values = Json::array();
  std::string untouched;
  for (const Json& one : variant.at("programmes")) {
    if (one.at("untouched").get<bool>()) {
      untouched += (untouched.empty() ? "" : words("、", ", ")) + one.at("name").get<std::string>();
      continue;
    }
    const Json& line = one.at("line");
    names.push_back(one.at("name"));
    values.push_back(chart_wan(line.at("difference_fen")));
    programmes.rows.push_back({one.at("name"), wan_cell(line.at("base_fen")), wan_cell(line.at("variant_fen")),
                               moved(line), moved(one.at("outlay"))});
  }
  const Json& total = variant.at("total");
  programmes.rows.push_back(
      {words("合计", "all"), wan_cell(total.at("base_fen")), wan_cell(total.at("variant_fen")), moved(total), ""});
  if (!untouched.empty()) programmes.note = words("逐格未变：", "Cell by cell the same: ") + untouched;
  if (!names.empty()) {
    programmes.chart = {{"kind", "bars_across"},
                        {"categories", std::move(names)},
                        {"series", {series_of(programmes.headings[3], std::move(values))}}};
  }

  Exhibit causes{id + "causes", title + words("变动的原因", "causes"), "", unit(), nullptr, {}, {}};
  causes.headings = {words("项目", "programme"), words("原因", "cause"), words("变动", "change")};
  for (const Json& bridge : variant.at("bridges")) {
    for (const auto& [cause, fen] : bridge.at("causes").items())
      causes.rows.push_back({bridge.at("programme"), cause, signed_wan_text(money_of_fen(fen))});
  }
  std::vector<Exhibit> all{std::move(changes), std::move(programmes)};
  if (!causes.rows.empty()) all.push_back(std::move(causes));
  if (!variant.at("shares").empty()) {
    Exhibit shares{id + "shares", title + words("每项改动的份额", "each change's share"), "", unit(), nullptr, {}, {}};
    shares.headings = {words("改动", "change"), words("变动", "amount")};
    for (const Json& share : variant.at("shares"))
      shares.rows.push_back({share.at("change"), signed_wan_text(money_of_fen(share.at("fen")))});
    all.push_back(std::move(shares));
  }
  return all;
}

}  // namespace disburse
