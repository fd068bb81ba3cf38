#include "scenarios/library/parameter_names.hpp"

#include <algorithm>
#include <functional>

namespace disburse {
namespace {

using Fits = std::function<bool(const std::string& name)>;

std::vector<const NamedPath*> those_that(const std::vector<NamedPath>& known, const Fits& fits) {
  std::vector<const NamedPath*> found;
  for (const NamedPath& one : known) {
    if (fits(one.name) || (!one.name_en.empty() && fits(one.name_en))) found.push_back(&one);
  }
  return found;
}

Message choices(const std::vector<const NamedPath*>& found) {
  constexpr std::size_t most = 8;
  std::vector<Message> parts;
  for (const NamedPath* one : found) {
    if (parts.size() == most) break;
    parts.push_back("{} ({})"_m(one->path, Message::named(one->name, one->name_en)));
  }
  return joined(parts, "; "_m);
}

std::string nearest(const std::string& text, const std::vector<NamedPath>& known) {
  std::vector<std::string> names;
  for (const NamedPath& one : known) names.push_back(one.name);
  for (const NamedPath& one : known) names.push_back(one.name_en);
  return nearest_name(text, names);
}

}  // namespace

std::vector<NamedPath> named_paths(const ParameterTree& law) {
  std::vector<NamedPath> known;
  for (const auto& [path, parameter] : law.all()) known.push_back({path, parameter.name, parameter.name_en});
  return known;
}

bool is_path(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

std::string path_of(const std::string& text, const std::vector<NamedPath>& known, const Place& place,
                    InputErrors& errors) {
  if (is_path(text)) return text;
  for (const Fits& fits : {Fits([&](const std::string& name) { return name == text; }),
                           Fits([&](const std::string& name) { return name.starts_with(text); }),
                           Fits([&](const std::string& name) { return name.find(text) != std::string::npos; })}) {
    const std::vector<const NamedPath*> found = those_that(known, fits);
    if (found.size() == 1) return found.front()->path;
    if (found.empty()) continue;
    errors.add(place, text, "{} parameters are called so"_m(found.size()), "a change is of one of them"_m,
               "Write one of: {}"_m(choices(found)));
    return "";
  }
  const std::string near = nearest(text, known);
  errors.add(place, text, "there is no parameter of this name"_m, "an override of nothing would change nothing"_m,
             near.empty() ? "See disburse list parameters"_m : "Did you mean {}?"_m(near));
  return "";
}

}  // namespace disburse
