#pragma once
// The members (参保人员) and their roster (花名册) in columns: what the rules need to know of a person, and no name.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/money.hpp"
#include "engine/numbers.hpp"
#include "engine/support/files.hpp"

namespace disburse {

enum class Scheme : std::uint8_t { civil_service, enterprise, resident };  // 机关事业, 企业职工, 城乡居民
enum class Role : std::uint8_t { pensioner, active, payer, leaver };       // 领取, 在职, 缴费, 离职或转移
enum class Sex : std::uint8_t { male, female };
enum class Category : std::uint8_t { ordinary, pre_liberation_worker, state_school_teacher, lixiu };
// 普通, 建国前老工人, 国企退休教师, 离休
inline constexpr int scheme_count = 3;

const char* to_string(Scheme scheme);
const char* to_string(Role role);
const char* to_string(Sex sex);
const char* to_string(Category category);

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
  /// Who joined on an unknown day is a member.
  bool is_member_in(Month month) const { return joined.is_none() || joined <= month; }
};
using Member = MemberOf<Exact>;

/// All members, column by column; every column has `size()` entries. Immutable once checked.
struct Roster {
  Month as_of;         ///< the month at whose end the roster was taken; a run begins the month after
  Month evolves_from;  ///< members at work or paying are exposed to death from here; none: they are held constant
  std::string source;  ///< "recipe zhongwei-2024, seed 20240101" or the file it was read from
  std::string digest;  ///< SHA-256 of all columns; empty where nobody asked for it
  std::vector<MemberKey> key;
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

  /// Calls f(column...) for every column, in their order, with that of each roster.
  template <class F, class... Rosters>
  static void each_column(F f, Rosters&... rosters) {
    f(rosters.key...);
    f(rosters.scheme...);
    f(rosters.role...);
    f(rosters.sex...);
    f(rosters.category...);
    f(rosters.hardship...);
    f(rosters.birth...);
    f(rosters.joined...);
    f(rosters.retired...);
    f(rosters.service_months...);
    f(rosters.pension...);
    f(rosters.account_pension...);
    f(rosters.base...);
    f(rosters.annuity_base...);
    f(rosters.grade...);
  }

  std::size_t size() const { return key.size(); }
  void reserve(std::size_t members);
  void add(const MemberKey& member_key, const Member& member);
  void append(const Roster& members);
  Member member(std::size_t i) const {
    return {scheme[i],
            role[i],
            sex[i],
            category[i],
            hardship[i] != 0,
            Month::from_index(birth[i]),
            Month::from_index(joined[i]),
            Month::from_index(retired[i]),
            service_months[i],
            Money::fen(pension[i]),
            Money::fen(account_pension[i]),
            Money::fen(base[i]),
            Money::fen(annuity_base[i]),
            grade[i]};
  }
  /// Members [begin, end), under the same head.
  Roster slice(std::size_t begin, std::size_t end) const;
  /// The head alone: date, source and digest, no members.
  Roster head() const { return slice(0, 0); }
  /// Row of `member_key`, or size() when there is none.
  std::size_t find(std::string_view member_key) const;
};

/// The digest of a roster that comes piece by piece: SHA-256 over `as_of` and the SHA-256 of every column, independent
/// of how the roster was made and of its pieces.
class RosterDigest {
 public:
  void add(const Roster& piece);
  std::string hex(Month as_of);

 private:
  static constexpr std::size_t columns = 15;
  std::array<Sha256, columns> columns_;
};

std::string digest_of(const Roster& roster);

}  // namespace disburse
