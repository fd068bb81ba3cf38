// Names stand for paths where they name one parameter; several are listed, none gets the nearest.
#include "engine/law/parameter_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<NamedPath> known{
    {"unity_award.ordinary_per_payment", "普通离退休人员每次标准", "rate per payment, ordinary retirees"},
    {"unity_award.special_per_payment", "建国前老工人每次标准", "rate per payment, pre-1949 workers"},
    {"heating_allowance.standard", "取暖费标准", "heating standard"},
    {"heating_allowance.addition", "取暖费标准的固定部分", "fixed part"}};

std::string found(const std::string& text) {
  InputErrors errors;
  const std::string path = path_of(text, known, {"--set", 0, 0}, errors);
  return errors.empty() ? path : "";
}

std::string refusal(const std::string& text) {
  InputErrors errors;
  path_of(text, known, {"--set", 0, 0}, errors);
  return errors.empty() ? "" : to_string(*errors.begin());
}

TEST(PathOf, a_path_is_itself) { EXPECT_EQ(found("a.b_2"), "a.b_2"); }

TEST(PathOf, a_whole_name_wins_over_one_that_begins_with_it) {
  EXPECT_EQ(found("取暖费标准"), "heating_allowance.standard");
}

TEST(PathOf, the_beginning_or_a_part_of_one_name) {
  EXPECT_EQ(found("普通"), "unity_award.ordinary_per_payment");
  EXPECT_EQ(found("固定部分"), "heating_allowance.addition");
  EXPECT_EQ(found("Fixed part"), "");
  EXPECT_EQ(found("fixed part"), "heating_allowance.addition");
}

TEST(PathOf, a_part_of_one_name_is_no_choice_where_others_belong_to_what_is_called_so) {
  std::vector<NamedPath> grouped{{"award.share", "享受奖励的比例", "", "职工奖励"},
                                 {"award.rate", "每次标准", "", "职工奖励"}};
  InputErrors errors;
  EXPECT_EQ(path_of("奖励", grouped, {"--set", 0, 0}, errors), "");
  EXPECT_FALSE(errors.empty());
  InputErrors none;
  EXPECT_EQ(path_of("享受", grouped, {"--set", 0, 0}, none), "award.share") << "the beginning of one name alone";
}

TEST(PathOf, several_are_listed) {
  const std::string text = refusal("每次标准");
  EXPECT_THAT(text, HasSubstr("2 parameters are called so"));
  EXPECT_THAT(text, HasSubstr("unity_award.ordinary_per_payment"));
  EXPECT_THAT(text, HasSubstr("unity_award.special_per_payment"));
}

/// A tornado calls it 当年养老金调整的公布月份, the parameter 调整的公布和补发月份: they share 调整的公布.
TEST(PathOf, none_gets_those_that_share_a_piece_of_the_name) {
  const std::vector<NamedPath> months{{"adjustment.announced", "调整的公布和补发月份", ""},
                                      {"award.first", "开始发放的月份", ""}};
  const auto told = [&](const std::string& text) {
    InputErrors errors;
    EXPECT_EQ(path_of(text, months, {"--set", 0, 0}, errors), "");
    return to_string(*errors.begin());
  };
  EXPECT_THAT(told("当年养老金调整的公布月份"), HasSubstr("adjustment.announced"));
  EXPECT_THAT(told("当年养老金调整的公布月份"), Not(HasSubstr("award.first")));
  EXPECT_THAT(told("退休的人"), HasSubstr("list parameters")) << "two characters are shared by chance";
}

TEST(WithNames, stand_for_paths_that_the_law_has_and_for_no_other_word) {
  ParameterTree law;
  Parameter standard;
  standard.path = "heating_allowance.standard";
  standard.name = "取暖费标准";
  law.add(standard);
  EXPECT_EQ(with_names("基准情景（heating_allowance.standard@2024-07=5000；a.b=1）", law),
            "基准情景（取暖费标准@2024-07=5000；a.b=1）");
  EXPECT_EQ(with_names("heating_allowance.standard_x heating_allowance.standard", law),
            "heating_allowance.standard_x 取暖费标准");
  EXPECT_EQ(with_names("", law), "");
}

TEST(PathOf, none_gets_the_nearest) { EXPECT_THAT(refusal("取暖费标住"), HasSubstr("Did you mean 取暖费标准")); }

}  // namespace
}  // namespace disburse
