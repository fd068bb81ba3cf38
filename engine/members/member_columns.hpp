#pragma once
// The columns of a roster: each stands here with its vector and with its name and meaning, in the order of files.
// Reading, writing, checking, comparing and the digest follow from `member_columns`.
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <vector>

#include "engine/members/member.hpp"

namespace disburse {

/// A member's columns but for the key.
struct RosterColumns {
  std::vector<Scheme> scheme;
  std::vector<Role> role;
  std::vector<Sex> sex;
  std::vector<Category> category;
  std::vector<std::uint8_t> hardship;
  std::vector<std::int32_t> birth;    ///< Month::index
  std::vector<std::int32_t> joined;   ///< Month::index
  std::vector<std::int32_t> retired;  ///< Month::index; Month::none().index() for those who have not
  std::vector<std::int32_t> service_months;
  std::vector<std::int64_t> pension;  ///< fen a month
  std::vector<std::int64_t> account_pension;
  std::vector<std::int64_t> base;
  std::vector<std::int64_t> annuity_base;
  std::vector<std::int32_t> grade;
  std::vector<std::int64_t> alive;  ///< 2^-48
};

/// A field of MemberOf<N> and the vector that keeps it in a roster.
template <auto field_of_member, auto values_of_roster>
struct MemberColumn {
  static constexpr auto field = field_of_member;
  static constexpr auto values = values_of_roster;
  const char* name;
  const char* unit;       ///< of the file; "code" for enumerations
  const char* meaning;    ///< of the file; codes are told beside it
  bool required = false;  ///< of a month: never none
  bool carried = false;   ///< stands only in files and digests of rosters that were carried on

  using Stored = typename std::remove_reference_t<decltype(std::declval<RosterColumns>().*values)>::value_type;

  template <class Member>
  static void put(Member& member, Stored stored) {
    using Field = std::remove_reference_t<decltype(member.*field)>;
    if constexpr (std::is_same_v<Field, Month>)
      member.*field = Month::from_index(stored);
    else if constexpr (std::is_same_v<Field, Money>)
      member.*field = Money::fen(stored);
    else
      member.*field = static_cast<Field>(stored);
  }
  template <class Member>
  static Stored stored(const Member& member) {
    using Field = std::remove_cvref_t<decltype(member.*field)>;
    if constexpr (std::is_same_v<Field, Month>)
      return (member.*field).index();
    else if constexpr (std::is_same_v<Field, Money>)
      return (member.*field).fen();
    else
      return static_cast<Stored>(member.*field);
  }
};

/// All columns but the key, in the order of files, for members in either kind of numbers.
template <class N>
inline constexpr std::tuple member_columns{
    MemberColumn<&MemberOf<N>::scheme, &RosterColumns::scheme>{"scheme", "code", ""},
    MemberColumn<&MemberOf<N>::role, &RosterColumns::role>{"role", "code", ""},
    MemberColumn<&MemberOf<N>::sex, &RosterColumns::sex>{"sex", "code", ""},
    MemberColumn<&MemberOf<N>::category, &RosterColumns::category>{"category", "code", ""},
    MemberColumn<&MemberOf<N>::hardship, &RosterColumns::hardship>{
        "hardship", "code", "1 when the government pays the contribution, else 0"},
    MemberColumn<&MemberOf<N>::birth, &RosterColumns::birth>{"birth", "YYYYMM", "month of birth", true},
    MemberColumn<&MemberOf<N>::joined, &RosterColumns::joined>{
        "joined", "YYYYMM", "month of first work or first contribution; 0 when unknown"},
    MemberColumn<&MemberOf<N>::retired, &RosterColumns::retired>{
        "retired", "YYYYMM", "month of retirement or of reaching the pension age; 0 for those who have not"},
    MemberColumn<&MemberOf<N>::service_months, &RosterColumns::service_months>{
        "service_months", "months", "service that counts, deemed years included"},
    MemberColumn<&MemberOf<N>::pension, &RosterColumns::pension>{
        "pension", "fen", "basic pension a month at the roster's date, or at award for later retirees"},
    MemberColumn<&MemberOf<N>::account_pension, &RosterColumns::account_pension>{
        "account_pension", "fen", "pension a month from the individual account (residents)"},
    MemberColumn<&MemberOf<N>::base, &RosterColumns::base>{"base", "fen", "contribution base a month (active members)"},
    MemberColumn<&MemberOf<N>::annuity_base, &RosterColumns::annuity_base>{
        "annuity_base", "fen", "base of the annuity batch a month; 0 when the employer is not fully funded"},
    MemberColumn<&MemberOf<N>::grade, &RosterColumns::grade>{"grade", "yuan", "contribution grade a year (residents)"},
    MemberColumn<&MemberOf<N>::alive, &RosterColumns::alive>{
        "alive", "2^-48", "chance to be alive at the roster's date; only where a projection carried the roster on",
        false, true},
};
inline constexpr std::size_t member_column_count =
    std::tuple_size_v<std::remove_const_t<decltype(member_columns<Exact>)>>;

/// Calls f(column) for each column, in order.
template <class Columns, class F>
constexpr void each_column_of(const Columns& columns, F f) {
  std::apply([&](const auto&... column) { (f(column), ...); }, columns);
}

namespace member_columns_detail {

struct Anything {
  template <class T>
  constexpr operator T() const;  // NOLINT: it stands for any field
};
template <class T, class... Fields>
consteval std::size_t fields_of() {
  if constexpr (requires { T{Fields{}..., Anything{}}; }) {
    return fields_of<T, Fields..., Anything>();
  } else {
    return sizeof...(Fields);
  }
}

}  // namespace member_columns_detail

// A field or a vector without a column would be lost on the way through a roster.
static_assert(member_columns_detail::fields_of<Member>() == member_column_count);
static_assert(sizeof(RosterColumns) == member_column_count * sizeof(std::vector<std::int32_t>));

}  // namespace disburse
