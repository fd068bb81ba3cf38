#include "engine/support/toml_reader.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "engine/support/files.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = 4u << 20;

Place place_of(const std::string& file, const toml::node& node) {
  const auto& begin = node.source().begin;
  return {file, static_cast<int>(begin.line), static_cast<int>(begin.column)};
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

std::string TomlTable::full(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

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
    errors_->add(place(), full(key), "the key is missing", "it is required here", "Add " + key + " = " + kind);
  }
  return node;
}

void TomlTable::wrong_type(const std::string& key, const char* wanted) {
  reject(key, "the value has the wrong type", std::string("wanted is ") + wanted, "Write it as " + std::string(wanted));
}

void TomlTable::reject(const std::string& key, std::string problem, std::string why, std::string remedy) {
  errors_->add(place(key), full(key), std::move(problem), std::move(why), std::move(remedy));
}

std::optional<std::string> TomlTable::optional_text(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (auto value = node->value_exact<std::string>()) return value;
  wrong_type(key, "a string in quotes");
  return std::nullopt;
}

std::string TomlTable::text(const std::string& key) {
  if (need(key, "\"...\"") == nullptr) return {};
  const std::size_t before = errors_->size();
  const auto value = optional_text(key);
  if (errors_->size() == before && value->empty()) {
    reject(key, "the text is empty", "a text is required here", "Write what it stands for");
  }
  return value.value_or("");
}

std::optional<std::string> TomlTable::optional_word(const std::string& key, const std::vector<std::string>& allowed) {
  auto text = optional_text(key);
  if (!text || std::find(allowed.begin(), allowed.end(), *text) != allowed.end()) return text;
  std::string list;
  for (const std::string& each : allowed) list += (list.empty() ? "" : ", ") + each;
  const std::string near = nearest_name(*text, allowed);
  reject(key, "\"" + *text + "\" is not one of the allowed words", "they are " + list,
         near.empty() ? "Write one of them" : "Did you mean " + near + "?");
  return std::nullopt;
}

std::string TomlTable::word(const std::string& key, const std::vector<std::string>& allowed) {
  return need(key, "\"...\"") == nullptr ? "" : optional_word(key, allowed).value_or("");
}

void TomlTable::schema(const std::string& expected) {
  const std::string found = text("schema");
  if (found.empty() || found == expected) return;
  reject("schema", "\"" + found + "\" is another kind of file or another version", "here stands " + expected,
         "Write schema = \"" + expected + "\", or move the file to where it belongs");
}

std::optional<std::int64_t> TomlTable::optional_integer(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<std::int64_t>()) return value;
  wrong_type(key, "a whole number");
  return std::nullopt;
}

std::int64_t TomlTable::integer(const std::string& key) {
  return need(key, "0") == nullptr ? 0 : optional_integer(key).value_or(0);
}

std::optional<bool> TomlTable::optional_flag(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<bool>()) return value;
  wrong_type(key, "true or false");
  return std::nullopt;
}

std::optional<Month> TomlTable::optional_month(const std::string& key) {
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  if (const auto value = Month::parse(*text)) return value;
  reject(key, "\"" + *text + "\" is no month", "months are written as year and month", "Write it as \"2024-01\"");
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
    reject(key, to_string(day) + " is out of range", "years run from 1800 to 2200", "Mend the year");
    return std::nullopt;
  }
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  if (const auto value = Date::parse(*text)) return value;
  reject(key, "\"" + *text + "\" is no day", "a day is year, month and day and must exist",
         "Write it as \"2024-07-01\"");
  return std::nullopt;
}

Date TomlTable::date(const std::string& key) {
  return need(key, "\"2024-07-01\"") == nullptr ? Date{} : optional_date(key).value_or(Date{});
}

std::optional<Money> TomlTable::optional_wan(const std::string& key) {
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  if (const auto value = parse_wan(*text)) return value;
  reject(key, "\"" + *text + "\" is no amount in 万元", "amounts are decimal texts, exact to the fen",
         "Write it as \"37355.53\"");
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
    wrong_type(key, "an array of strings");
    return values;
  }
  for (const toml::node& item : *array) {
    if (const auto value = item.value_exact<std::string>()) {
      values.push_back(*value);
    } else {
      errors_->add(place_of(file_, item), full(key), "an entry is no string", "the array holds strings",
                   "Put it in quotes");
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
    wrong_type(key, "an array of arrays of strings");
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
      errors_->add(place_of(file_, line), full(key), "a row is no array of strings", "each row is an array of strings",
                   "Write it as [\"...\", \"...\"]");
    }
  }
  return result;
}

std::optional<TomlTable> TomlTable::optional_table(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const toml::table* inner = node->as_table()) return TomlTable(*inner, file_, full(key), *errors_);
  wrong_type(key, "a table");
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
    wrong_type(key, "an array of tables");
    return result;
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    const toml::table* inner = array->get(i)->as_table();
    if (inner != nullptr) {
      result.emplace_back(*inner, file_, full(key) + "[" + std::to_string(i + 1) + "]", *errors_);
    } else {
      errors_->add(place_of(file_, *array->get(i)), full(key), "an entry is no table", "the array holds tables",
                   "Write it as { ... }");
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
    reject(key, "the key is not known here", "a misspelt key would be ignored in silence",
           near.empty() ? "Remove it" : "Did you mean " + near + "?");
  }
}

TomlDocument::TomlDocument(const std::filesystem::path& path, InputErrors& errors)
    : name_(path.string()), errors_(&errors), table_(std::make_unique<toml::table>()) {
  try {
    bytes_ = read_file(path, largest_file);
  } catch (const std::exception& error) {
    errors.add({name_, 0, 0}, "", std::string("cannot be read: ") + error.what(), "nothing can be computed without it",
               "Check the name and the permissions");
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
    errors_->add({name_, line_at(bytes_, offset), 0}, "", "the text is no UTF-8", "TOML files are UTF-8",
                 "Save the file as UTF-8");
    return;
  }
  try {
    *table_ = toml::parse(std::string_view(bytes_), std::string_view(name_));
    parsed_ = true;
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    errors_->add({name_, static_cast<int>(begin.line), static_cast<int>(begin.column)}, "",
                 "is no valid TOML: " + std::string(error.description()), "nothing after this place was read",
                 "Mend this line first");
  }
}

TomlTable TomlDocument::root() { return {*table_, name_, "", *errors_}; }

}  // namespace disburse
