#pragma once
// The columns of a roster file, which its reader and its writer share and nobody else includes.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/members/roster.hpp"
#include "engine/support/hdf5.hpp"

namespace disburse::roster_detail {

inline constexpr const char* filetype = "disburse/roster";
inline constexpr std::array<std::int64_t, 2> format_version{2, 1};
inline constexpr std::size_t key_width = sizeof(MemberKey);
static_assert(key_width == 32);

/// The type of a file's data set by that of a roster's column; enumerations are codes.
template <class Stored>
inline constexpr Hdf5Type file_type = std::is_same_v<Stored, std::int64_t>   ? Hdf5Type::int64
                                      : std::is_same_v<Stored, std::int32_t> ? Hdf5Type::int32
                                                                             : Hdf5Type::uint8;
static_assert(sizeof(Scheme) == 1 && sizeof(Role) == 1 && sizeof(Sex) == 1 && sizeof(Category) == 1);

/// "0 male, 1 female".
template <Coded Enum>
std::string code_list() {
  std::string text;
  for (const Enum code : enumerators<Enum>) {
    text += (text.empty() ? "" : ", ") + std::to_string(static_cast<int>(code)) + " " + to_string(code);
  }
  return text;
}

/// A data set of the file.
struct RosterColumn {
  std::string name, units, description;
  Hdf5Type type;
  bool carried = false;  ///< only in files of rosters that were carried on
};

/// The key and then the members' columns, as they stand in the file.
inline const std::vector<RosterColumn>& columns() {
  static const std::vector<RosterColumn> all = [] {
    std::vector<RosterColumn> list{
        {"key", "text", "stable key of the member: a synthetic number or a pseudonym, no name and no identity number",
         Hdf5Type::text}};
    each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
      using Stored = typename One::Stored;
      std::string description = column.meaning;
      if constexpr (Coded<Stored>) description = code_list<Stored>();
      list.push_back({column.name, column.unit, std::move(description), file_type<Stored>, column.carried});
    });
    return list;
  }();
  return all;
}

/// True for columns that the file has as 202312.
template <class One>
inline constexpr bool holds_months =
    std::is_same_v<std::remove_cvref_t<decltype(std::declval<Member>().*One::field)>, Month>;
template <class One>
inline constexpr bool holds_money =
    std::is_same_v<std::remove_cvref_t<decltype(std::declval<Member>().*One::field)>, Money>;

inline Hdf5About about(const RosterColumn& column) { return {column.name, column.units, column.description}; }

}  // namespace disburse::roster_detail
