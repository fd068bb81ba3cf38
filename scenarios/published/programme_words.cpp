#include "scenarios/published/programme_words.hpp"

#include <algorithm>

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

WordPattern read_pattern(TomlTable& table) { return {table.texts("words"), table.texts("without")}; }

}  // namespace

bool WordPattern::fits(const std::string& text) const {
  const auto holds = [&](const std::string& word) { return text.find(word) != std::string::npos; };
  return std::all_of(words.begin(), words.end(), holds) && std::none_of(without.begin(), without.end(), holds);
}

const ProgrammeWords::Programme* ProgrammeWords::programme(const std::string& project) const {
  const auto found = std::find_if(programmes.begin(), programmes.end(),
                                  [&](const Programme& one) { return one.pattern.fits(project); });
  return found == programmes.end() ? nullptr : &*found;
}

std::string ProgrammeWords::count(const std::string& programme, const std::string& indicator) const {
  const auto found = std::find_if(counts.begin(), counts.end(), [&](const Count& one) {
    return one.programme == programme && one.pattern.fits(indicator);
  });
  return found == counts.end() ? "" : found->count;
}

ProgrammeWords read_programme_words(const std::filesystem::path& file) {
  InputErrors errors;
  ProgrammeWords words;
  TomlDocument document(file, errors);
  TomlTable root = document.root();
  root.schema("disburse/programme-words/1");
  for (TomlTable& table : root.tables("programme")) {
    ProgrammeWords::Programme one{read_pattern(table), table.text("id"), {}, table.text("needs")};
    one.scheme = from_code<Scheme>(table.word("scheme", code_words<Scheme>())).value_or(Scheme::resident);
    table.finish();
    words.programmes.push_back(std::move(one));
  }
  for (TomlTable& table : root.tables("count")) {
    words.counts.push_back({read_pattern(table), table.text("programme"), table.text("count")});
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return words;
}

}  // namespace disburse
