#pragma once
// The award once more, in the plainest way: whole numbers, the law typed in from its documents, nothing shared with the
// program but the types of the question. It is what models/award must agree with to the fen.
#include <cstdint>
#include <optional>

namespace disburse::twin {

enum class Group { male, female_55, female_50 };

/// Months count from year 0, January is 12 x year.
constexpr int month(int year, int of_year) { return 12 * year + of_year - 1; }

struct Person {
  bool civil_service = false;
  Group group = Group::male;
  int birth = 0, joined = 0, retired = 0;
  int service = 0, transition = 0;           ///< months
  std::int64_t index = 10000;                ///< ten-thousandths
  std::optional<std::int64_t> deemed_index;  ///< ten-thousandths
  bool intellectual = false;
  std::int64_t account = 0, annuity = 0;                  ///< fen
  std::optional<std::int64_t> wage, allowance, increase;  ///< fen a month
};

struct Award {
  std::int64_t basic = 0, account = 0, transition = 0, annuity = 0;  ///< fen a month, by the new method
  bool compares = false;
  std::int64_t old_method = 0;
  std::int64_t additions = 0;  ///< 知识分子 of the enterprise scheme
  std::int64_t pension = 0;
  std::int64_t anew = 0;  ///< on the base of the year's December, the pension itself where that is no other
};

/// Month of the statutory age.
int statutory(Group group, int birth);

/// Retirements from October 2014 to June 2026.
Award award(const Person& person);

/// The pension after the rises of `award year + 1` to 2024, for awards of 2020 to 2023; less the annuity once it is
/// used up.
std::int64_t in_2024(const Person& person, std::int64_t pension);

}  // namespace disburse::twin
