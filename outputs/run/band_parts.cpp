#include "outputs/run/band_parts.hpp"

#include <array>
#include <optional>

#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

constexpr std::array figure_words{"programme", "line", "total"};
constexpr std::array kind_words{"range", "cause", "question"};

template <class Code, std::size_t size>
Code code_in(const Json& word, const std::array<const char*, size>& words) {
  return word_in(word, [&](const std::string& text) -> std::optional<Code> {
    for (std::size_t i = 0; i < size; ++i) {
      if (text == words[i]) return static_cast<Code>(i);
    }
    return std::nullopt;
  });
}

Json amounts_part(const std::vector<Money>& amounts) {
  Json part = Json::array();
  for (const Money amount : amounts) part.push_back(amount.fen());
  return part;
}

std::vector<Money> amounts_in(const Json& part) {
  std::vector<Money> amounts;
  for (const Json& fen : part) amounts.push_back(money_in(fen));
  return amounts;
}

Json figure_part(const BandFigure& figure, const BandResult& bands) {
  Json part;
  part["of"] = figure_words[static_cast<std::size_t>(figure.of)];
  part["id"] = figure.id;
  part["name"] = figure.name;
  part["estimate_fen"] = figure.estimate.fen();
  part["budget_fen"] = figure.budget ? Json(figure.budget->fen()) : Json(nullptr);
  part["mean_fen"] = figure.mean.fen();
  part["p10_fen"] = figure.p10.fen();
  part["p50_fen"] = figure.p50.fen();
  part["p90_fen"] = figure.p90.fen();
  part["p95_fen"] = figure.p95.fen();
  part["over"] = or_null(figure.over);
  part["reserve_90_fen"] = figure.budget ? Json(figure.reserve_90.fen()) : Json(nullptr);
  part["deciding"] = Json::array();
  for (const std::size_t k : figure.deciding) part["deciding"].push_back(bands.assumptions[k].path);
  return part;
}

Json answer_part(const BandAnswer& answer) {
  Json part;
  part["id"] = answer.id;
  part["name"] = answer.name;
  part["name_en"] = answer.name_en;
  part["weight"] = answer.weight;
  part["reason"] = answer.reason;
  part["amounts_fen"] = amounts_part(answer.amounts);
  part["before_fen"] = amounts_part(answer.before);
  return part;
}

Json assumption_part(const BandAssumption& assumption) {
  Json part;
  part["kind"] = kind_words[static_cast<std::size_t>(assumption.kind)];
  part["path"] = assumption.path;
  part["name"] = assumption.name;
  part["name_en"] = assumption.name_en;
  part["low"] = assumption.low;
  part["base"] = assumption.base;
  part["high"] = assumption.high;
  part["source"] = assumption.source;
  part["least_fen"] = Json::array();
  part["most_fen"] = Json::array();
  for (const BandEffect& effect : assumption.effects) {
    part["least_fen"].push_back(effect.least.fen());
    part["most_fen"].push_back(effect.most.fen());
  }
  part["answers"] = Json::array();
  for (const BandAnswer& answer : assumption.answers) part["answers"].push_back(answer_part(answer));
  return part;
}

BandAssumption assumption_in(const Json& part) {
  BandAssumption assumption;
  assumption.kind = code_in<BandAssumption::Kind>(part.at("kind"), kind_words);
  assumption.path = part.at("path").get<std::string>();
  assumption.name = part.at("name").get<std::string>();
  assumption.name_en = part.at("name_en").get<std::string>();
  assumption.low = part.at("low").get<std::string>();
  assumption.base = part.at("base").get<std::string>();
  assumption.high = part.at("high").get<std::string>();
  assumption.source = part.at("source").get<std::string>();
  const std::vector<Money> least = amounts_in(part.at("least_fen"));
  const std::vector<Money> most = amounts_in(part.at("most_fen"));
  for (std::size_t f = 0; f < least.size() && f < most.size(); ++f) assumption.effects.push_back({least[f], most[f]});
  for (const Json& entry : part.at("answers")) {
    assumption.answers.push_back({entry.at("id").get<std::string>(), entry.at("name").get<std::string>(),
                                  entry.at("name_en").get<std::string>(), entry.at("reason").get<std::string>(),
                                  entry.at("weight").get<double>(), amounts_in(entry.at("amounts_fen")),
                                  amounts_in(entry.at("before_fen"))});
  }
  return assumption;
}

BandFigure figure_in(const Json& part, const BandResult& bands) {
  BandFigure figure;
  figure.of = code_in<BandFigure::Of>(part.at("of"), figure_words);
  figure.id = part.at("id").get<std::string>();
  figure.name = part.at("name").get<std::string>();
  figure.estimate = money_in(part.at("estimate_fen"));
  figure.budget = money_or_none(part.at("budget_fen"));
  figure.mean = money_in(part.at("mean_fen"));
  figure.p10 = money_in(part.at("p10_fen"));
  figure.p50 = money_in(part.at("p50_fen"));
  figure.p90 = money_in(part.at("p90_fen"));
  figure.p95 = money_in(part.at("p95_fen"));
  figure.over = number_or_none(part.at("over"));
  figure.reserve_90 = money_or_none(part.at("reserve_90_fen")).value_or(Money{});
  for (const Json& path : part.at("deciding")) {
    for (std::size_t k = 0; k < bands.assumptions.size(); ++k) {
      if (bands.assumptions[k].path == path.get<std::string>()) figure.deciding.push_back(k);
    }
  }
  return figure;
}

}  // namespace

Json bands_part(const BandResult& bands) {
  Json part;
  part["year"] = bands.year;
  part["draws"] = bands.draws;
  part["figures"] = Json::array();
  for (const BandFigure& figure : bands.figures) part["figures"].push_back(figure_part(figure, bands));
  part["assumptions"] = Json::array();
  for (const BandAssumption& assumption : bands.assumptions) part["assumptions"].push_back(assumption_part(assumption));
  part["unranged"] = Json::array();
  for (const UnrangedAssumption& one : bands.unranged) {
    part["unranged"].push_back({{"path", one.path},
                                {"name", one.name},
                                {"value", one.value},
                                {"lines", one.lines},
                                {"rests_fen", one.rests.fen()}});
  }
  return part;
}

BandResult bands_in(const Json& part) {
  BandResult bands;
  bands.year = part.at("year").get<int>();
  bands.draws = part.at("draws").get<std::uint32_t>();
  for (const Json& entry : part.at("assumptions")) bands.assumptions.push_back(assumption_in(entry));
  for (const Json& entry : part.at("figures")) bands.figures.push_back(figure_in(entry, bands));
  for (const Json& entry : part.at("unranged")) {
    bands.unranged.push_back({entry.at("path").get<std::string>(), entry.at("name").get<std::string>(),
                              entry.at("value").get<std::string>(), entry.at("lines").get<std::vector<std::string>>(),
                              money_in(entry.at("rests_fen"))});
  }
  return bands;
}

}  // namespace disburse
