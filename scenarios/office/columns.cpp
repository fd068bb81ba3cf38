#include "scenarios/office/columns.hpp"

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

constexpr std::array<const char*, field_count> words{"identity",
                                                     "name",
                                                     "bank",
                                                     "phone",
                                                     "address",
                                                     "sex",
                                                     "birth",
                                                     "joined",
                                                     "retired",
                                                     "died",
                                                     "certified",
                                                     "scheme",
                                                     "role",
                                                     "category",
                                                     "hardship",
                                                     "pension",
                                                     "part_basic",
                                                     "account_pension",
                                                     "part_transitional",
                                                     "part_other",
                                                     "service",
                                                     "base",
                                                     "annuity_base",
                                                     "grade"};

std::vector<std::string> field_words() { return {words.begin(), words.end()}; }

}  // namespace

const char* to_string(Field field) { return words[static_cast<std::size_t>(field)]; }

std::optional<Field> field_from(std::string_view text) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (text == words[i]) return static_cast<Field>(i);
  }
  return std::nullopt;
}

bool is_personal(Field field) {
  return field == Field::name || field == Field::bank || field == Field::phone || field == Field::address;
}

std::string bare_heading(std::string_view heading) {
  std::string result;
  for (std::size_t i = 0; i < heading.size();) {
    const std::string_view rest = heading.substr(i);
    if (rest.starts_with('(') || rest.starts_with("（")) break;
    if (rest.starts_with("　")) {
      i += std::string_view("　").size();
      continue;
    }
    const char c = heading[i++];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '*') result += c;
  }
  return result;
}

ColumnNames::ColumnNames(const std::filesystem::path& file, const std::optional<std::filesystem::path>& own) {
  read(file, false);
  if (own) read(*own, true);
}

void ColumnNames::read(const std::filesystem::path& file, bool over) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = document.root();
  root.schema("disburse/office-columns/1");
  std::map<std::string, Field, std::less<>> own;
  for (TomlTable& table : root.tables("column")) {
    const std::string word = table.text("field");
    const auto field = field_from(word);
    if (!field) {
      const std::string near = nearest_name(word, field_words());
      table.reject("field", "\"" + word + "\" is no field of a roster", "its columns could not be read",
                   near.empty() ? "See scenarios/office/columns.toml" : "Did you mean " + near + "?");
    }
    table.optional_text("keep");
    for (const std::string& heading : table.texts("headings")) {
      const bool fresh = own.emplace(bare_heading(heading), field.value_or(Field::name)).second;
      if (!fresh) {
        table.reject("headings", heading + " stands twice", "a column has one meaning", "Keep one of them");
      }
    }
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  for (auto& [heading, field] : own) {
    if (over)
      fields_.insert_or_assign(heading, field);
    else
      fields_.emplace(heading, field);
  }
}

std::optional<Field> ColumnNames::field_of(std::string_view heading) const {
  const auto found = fields_.find(bare_heading(heading));
  return found == fields_.end() ? std::nullopt : std::optional(found->second);
}

Mapping map_columns(const std::vector<std::string>& headings, const ColumnNames& names, const std::string& file,
                    InputErrors& errors) {
  Mapping mapping;
  mapping.at.fill(Mapping::none);
  for (std::size_t c = 0; c < headings.size(); ++c) {
    const auto field = names.field_of(headings[c]);
    mapping.columns.push_back({c, headings[c], field});
    if (!field || is_personal(*field)) continue;
    std::size_t& at = mapping.at[static_cast<std::size_t>(*field)];
    if (at != Mapping::none) {
      errors.add({file, 0, 0}, headings[c],
                 "and " + headings[at] + " are two columns of one field (" + to_string(*field) + ")",
                 "one of them would be lost", "Remove one, or name the right one in a file for --mapping");
    } else {
      at = c;
    }
  }
  if (!mapping.has(Field::identity) && !(mapping.has(Field::birth) && mapping.has(Field::sex))) {
    errors.add({file, 0, 0}, "公民身份号码", "the table has neither identity numbers nor birth and sex",
               "every rule needs age and sex", "Add the column, or name its heading in a file for --mapping");
  }
  return mapping;
}

}  // namespace disburse
