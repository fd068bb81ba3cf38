// One TOML file over another: what the upper says stands in place of what the lower says. Each node keeps the file that
// it came from.
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

void lay_over(toml::table& lower, toml::table&& upper, const std::vector<NamedList>& lists);

const NamedList* named_list(std::string_view key, const std::vector<NamedList>& lists) {
  const auto found = std::find_if(lists.begin(), lists.end(), [&](const NamedList& each) { return each.list == key; });
  return found == lists.end() ? nullptr : &*found;
}

/// Empty for what is no table, or has no such name.
std::optional<std::string> name_of(const toml::node& entry, std::string_view key) {
  const toml::table* table = entry.as_table();
  return table == nullptr ? std::nullopt : (*table)[key].value_exact<std::string>();
}

toml::array::const_iterator place_for(const toml::array& lower, const NamedList& rule, const std::string& name) {
  if (rule.newcomers == NamedList::last) return lower.end();
  return std::find_if(lower.begin(), lower.end(), [&](const toml::node& entry) {
    return rule.newcomers == NamedList::sorted && name_of(entry, rule.name).value_or("") > name;
  });
}

void join(toml::array& lower, toml::array&& upper, const NamedList& rule, const std::vector<NamedList>& lists) {
  std::ptrdiff_t first = 0;  // where the next newcomer stands, if they come first
  for (toml::node& entry : upper) {
    const auto name = name_of(entry, rule.name);
    const auto same = std::find_if(lower.begin(), lower.end(),
                                   [&](const toml::node& other) { return name && name_of(other, rule.name) == name; });
    if (same == lower.end()) {
      const auto place =
          rule.newcomers == NamedList::first ? lower.cbegin() + first++ : place_for(lower, rule, name.value_or(""));
      lower.insert(place, std::move(entry));
    } else if (rule.newcomers == NamedList::sorted) {
      lower.replace(same, std::move(entry));
    } else {
      lay_over(*same->as_table(), std::move(*entry.as_table()), lists);
    }
  }
}

void lay_over(toml::table& lower, toml::table&& upper, const std::vector<NamedList>& lists) {
  for (auto&& [key, node] : upper) {
    toml::node* below = lower.get(key.str());
    const NamedList* rule = named_list(key.str(), lists);
    if (below != nullptr && below->is_table() && node.is_table()) {
      lay_over(*below->as_table(), std::move(*node.as_table()), lists);
    } else if (rule != nullptr && below != nullptr && below->is_array() && node.is_array()) {
      join(*below->as_array(), std::move(*node.as_array()), *rule, lists);
    } else {
      lower.insert_or_assign(key, std::move(node));
    }
  }
}

}  // namespace

void TomlDocument::lay(TomlDocument upper, const std::vector<NamedList>& lists) {
  parsed_ = parsed_ && upper.parsed_;
  lay_over(*table_, std::move(*upper.table_), lists);
}

}  // namespace disburse
