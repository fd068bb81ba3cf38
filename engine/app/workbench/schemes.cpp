#include "engine/app/workbench/schemes.hpp"

#include <algorithm>

#include "engine/app/loading/set_options.hpp"
#include "engine/base/reject.hpp"
#include "engine/support/files.hpp"
#include "engine/support/publication.hpp"
#include "outputs/run/scenario_toml.hpp"
#include "scenarios/library/scenario_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

void check_name(const std::string& name) {
  if (!is_scheme_name(name))
    reject_option("name", "\"{}\" cannot be a file's name"_m(name), "the scheme is kept under its name"_m,
                  "Leave out signs such as / : * ? . +"_m);
}

std::string line(const std::string& key, const std::string& value) { return key + " = " + toml_quoted(value) + "\n"; }

}  // namespace

bool is_scheme_name(const std::string& name) {
  constexpr std::size_t longest = 80;
  if (name.empty() || name.size() > longest || name.front() == '.' || name.front() == '-' || name.front() == ' ')
    return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    constexpr unsigned char first_printable = 0x20, deletion = 0x7F;
    const auto code = static_cast<unsigned char>(c);
    return code >= first_printable && code != deletion &&
           std::string_view("/\\:*?\"<>|+=.").find(c) == std::string_view::npos;
  });
}

std::vector<std::string> Schemes::names() const { return list_scenarios(folder_); }

fs::path Schemes::file_of(const std::string& name) const {
  if (!is_scheme_name(name)) return {};
  fs::path file = folder_ / (name + ".toml");
  std::error_code ignored;
  return fs::is_regular_file(file, ignored) ? file : fs::path();
}

std::string Schemes::located(const std::string& scenario) const {
  std::string whole;
  for (std::size_t begin = 0; begin <= scenario.size();) {
    const std::size_t end = std::min(scenario.find('+', begin), scenario.size());
    const std::string part = scenario.substr(begin, end - begin);
    begin = end + 1;
    check_name(part);
    const bool of_library = fs::exists(library_ / (part + ".toml"));
    const fs::path own = of_library ? fs::path() : file_of(part);
    whole += (whole.empty() ? "" : "+") + (own.empty() ? part : own.string());
  }
  return whole;
}

std::string Schemes::toml_of(const SchemeRequest& request) {
  check_name(request.name);
  if (request.sets.empty())
    reject_option("sets", "nothing is changed"_m, "a scheme is what differs from its scenario"_m,
                  "Move something first"_m);
  InputErrors errors;
  const std::vector<Override> changes = read_sets(request.sets, errors);
  throw_if_any(Door::command_line, std::move(errors));
  std::string text =
      line("schema", "disburse/scenario/1") + line("name", request.name) + line("extends", request.scenario);
  text += line("title", request.title.empty() ? request.name : request.title);
  text += line("author", request.author.empty() ? "-" : request.author);
  text += line("reference", request.reason.empty() ? "-" : request.reason);
  if (!request.horizon.empty()) text += line("horizon", request.horizon);
  for (const Override& change : changes) {
    text += "\n[[override]]\n" + line("path", change.path) + line("value", change.value);
    if (change.from) text += line("from", to_string(*change.from));
    if (change.until) text += line("until", to_string(*change.until));
    text += line("reason", request.reason.empty() ? request.name : request.reason);
  }
  return text;
}

fs::path Schemes::save(const SchemeRequest& request, bool replace) const {
  const std::string text = toml_of(request);
  const fs::path file = folder_ / (request.name + ".toml");
  const bool of_library = fs::exists(library_ / (request.name + ".toml"));
  if (of_library || (!replace && fs::exists(file)))
    reject_option("name", "there is a scenario named {} already"_m(request.name), "one name is for one scenario"_m,
                  "Choose another name"_m);
  if (fs::create_directories(folder_)) fs::permissions(folder_, fs::perms::owner_all);
  publish_file(file, text);
  return file;
}

}  // namespace disburse
