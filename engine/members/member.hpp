#pragma once
// A member (参保人员): what the rules need to know of a person, and no name.
#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

#include "engine/base/calendar.hpp"
#include "engine/base/enumerators.hpp"
#include "engine/base/money.hpp"
#include "engine/base/numbers.hpp"

namespace disburse {

enum class Scheme : std::uint8_t { civil_service, enterprise, resident };  // 机关事业, 企业职工, 城乡居民
enum class Role : std::uint8_t { pensioner, active, payer, leaver };       // 领取, 在职, 缴费, 离职或转移
enum class Sex : std::uint8_t { male, female };
enum class Category : std::uint8_t { ordinary, pre_liberation_worker, state_school_teacher, lixiu };
// 普通, 建国前老工人, 国企退休教师, 离休
template <>
inline constexpr bool is_coded<Scheme> = true;
template <>
inline constexpr bool is_coded<Role> = true;
template <>
inline constexpr bool is_coded<Sex> = true;
template <>
inline constexpr bool is_coded<Category> = true;
inline constexpr int scheme_count = static_cast<int>(enumerator_count<Scheme>);

/// Shares of a group are integers of this unit: exact sums, the same on every processor.
inline constexpr int survival_bits = 48;
inline constexpr std::int64_t certain = std::int64_t{1} << survival_bits;

/// A member's stable key, apart from the place in memory: a synthetic number or a pseudonym in hexadecimal.
struct MemberKey {
  std::array<char, 32> text{};                   ///< zero padded
  static MemberKey from(std::string_view text);  ///< at most 32 characters, else ProgramFault
  std::string_view view() const;
  friend auto operator<=>(const MemberKey&, const MemberKey&) = default;
};

/// One member as the rules see them, with amounts of the numbers they reckon with.
template <class N>
struct MemberOf {
  using Money = typename N::Money;

  Scheme scheme = Scheme::civil_service;
  Role role = Role::pensioner;
  Sex sex = Sex::male;
  Category category = Category::ordinary;
  bool hardship = false;  ///< 特殊困难人员: the government pays the contribution
  Month birth;
  Month joined;   ///< 参加工作 or first contribution; none when unknown
  Month retired;  ///< month of retirement or of reaching the pension age, also one to come; benefits start after it
  std::int32_t service_months = 0;  ///< 缴费年限 including deemed years
  Money pension;                    ///< monthly basic pension at the roster's date, or at award for later retirees
  Money account_pension;            ///< monthly pension from the individual account (residents)
  Money base;                       ///< monthly contribution base (active members)
  Money annuity_base;               ///< monthly base of the annuity batch; 0 when the employer is not fully funded
  std::int32_t grade = 0;           ///< yearly contribution grade in yuan (residents)
  /// The chance to be alive at the roster's date, in 2^-48: below 1 in a roster that a projection has carried on.
  std::int64_t alive = certain;
  /// Who joined on an unknown day is a member.
  bool is_member_in(Month month) const { return joined.is_none() || joined <= month; }
  friend bool operator==(const MemberOf&, const MemberOf&) = default;
};
using Member = MemberOf<Exact>;

}  // namespace disburse
