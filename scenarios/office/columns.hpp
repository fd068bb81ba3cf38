#pragma once
// Which column of an office's table is which field: by its heading, from a list of synonyms.
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/enumerators.hpp"
#include "engine/base/error.hpp"
#include "engine/members/roster.hpp"
#include "scenarios/office/units.hpp"

namespace disburse {

/// What a column may say. The order is that of the list in columns.toml.
enum class Field : std::uint8_t {
  identity,
  name,
  bank,
  phone,
  address,
  sex,
  birth,
  joined,
  retired,
  first_paid,
  died,
  certified,
  scheme,
  role,
  category,
  hardship,
  pension,
  part_basic,
  account_pension,
  part_transitional,
  part_other,
  service,
  base,
  annuity_base,
  grade,
};
template <>
inline constexpr bool is_coded<Field> = true;
inline constexpr std::size_t field_count = enumerator_count<Field>;
/// True for what is dropped at the door: name, bank, phone, address.
bool is_personal(Field field);

/// True for amounts of money.
bool is_amount(Field field);
/// True for what is a day or a month.
bool is_date(Field field);

/// Headings without blanks, what cannot be seen, brackets and what stands in them: "月养老金（元）" is 月养老金.
std::string bare_heading(std::string_view heading);

/// Synonyms of each field's heading.
class ColumnNames {
 public:
  /// The project's list and, before it, an office's own. Errors: InputRejected(Door::data): an unknown field, a heading
  /// of two fields.
  ColumnNames(const std::filesystem::path& file, const std::optional<std::filesystem::path>& own);
  std::optional<Field> field_of(std::string_view heading) const;
  /// How the office's own file says that the column is to be read.
  std::optional<ColumnUnit> unit_of(std::string_view heading) const;
  /// The known heading that is nearest to an unknown one, where a slip of the pen could be the difference.
  std::string nearest(std::string_view heading) const;

 private:
  void read(const std::filesystem::path& file, bool over);
  struct Meaning {
    Field field = Field::name;
    std::optional<ColumnUnit> unit;
  };
  const Meaning* meaning(std::string_view heading) const;
  std::map<std::string, Meaning, std::less<>> fields_;
};

/// "K": the letter of a column from 0, as a spreadsheet shows it.
std::string column_letter(std::size_t column);

/// One column of a table and the field that it was taken for; none when the heading is not known.
struct MappedColumn {
  std::size_t column = 0;
  std::string heading;  ///< as written; what is not known may hold anything and is not shown to anybody
  std::optional<Field> field;
  std::string nearest;             ///< a known heading that may be meant by an unknown one
  std::optional<ColumnUnit> unit;  ///< as the office's own file says, or the heading, or a title
};

/// Columns by field; `none` where the table has no such column.
struct Mapping {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<MappedColumn> columns;
  std::array<std::size_t, field_count> at;
  bool has(Field field) const { return at[static_cast<std::size_t>(field)] != none; }
};

/// Maps the headings. Errors go into `errors` with `file`: two columns of one field.
Mapping map_columns(const std::vector<std::string>& headings, const ColumnNames& names, const std::string& file,
                    InputErrors& errors);
/// Whether the columns tell age and sex: identity numbers, or birth and sex.
bool names_persons(const Mapping& mapping);

}  // namespace disburse
