#include "engine/evaluation/study_input.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>

namespace disburse {
namespace {

constexpr double outermost = 1e-4;  // probability beyond which a value is not followed
constexpr int places = 9;

MovedNumber moved_number(const ParameterTree& law, const std::string& path, Month month,
                         const std::string& distribution, double low, double high) {
  const Parameter& parameter = *law.find(path);
  constexpr double inf = std::numeric_limits<double>::infinity();
  const double base = number_of(law.at(path, month).value);
  return {path,
          distribution,
          low < high ? ShapeQuantile(distribution, low, base, high) : ShapeQuantile(),
          parameter.unit,
          low,
          base,
          high,
          parameter.minimum ? number_of(*parameter.minimum) : -inf,
          parameter.maximum ? number_of(*parameter.maximum) : inf,
          parameter.place};
}

Input range_input(const ParameterTree& law, const std::string& path, Month month) {
  const Parameter& parameter = *law.find(path);
  const Uncertainty& uncertainty = *parameter.uncertainty;
  Input input;
  input.path = path;
  input.name = parameter.name;
  input.name_en = parameter.name_en;
  input.source = uncertainty.source;
  input.numbers.push_back(moved_number(law, path, month, uncertainty.distribution, number_of(uncertainty.low),
                                       number_of(uncertainty.high)));
  const MovedNumber& number = input.numbers.front();
  input.low = number.low;
  input.base = number.base;
  input.high = number.high;
  input.least = number.least;
  input.most = number.most;
  return input;
}

Input cause_input(const ParameterTree& law, const CommonCause& cause, Month month) {
  Input input;
  input.kind = Input::Kind::cause;
  input.path = cause.id;
  input.name = cause.name;
  input.name_en = cause.name_en;
  input.source = cause.source;
  for (const CausedMove& move : cause.moves) {
    const Unit unit = law.find(move.path)->unit;
    input.numbers.push_back(moved_number(law, move.path, month, cause.distribution,
                                         number_of(parse_value(unit, move.low).value()),
                                         number_of(parse_value(unit, move.high).value())));
  }
  input.position = ShapeQuantile(cause.distribution, -1.0, 0.0, 1.0);
  input.low = -1.0;
  input.high = 1.0;
  input.least = input.position.at(outermost);
  input.most = input.position.at(1.0 - outermost);
  return input;
}

Input options_input(Input::Kind kind, const std::string& id, const std::string& name, const std::string& name_en) {
  Input input;
  input.kind = kind;
  input.path = id;
  input.name = name;
  input.name_en = name_en;
  return input;
}

void add_option(Input& input, std::vector<Override> changes, const std::string& name, const std::string& name_en) {
  input.options.push_back(std::move(changes));
  input.option_names.push_back(name);
  input.option_names_en.push_back(name_en);
  input.most = input.high = static_cast<double>(input.options.size() - 1);
}

Input question_input(const Question& question) {
  Input input = options_input(Input::Kind::question, question.id, question.name, question.name_en);
  for (const Answer& answer : question.answers) {
    add_option(input, answer.changes, answer.name, answer.name_en);
    input.weights.push_back(answer.weight.to_double());
    if (!input.source.empty()) input.source += "; ";
    input.source += answer.name + ": " + answer.reason;
  }
  return input;
}

std::size_t option_of(double number) { return std::isnan(number) ? 0 : static_cast<std::size_t>(std::lround(number)); }

}  // namespace

double MovedNumber::quantile(double u) const {
  const double inner = std::clamp(u, outermost, 1.0 - outermost);
  return std::clamp(shape.at(inner), least, most);
}

double MovedNumber::at(double position) const {
  const double end = position < 0.0 ? low : high;
  return std::clamp(base + std::abs(position) * (end - base), least, most);
}

Override MovedNumber::change(double number) const {
  return {path, number_text(unit, number, places), "a point of a study", "study", place};
}

double Input::value(double u) const {
  switch (kind) {
    case Kind::range: return numbers.front().quantile(u);
    case Kind::cause: return position.at(std::clamp(u, outermost, 1.0 - outermost));
    case Kind::lever: return 0.0;
    case Kind::question: break;
  }
  double reached = 0.0;
  for (std::size_t a = 0; a + 1 < weights.size(); ++a) {
    reached += weights[a];
    if (u < reached) return static_cast<double>(a);
  }
  return static_cast<double>(weights.size() - 1);
}

double Input::rounded(double number) const {
  if (has_options()) return std::round(number);
  if (kind == Kind::cause) return number;
  return std::strtod(number_text(numbers.front().unit, number, places).c_str(), nullptr);
}

std::vector<double> Input::ends() const {
  if (!has_options()) return {low, high};
  std::vector<double> ends;
  for (std::size_t option = 1; option < options.size(); ++option) ends.push_back(static_cast<double>(option));
  return ends;
}

std::vector<Override> Input::changes(double number) const {
  if (std::isnan(number)) return {};
  if (has_options()) return options[option_of(number)];
  if (kind == Kind::range) return {numbers.front().change(number)};
  std::vector<Override> changes;
  for (const MovedNumber& moved : numbers) changes.push_back(moved.change(moved.at(number)));
  return changes;
}

std::string Input::text(double number) const {
  if (has_options()) return option_names[option_of(number)];
  if (kind == Kind::range) return number_text(numbers.front().unit, number, places);
  std::string text;
  for (const MovedNumber& moved : numbers)
    text += (text.empty() ? "" : " / ") + number_text(moved.unit, moved.at(std::isnan(number) ? 0.0 : number), 4);
  return text;
}

std::vector<Input> study_inputs(const ParameterTree& law, const Unknowns& open, Month month) {
  const std::set<std::string> elsewhere = caused_paths(open);
  std::vector<Input> inputs;
  for (const auto& [path, parameter] : law.all()) {
    if (parameter.uncertainty && !elsewhere.contains(path)) inputs.push_back(range_input(law, path, month));
  }
  for (const CommonCause& cause : open.causes) inputs.push_back(cause_input(law, cause, month));
  for (const Question& question : open.questions) inputs.push_back(question_input(question));
  return inputs;
}

std::vector<Input> study_levers(const ParameterTree& law, const Unknowns& unknowns, int year) {
  std::vector<Input> inputs;
  for (const Lever& lever : unknowns.levers) {
    Input input = options_input(Input::Kind::lever, lever.id, lever.name, lever.name_en);
    add_option(input, {}, "", "");
    add_option(input, lever_changes(lever.low, law, year), lever.low_name, lever.low_name);
    add_option(input, lever_changes(lever.high, law, year), lever.high_name, lever.high_name);
    inputs.push_back(std::move(input));
  }
  return inputs;
}

std::vector<Override> changes_at(const std::vector<Input>& inputs, const std::vector<double>& values) {
  std::vector<Override> changes;
  std::map<std::string, std::pair<std::size_t, double>> caused;  // by path: where its change stands, its number so far
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    if (inputs[k].kind != Input::Kind::cause || std::isnan(values[k])) {
      for (Override& change : inputs[k].changes(values[k])) changes.push_back(std::move(change));
      continue;
    }
    for (const MovedNumber& number : inputs[k].numbers) {
      const double own = number.at(values[k]);
      const auto [held, first] = caused.try_emplace(number.path, changes.size(), own);
      if (first) {
        changes.push_back(number.change(own));
        continue;
      }
      auto& [at, so_far] = held->second;
      so_far = std::clamp(so_far + own - number.base, number.least, number.most);
      changes[at] = number.change(so_far);
    }
  }
  return changes;
}

}  // namespace disburse
