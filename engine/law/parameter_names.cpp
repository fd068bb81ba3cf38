#include "engine/law/parameter_names.hpp"

#include <algorithm>
#include <functional>

namespace disburse {
namespace {

using Fits = std::function<bool(const std::string& name)>;

bool contains(const std::string& whole, const std::string& part) { return whole.find(part) != std::string::npos; }

/// `belonging`: and those that belong to what is called by `text`, whose noun stands last: 民族团结奖 of
/// 企业退休职工民族团结奖.
std::vector<const NamedPath*> those_that(const std::vector<NamedPath>& known, const Fits& fits, const std::string& text,
                                         bool belonging) {
  std::vector<const NamedPath*> found;
  for (const NamedPath& one : known) {
    if (fits(one.name) || (!one.name_en.empty() && fits(one.name_en)) || (belonging && one.of.ends_with(text)))
      found.push_back(&one);
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

/// Bytes of the longest piece that both have.
std::size_t shared_piece(const std::string& one, const std::string& other) {
  std::size_t longest = 0;
  for (std::size_t i = 0; i + longest < one.size(); ++i) {
    while (i + longest < one.size() && contains(other, one.substr(i, longest + 1))) ++longest;
  }
  return longest;
}

/// Those that have the longest piece in common with `text`: 养老金调整的公布月份 for 调整的公布和补发月份. None where
/// it is shorter than three characters, which names share by chance.
std::vector<const NamedPath*> alike(const std::string& text, const std::vector<NamedPath>& known) {
  constexpr std::size_t three_characters = 9;  // in UTF-8
  std::size_t longest = three_characters;
  std::vector<const NamedPath*> found;
  for (const NamedPath& one : known) {
    const std::size_t shared = shared_piece(one.name, text);
    if (shared < longest) continue;
    if (shared > longest) found.clear();
    longest = shared;
    found.push_back(&one);
  }
  return found;
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
  const std::pair<Fits, bool> readings[] = {{[&](const std::string& name) { return name == text; }, false},
                                            {[&](const std::string& name) { return name.starts_with(text); }, true},
                                            {[&](const std::string& name) { return contains(name, text); }, true}};
  for (const auto& [fits, belonging] : readings) {
    const std::vector<const NamedPath*> found = those_that(known, fits, text, belonging);
    if (found.size() == 1) return found.front()->path;
    if (found.empty()) continue;
    errors.add(place, text, "{} parameters are called so"_m(found.size()), "a change is of one of them"_m,
               "Write one of: {}"_m(choices(found)));
    return "";
  }
  const std::string near = nearest(text, known);
  const std::vector<const NamedPath*> like = near.empty() ? alike(text, known) : std::vector<const NamedPath*>();
  errors.add(place, text, "there is no parameter of this name"_m, "an override of nothing would change nothing"_m,
             !near.empty()  ? "Did you mean {}?"_m(near)
             : like.empty() ? "See disburse list parameters"_m
                            : "Write one of: {}"_m(choices(like)));
  return "";
}

std::string with_names(const std::string& text, const ParameterTree& law) {
  constexpr const char* letters = "abcdefghijklmnopqrstuvwxyz0123456789_.";
  std::string named;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of(letters, at), text.size());
    if (end == at) {
      named += text[at++];
      continue;
    }
    const std::string word = text.substr(at, end - at);
    const Parameter* parameter = law.find(word);
    named += parameter == nullptr ? word : parameter->name;
    at = end;
  }
  return named;
}

}  // namespace disburse
