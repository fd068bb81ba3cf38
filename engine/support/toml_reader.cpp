#include "engine/support/toml_reader.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "engine/parsing/toml_depth.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = 4u << 20;

/// A node of a file that was laid over this one names that file.
Place place_of(const std::string& file, const toml::node& node) {
  const auto& begin = node.source().begin;
  const auto& path = node.source().path;
  return {path ? *path : file, static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

int line_at(std::string_view bytes, std::size_t offset) {
  return 1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

const toml::table& empty_table() {
  static const toml::table table;
  return table;
}

}  // namespace

TomlTable::TomlTable(const toml::table& table, std::string file, std::string path, InputErrors& errors)
    : table_(&table), file_(std::move(file)), path_(std::move(path)), errors_(&errors) {}

std::string TomlTable::full(const std::string& key) const {
  if (path_.empty() || key.empty()) return path_ + key;
  return path_ + "." + key;
}

Place TomlTable::place() const {
  Place place = place_of(file_, *table_);
  if (place.line == 0) place.line = 1;
  return place;
}

Place TomlTable::place(const std::string& key) const {
  const toml::node* node = table_->get(key);
  return node == nullptr ? place() : place_of(file_, *node);
}

bool TomlTable::has(const std::string& key) const { return table_->contains(key); }

const toml::node* TomlTable::find(const std::string& key) {
  asked_.insert(key);
  return table_->get(key);
}

const toml::node* TomlTable::need(const std::string& key, const char* kind) {
  const toml::node* node = find(key);
  if (node == nullptr) {
    errors_->add(place(), full(key), "the key is missing"_m, "it is required here"_m, "Add {} = {}"_m(key, kind));
  }
  return node;
}

void TomlTable::wrong_type(const std::string& key, const Message& wanted) {
  reject(key, "the value has the wrong type"_m, "wanted is {}"_m(wanted), "Write it as {}"_m(wanted));
}

void TomlTable::reject(const std::string& key, Message problem, Message why, Message remedy) {
  errors_->add(place(key), full(key), std::move(problem), std::move(why), std::move(remedy));
}

std::optional<std::string> TomlTable::optional_text(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (auto value = node->value_exact<std::string>()) return value;
  wrong_type(key, "a string in quotes"_m);
  return std::nullopt;
}

std::string TomlTable::text(const std::string& key) {
  if (need(key, "\"...\"") == nullptr) return {};
  const std::size_t before = errors_->size();
  const auto value = optional_text(key);
  if (errors_->size() == before && value->empty()) {
    reject(key, "the text is empty"_m, "a text is required here"_m, "Write what it stands for"_m);
  }
  return value.value_or("");
}

std::optional<std::string> TomlTable::optional_word(const std::string& key, const std::vector<std::string>& allowed) {
  auto text = optional_text(key);
  if (!text || std::find(allowed.begin(), allowed.end(), *text) != allowed.end()) return text;
  std::string list;
  for (const std::string& each : allowed) list += (list.empty() ? "" : ", ") + each;
  const std::string near = nearest_name(*text, allowed);
  reject(key, "\"{}\" is not one of the allowed words"_m(*text), "they are {}"_m(list),
         near.empty() ? "Write one of them"_m : "Did you mean {}?"_m(near));
  return std::nullopt;
}

std::string TomlTable::word(const std::string& key, const std::vector<std::string>& allowed) {
  return need(key, "\"...\"") == nullptr ? "" : optional_word(key, allowed).value_or("");
}

void TomlTable::schema(const std::string& expected) {
  const std::string found = text("schema");
  if (found.empty() || found == expected) return;
  reject("schema", "\"{}\" is another kind of file or another version"_m(found), "here stands {}"_m(expected),
         "Write schema = \"{}\", or move the file to where it belongs"_m(expected));
}

std::optional<std::int64_t> TomlTable::optional_integer(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<std::int64_t>()) return value;
  wrong_type(key, "a whole number"_m);
  return std::nullopt;
}

std::int64_t TomlTable::integer(const std::string& key) {
  return need(key, "0") == nullptr ? 0 : optional_integer(key).value_or(0);
}

std::optional<bool> TomlTable::optional_flag(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<bool>()) return value;
  wrong_type(key, "true or false"_m);
  return std::nullopt;
}

std::optional<Month> TomlTable::optional_month(const std::string& key) {
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  if (const auto value = Month::parse(*text)) return value;
  reject(key, "\"{}\" is no month"_m(*text), "months are written as year and month"_m, "Write it as \"2024-01\""_m);
  return std::nullopt;
}

Month TomlTable::month(const std::string& key) {
  return need(key, "\"2024-01\"") == nullptr ? Month::none() : optional_month(key).value_or(Month::none());
}

std::optional<Date> TomlTable::optional_date(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* date = node->as_date()) {
    const Date day{date->get().year, date->get().month, date->get().day};
    if (Date::parse(to_string(day))) return day;
    reject(key, "{} is out of range"_m(to_string(day)), "years run from 1800 to 2200"_m, "Mend the year"_m);
    return std::nullopt;
  }
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  if (const auto value = Date::parse(*text)) return value;
  reject(key, "\"{}\" is no day"_m(*text), "a day is year, month and day and must exist"_m,
         "Write it as \"2024-07-01\""_m);
  return std::nullopt;
}

Date TomlTable::date(const std::string& key) {
  return need(key, "\"2024-07-01\"") == nullptr ? Date{} : optional_date(key).value_or(Date{});
}

