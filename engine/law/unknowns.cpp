#include "engine/law/unknowns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.hpp"
#include "engine/base/random.hpp"
#include "engine/law/shape_quantile.hpp"

namespace disburse {
namespace {

constexpr int rate_places = 9;
constexpr int december = 12;

std::string in_year(std::string text, int year) {
  for (const auto& [mark, number] : {std::pair<std::string, int>{"{year}", year}, {"{next}", year + 1}}) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.replace(at, mark.size(), std::to_string(number));
  }
  return text;
}

std::optional<Month> month_in(const std::string& text, int year) {
  if (text.empty()) return std::nullopt;
  const auto month = Month::parse(in_year(text, year));
  EXPECT(month.has_value());
  return month;
}

std::string scaled_value(const LeverChange& change, const ParameterTree& law, int year) {
  const auto factor = parse_value(Unit::rate, change.scale);
  EXPECT(factor.has_value());
  const double number = number_of(law.at(change.path, Month(year, december)).value);
  EXPECT(!std::isnan(number));
  return number_text(law.find(change.path)->unit, number * number_of(*factor), rate_places);
}

bool sets(const std::vector<Override>& overrides, const std::string& path) {
  return std::any_of(overrides.begin(), overrides.end(), [&](const Override& one) { return one.path == path; });
}

/// Checks paths and values against the law; says what is wrong with each.
class UnknownsCheck {
 public:
  UnknownsCheck(const ParameterTree& law, InputErrors& errors) : law_(law), errors_(errors) {}

  void question(const Question& question) {
    identified(question.id, question.place);
    Rate sum;
    for (const Answer& answer : question.answers) {
      sum = sum + answer.weight;
      for (const Override& change : answer.changes) value(change.path, change.value, change.place);
    }
    if (sum == Rate(1, 1)) return;
    errors_.add(question.place, "weight", "the weights of {} sum to {}"_m(question.id, to_string(sum)),
                "one of the answers is right"_m, "Make them sum to 1"_m);
  }
  void cause(const CommonCause& cause) {
    identified(cause.id, cause.place);
    for (const CausedMove& move : cause.moves) {
      if (!moved_.insert(cause.id + " " + move.path).second) {
        errors_.add(move.place, "path", "{} is moved twice by {}"_m(move.path, cause.id),
                    "one number of a cause has one low and one high"_m, "Keep one of them"_m);
      }
      value(move.path, move.low, move.place);
      value(move.path, move.high, move.place);
      const Parameter* parameter = law_.find(move.path);
      if (parameter == nullptr || parameter->values.empty() || !std::isnan(number_of(parameter->values.front().value)))
        continue;
      errors_.add(move.place, "path", "{} is no number"_m(move.path), "a cause moves numbers between low and high"_m,
                  "Ask a question with answers instead"_m);
    }
  }
  void lever(const Lever& lever) {
    identified(lever.id, lever.place);
    for (const auto* changes : {&lever.low, &lever.high}) {
      for (const LeverChange& change : *changes) {
        constexpr int any_year = 2024;
        value(change.path, change.scale.empty() ? in_year(change.value, any_year) : std::string(), change.place);
      }
    }
  }

 private:
  void identified(const std::string& id, const Place& place) {
    if (seen_.insert(id).second) return;
    errors_.add(place, "id", "{} stands twice"_m(id), "results name it"_m, "Give the second one another id"_m);
  }
  void value(const std::string& path, const std::string& text, const Place& place) {
    const Parameter* parameter = law_.find(path);
    if (parameter == nullptr) {
      const std::string near = nearest_name(path, law_.paths());
      errors_.add(place, "path", "there is no parameter {}"_m(path), "nothing would move"_m,
                  near.empty() ? "See disburse list parameters"_m : "Did you mean {}?"_m(near));
    } else if (!text.empty()) {
      ParameterTree tried = law_.subset({path});
      tried.override_value({path, text, "checked", "unknowns", place, std::nullopt, std::nullopt}, errors_);
    }
  }

  const ParameterTree& law_;
  InputErrors& errors_;
  std::set<std::string> seen_, moved_;
};

}  // namespace

std::vector<Override> lever_changes(const std::vector<LeverChange>& changes, const ParameterTree& law, int year) {
  std::vector<Override> overrides;
  for (const LeverChange& change : changes) {
    overrides.push_back({change.path,
                         change.scale.empty() ? in_year(change.value, year) : scaled_value(change, law, year), "lever",
                         "lever", change.place, month_in(change.from, year), month_in(change.until, year)});
  }
  return overrides;
}

