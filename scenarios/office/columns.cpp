#include "scenarios/office/columns.hpp"

#include <algorithm>

#include "engine/support/spreadsheet.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/office/cleaned.hpp"

namespace disburse {
namespace {

bool fits(Field field, ColumnUnit unit) {
  if (is_of_money(unit)) return is_amount(field);
  if (is_of_duration(unit)) return field == Field::service;
  return is_date(field);
}

}  // namespace

bool is_personal(Field field) {
  return field == Field::name || field == Field::bank || field == Field::phone || field == Field::address;
}

bool is_amount(Field field) {
  return field == Field::pension || field == Field::part_basic || field == Field::account_pension ||
         field == Field::part_transitional || field == Field::part_other || field == Field::base ||
         field == Field::annuity_base || field == Field::grade;
}

bool is_date(Field field) {
  return field == Field::birth || field == Field::joined || field == Field::retired || field == Field::first_paid ||
         field == Field::died || field == Field::certified;
}

std::string bare_heading(std::string_view heading) {
  const std::string text = without_blanks(heading);
  std::string result;
  int open = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = std::string_view(text).substr(i);
    const bool wide = rest.starts_with("（") || rest.starts_with("）");
    if (rest.starts_with('(') || rest.starts_with("（"))
      ++open;
    else if (rest.starts_with(')') || rest.starts_with("）"))
      open = std::max(open - 1, 0);
    else if (open == 0 && rest.front() != '*')
      result += rest.front();
    i += wide ? std::string_view("（").size() : 1;
  }
  // A unit without brackets: 月养老金/万元.
  for (const std::string_view unit : {"/万元", "/百元", "/千元", "/元", "/月", "/年", "万元"}) {
    if (result.size() > unit.size() && result.ends_with(unit)) result.resize(result.size() - unit.size());
  }
  return result;
}

std::string column_letter(std::size_t column) {
  std::string name = cell_name(0, column);
  name.pop_back();
  return name;
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
  std::map<std::string, Meaning, std::less<>> own;
  for (TomlTable& table : root.tables("column")) {
    const std::string word = table.text("field");
    const auto field = from_code<Field>(word);
    if (!field) {
      const std::string near = nearest_name(word, code_words<Field>());
      table.reject("field", "\"{}\" is no field of a roster"_m(word), "its columns could not be read"_m,
                   near.empty() ? "See scenarios/office/columns.toml"_m : "Did you mean {}?"_m(near));
    }
    std::optional<ColumnUnit> unit;
    if (const auto unit_word = table.optional_text("unit")) unit = from_code<ColumnUnit>(*unit_word);
    if (table.has("unit") && field && (!unit || !fits(*field, *unit))) {
      table.reject("unit", "is no unit of this field"_m, "its numbers would be read wrongly"_m,
                   "Write one of yuan, hundred_yuan, thousand_yuan, wan_yuan; months, years, years_dot_months; "
                   "dot_month, dot_two_digits"_m);
    }
    for (const std::string& heading : table.texts("headings")) {
      const bool fresh = own.emplace(bare_heading(heading), Meaning{field.value_or(Field::name), unit}).second;
      if (!fresh) {
        table.reject("headings", "{} stands twice"_m(heading), "a column has one meaning"_m, "Keep one of them"_m);
      }
    }
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  for (auto& [heading, meaning] : own) {
    if (over)
      fields_.insert_or_assign(heading, meaning);
    else
      fields_.emplace(heading, meaning);
  }
}

const ColumnNames::Meaning* ColumnNames::meaning(std::string_view heading) const {
  const auto found = fields_.find(bare_heading(heading));
  return found == fields_.end() ? nullptr : &found->second;
}

std::optional<Field> ColumnNames::field_of(std::string_view heading) const {
  const Meaning* found = meaning(heading);
  return found == nullptr ? std::nullopt : std::optional(found->field);
}

std::optional<ColumnUnit> ColumnNames::unit_of(std::string_view heading) const {
  const Meaning* found = meaning(heading);
  return found == nullptr ? std::nullopt : found->unit;
}

std::string ColumnNames::nearest(std::string_view heading) const {
  const std::string bare = bare_heading(heading);
  constexpr std::size_t shortest = 9;  // three characters: a shorter one is near to everything
  if (bare.size() < shortest) return "";
  std::string best;
  for (const auto& [known, meaning] : fields_) {
    const bool holds =
        known.size() >= shortest && (bare.find(known) != std::string::npos || known.find(bare) != std::string::npos);
    if (holds && known.size() > best.size()) best = known;
  }
  return best;
}

Mapping map_columns(const std::vector<std::string>& headings, const ColumnNames& names, const std::string& file,
                    InputErrors& errors) {
  Mapping mapping;
  mapping.at.fill(Mapping::none);
  for (std::size_t c = 0; c < headings.size(); ++c) {
    const auto field = names.field_of(headings[c]);
    mapping.columns.push_back(
        {c, headings[c], field, field ? "" : names.nearest(headings[c]), names.unit_of(headings[c])});
    if (!field || is_personal(*field)) continue;
    std::size_t& at = mapping.at[static_cast<std::size_t>(*field)];
    if (at != Mapping::none) {
      errors.add({file, 0, 0}, bare_heading(headings[c]),
                 "and {} are two columns of one field ({})"_m(bare_heading(headings[at]), to_string(*field)),
                 "one of them would be lost"_m, "Remove one, or name the right one in a file for --mapping"_m);
    } else {
      at = c;
    }
  }
  return mapping;
}

bool names_persons(const Mapping& mapping) {
  return mapping.has(Field::identity) || (mapping.has(Field::birth) && mapping.has(Field::sex));
}

}  // namespace disburse