std::optional<Money> TomlTable::optional_wan(const std::string& key) {
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  if (const auto value = parse_wan(*text)) return value;
  reject(key, "\"{}\" is no amount in units of 10,000 yuan"_m(*text), "amounts are decimal texts, exact to the fen"_m,
         "Write it as \"12345.67\""_m);
  return std::nullopt;
}

Money TomlTable::wan(const std::string& key) {
  return need(key, "\"0.00\"") == nullptr ? Money{} : optional_wan(key).value_or(Money{});
}

std::vector<std::string> TomlTable::texts(const std::string& key) {
  std::vector<std::string> values;
  const toml::node* node = find(key);
  if (node == nullptr) return values;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    wrong_type(key, "an array of strings"_m);
    return values;
  }
  for (const toml::node& item : *array) {
    if (const auto value = item.value_exact<std::string>()) {
      values.push_back(*value);
    } else {
      errors_->add(place_of(file_, item), full(key), "an entry is no string"_m, "the array holds strings"_m,
                   "Put it in quotes"_m);
    }
  }
  return values;
}

std::vector<std::vector<std::string>> TomlTable::rows(const std::string& key) {
  std::vector<std::vector<std::string>> result;
  const toml::node* node = find(key);
  if (node == nullptr) return result;
  const toml::array* outer = node->as_array();
  if (outer == nullptr) {
    wrong_type(key, "an array of arrays of strings"_m);
    return result;
  }
  for (const toml::node& line : *outer) {
    const toml::array* inner = line.as_array();
    std::vector<std::string> row;
    bool good = inner != nullptr;
    for (std::size_t i = 0; good && i < inner->size(); ++i) {
      const auto value = inner->get(i)->value_exact<std::string>();
      good = value.has_value();
      if (good) row.push_back(*value);
    }
    if (good) {
      result.push_back(std::move(row));
    } else {
      errors_->add(place_of(file_, line), full(key), "a row is no array of strings"_m,
                   "each row is an array of strings"_m, "Write it as [\"...\", \"...\"]"_m);
    }
  }
  return result;
}

std::optional<TomlTable> TomlTable::optional_table(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const toml::table* inner = node->as_table()) return TomlTable(*inner, file_, full(key), *errors_);
  wrong_type(key, "a table"_m);
  return std::nullopt;
}

TomlTable TomlTable::table(const std::string& key) {
  if (need(key, "{ ... }") != nullptr) {
    if (auto inner = optional_table(key)) return *inner;
  }
  return {empty_table(), file_, full(key), *errors_};
}

std::vector<TomlTable> TomlTable::tables(const std::string& key) {
  std::vector<TomlTable> result;
  const toml::node* node = find(key);
  if (node == nullptr) return result;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    wrong_type(key, "an array of tables"_m);
    return result;
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    const toml::table* inner = array->get(i)->as_table();
    if (inner != nullptr) {
      result.emplace_back(*inner, file_, full(key) + "[" + std::to_string(i + 1) + "]", *errors_);
    } else {
      errors_->add(place_of(file_, *array->get(i)), full(key), "an entry is no table"_m, "the array holds tables"_m,
                   "Write it as { ... }"_m);
    }
  }
  return result;
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, value] : *table_) names.emplace_back(key.str());
  std::sort(names.begin(), names.end());
  return names;
}

void TomlTable::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const std::string& key : keys()) {
    if (asked_.contains(key)) continue;
    const std::string near = nearest_name(key, known);
    reject(key, "the key is not known here"_m, "a misspelt key would be ignored in silence"_m,
           near.empty() ? "Remove it"_m : "Did you mean {}?"_m(near));
  }
}

TomlDocument::TomlDocument(const std::filesystem::path& path, InputErrors& errors)
    : name_(path.string()), errors_(&errors), table_(std::make_unique<toml::table>()) {
  try {
    bytes_ = read_file(path, largest_file);
  } catch (const std::exception& error) {
    errors.add({name_, 0, 0}, "", "cannot be read: {}"_m(message_of(error)), "nothing can be computed without it"_m,
               "Check the name and the permissions"_m);
    return;
  }
  parse();
}

TomlDocument::TomlDocument(std::string_view bytes, std::string name, InputErrors& errors)
    : bytes_(bytes), name_(std::move(name)), errors_(&errors), table_(std::make_unique<toml::table>()) {
  parse();
}

TomlDocument::~TomlDocument() = default;
TomlDocument::TomlDocument(TomlDocument&&) noexcept = default;
TomlDocument& TomlDocument::operator=(TomlDocument&&) noexcept = default;

void TomlDocument::parse() {
  std::size_t offset = 0;
  if (!is_utf8(bytes_, offset)) {
    errors_->add({name_, line_at(bytes_, offset), 0}, "", "the text is no UTF-8"_m, "TOML files are UTF-8"_m,
                 "Save the file as UTF-8"_m);
    return;
  }
  if (const int deep = line_of_deep_name(bytes_); deep != 0) {
    errors_->add({name_, deep, 0}, "", "a name has more than {} parts"_m(most_name_parts),
                 "no key of this program lies so deep"_m, "Mend the line"_m);
    return;
  }
  try {
    *table_ = toml::parse(std::string_view(bytes_), std::string_view(name_));
    parsed_ = true;
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    errors_->add({name_, static_cast<int>(begin.line), static_cast<int>(begin.column)}, "",
                 "is no valid TOML: {}"_m(error.description()), "nothing after this place was read"_m,
                 "Mend this line first"_m);
  }
}

TomlTable TomlDocument::root() { return {*table_, name_, "", *errors_}; }

}  // namespace disburse