Unknowns still_open(const Unknowns& unknowns, const std::vector<Override>& overrides) {
  Unknowns open;
  for (const Question& question : unknowns.questions) {
    const bool decided = std::any_of(question.answers.begin(), question.answers.end(), [&](const Answer& answer) {
      return std::any_of(answer.changes.begin(), answer.changes.end(),
                         [&](const Override& change) { return sets(overrides, change.path); });
    });
    if (!decided) open.questions.push_back(question);
  }
  for (CommonCause cause : unknowns.causes) {
    std::erase_if(cause.moves, [&](const CausedMove& move) { return sets(overrides, move.path); });
    if (!cause.moves.empty()) open.causes.push_back(std::move(cause));
  }
  open.levers = unknowns.levers;
  return open;
}

double number_of(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return static_cast<double>(money->fen()) / 100.0;
  if (const auto* rate = std::get_if<Rate>(&value)) {
    return static_cast<double>(rate->numerator()) / static_cast<double>(rate->denominator());
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::numeric_limits<double>::quiet_NaN();
}

std::set<std::string> caused_paths(const Unknowns& unknowns) {
  std::set<std::string> paths;
  for (const CommonCause& cause : unknowns.causes) {
    for (const CausedMove& move : cause.moves) paths.insert(move.path);
  }
  return paths;
}

std::set<std::string> moved_paths(const Unknowns& unknowns) {
  std::set<std::string> paths = caused_paths(unknowns);
  for (const Question& question : unknowns.questions) {
    for (const Answer& answer : question.answers) {
      for (const Override& change : answer.changes) paths.insert(change.path);
    }
  }
  return paths;
}

std::vector<Override> cause_changes(const CommonCause& cause, const ParameterTree& law, Month month, double position) {
  std::vector<Override> changes;
  for (const CausedMove& move : cause.moves) {
    const Parameter& parameter = *law.find(move.path);
    constexpr double inf = std::numeric_limits<double>::infinity();
    const double base = number_of(law.at(move.path, month).value);
    const double end = number_of(parse_value(parameter.unit, position < 0.0 ? move.low : move.high).value());
    const double value =
        std::clamp(base + std::abs(position) * (end - base), parameter.minimum ? number_of(*parameter.minimum) : -inf,
                   parameter.maximum ? number_of(*parameter.maximum) : inf);
    changes.push_back({move.path, number_text(parameter.unit, value, rate_places), "drawn", "uncertain", move.place});
  }
  return changes;
}

std::vector<Override> added_up(const std::vector<Override>& moved, const ParameterTree& law, Month month) {
  constexpr double inf = std::numeric_limits<double>::infinity();
  std::vector<Override> changes;
  for (const Override& one : moved) {
    const auto before =
        std::find_if(changes.begin(), changes.end(), [&](const Override& held) { return held.path == one.path; });
    if (before == changes.end()) {
      changes.push_back(one);
      continue;
    }
    const Parameter& parameter = *law.find(one.path);
    const auto number = [&](const std::string& text) { return number_of(parse_value(parameter.unit, text).value()); };
    const double sum = number(before->value) + number(one.value) - number_of(law.at(one.path, month).value);
    const double within = std::clamp(sum, parameter.minimum ? number_of(*parameter.minimum) : -inf,
                                     parameter.maximum ? number_of(*parameter.maximum) : inf);
    before->value = number_text(parameter.unit, within, rate_places);
  }
  return changes;
}

std::vector<Override> drawn_unknowns(const Unknowns& unknowns, const ParameterTree& law, Month month,
                                     std::uint64_t seed, std::uint32_t index) {
  const auto uniform = [&](const std::string& key) {
    constexpr double words = 4294967296.0;
    return (static_cast<double>(draw32(seed, Stream::assumption, draw_key(key), 0, index)) + 0.5) / words;
  };
  std::vector<Override> changes;
  const auto append = [&](const std::vector<Override>& more) {
    changes.insert(changes.end(), more.begin(), more.end());
  };
  for (const CommonCause& cause : unknowns.causes) {
    const ShapeQuantile position(cause.distribution, -1.0, 0.0, 1.0);
    append(cause_changes(cause, law, month, position.at(uniform("cause " + cause.id))));
  }
  changes = added_up(changes, law, month);
  for (const Question& question : unknowns.questions) {
    const double u = uniform("question " + question.id);
    std::size_t answer = 0;
    for (double reached = question.answers[0].weight.to_double(); answer + 1 < question.answers.size() && u >= reached;)
      reached += question.answers[++answer].weight.to_double();
    append(question.answers[answer].changes);
  }
  return changes;
}

void check_unknowns(const ParameterTree& law, const Unknowns& unknowns, InputErrors& errors) {
  UnknownsCheck check(law, errors);
  for (const Question& question : unknowns.questions) check.question(question);
  for (const CommonCause& cause : unknowns.causes) check.cause(cause);
  for (const Lever& lever : unknowns.levers) check.lever(lever);
}

}  // namespace disburse
