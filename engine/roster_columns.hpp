#pragma once
// The columns of a roster file, which its reader and its writer share and nobody else includes.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "engine/error.hpp"
#include "engine/roster.hpp"
#include "engine/support/hdf5.hpp"

namespace disburse::roster_detail {

inline constexpr const char* filetype = "disburse/roster";
inline constexpr std::array<std::int64_t, 2> format_version{2, 0};
inline constexpr std::size_t key_width = sizeof(MemberKey);
static_assert(key_width == 32);

struct Column {
  const char* name;
  const char* units;
  const char* description;
  Hdf5Type type;
};

/// In this order in the file; the names are those of Roster.
inline constexpr std::array<Column, 15> columns{{
    {"key", "text", "stable key of the member: a synthetic number or a pseudonym, no name and no identity number",
     Hdf5Type::text},
    {"scheme", "code", "0 civil_service, 1 enterprise, 2 resident", Hdf5Type::uint8},
    {"role", "code", "0 pensioner, 1 active, 2 payer, 3 leaver", Hdf5Type::uint8},
    {"sex", "code", "0 male, 1 female", Hdf5Type::uint8},
    {"category", "code", "0 ordinary, 1 pre_liberation_worker, 2 state_school_teacher, 3 lixiu", Hdf5Type::uint8},
    {"hardship", "code", "1 when the government pays the contribution, else 0", Hdf5Type::uint8},
    {"birth", "YYYYMM", "month of birth", Hdf5Type::int32},
    {"joined", "YYYYMM", "month of first work or first contribution; 0 when unknown", Hdf5Type::int32},
    {"retired", "YYYYMM", "month of retirement or of reaching the pension age; 0 for those who have not",
     Hdf5Type::int32},
    {"service_months", "months", "service that counts, deemed years included", Hdf5Type::int32},
    {"pension", "fen", "basic pension a month at the roster's date, or at award for later retirees", Hdf5Type::int64},
    {"account_pension", "fen", "pension a month from the individual account (residents)", Hdf5Type::int64},
    {"base", "fen", "contribution base a month (active members)", Hdf5Type::int64},
    {"annuity_base", "fen", "base of the annuity batch a month; 0 when the employer is not fully funded",
     Hdf5Type::int64},
    {"grade", "yuan", "contribution grade a year (residents)", Hdf5Type::int32},
}};

inline Hdf5About about(const Column& column) { return {column.name, column.units, column.description}; }

}  // namespace disburse::roster_detail
