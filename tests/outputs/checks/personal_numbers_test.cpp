// Numbers of persons in what is said; those of examples belong to nobody.
#include "outputs/checks/personal_numbers.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(PersonalNumbers, are_starred_whatever_stands_beside_them) {
  EXPECT_EQ(without_personal_numbers("\"99999919500101001X\" is no month"), "\"******************\" is no month");
  EXPECT_EQ(without_personal_numbers("“999999195001010018”不是月份"), "“******************”不是月份");
  EXPECT_EQ(without_personal_numbers("6222021234567890123"), "*******************") << "an account";
  EXPECT_EQ(without_personal_numbers("tel 13987654321."), "tel ***********.");
  EXPECT_EQ(without_personal_numbers("999999500101001"), "***************") << "of the old form";
  EXPECT_EQ(without_personal_numbers("１３９８７６５４３２１"), "***********") << "full-width";
}

TEST(PersonalNumbers, are_told_from_other_numbers) {
  for (const char* other : {"20240101", "37,323.12 万元", "2024-01..2024-12", "12987654321", "2025年", "",
                            "a3f0139876543210123456789abcdef0", "C13987654321", "12345678901234567890", "13987654321a"})
    EXPECT_EQ(without_personal_numbers(other), other);
}

}  // namespace
}  // namespace disburse
