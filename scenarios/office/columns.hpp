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

#include "engine/error.hpp"

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
inline constexpr std::size_t field_count = 24;
const char* to_string(Field field);
std::optional<Field> field_from(std::string_view text);
/// True for what is dropped at the door: name, bank, phone, address.
bool is_personal(Field field);

/// Headings without blanks, brackets and what stands in them: "月养老金（元）" is 月养老金.
std::string bare_heading(std::string_view heading);

/// Synonyms of each field's heading.
class ColumnNames {
 public:
  /// The project's list and, before it, an office's own. Errors: InputRejected(Door::data): an unknown field, a heading
  /// of two fields.
  ColumnNames(const std::filesystem::path& file, const std::optional<std::filesystem::path>& own);
  std::optional<Field> field_of(std::string_view heading) const;

 private:
  void read(const std::filesystem::path& file, bool over);
  std::map<std::string, Field, std::less<>> fields_;
};

/// One column of a table and the field that it was taken for; none when the heading is not known.
struct MappedColumn {
  std::size_t column = 0;
  std::string heading;
  std::optional<Field> field;
};

/// Columns by field; `none` where the table has no such column.
struct Mapping {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<MappedColumn> columns;
  std::array<std::size_t, field_count> at;
  bool has(Field field) const { return at[static_cast<std::size_t>(field)] != none; }
};

/// Maps the headings. Errors go into `errors` with `file`: two columns of one field, no identity and no birth.
Mapping map_columns(const std::vector<std::string>& headings, const ColumnNames& names, const std::string& file,
                    InputErrors& errors);

}  // namespace disburse
