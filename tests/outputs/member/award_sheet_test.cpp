// An award's sheet: parts with their working, the sums of each method, what is paid once, and each parameter by its
// mark.
#include "outputs/member/award_sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

UsedParameter used(const std::string& path) {
  UsedParameter made;
  made.path = made.name = path;
  made.value = "1";
  made.from = Month(2024, 1);
  made.known = Date{2023, 12, 1};
  return made;
}

AwardPart part(const std::string& id, std::int64_t yuan, const std::string& path = "") {
  AwardPart made;
  made.id = id;
  made.name = Message::named(id + "名", id);
  made.working = Message::named("算式", id + " worked");
  made.amount = Money::yuan(yuan);
  if (!path.empty()) made.parameters = {used(path)};
  return made;
}

AwardStatement statement(Scheme scheme = Scheme::enterprise) {
  AwardStatement made;
  made.person.label = "甲";
  made.person.scheme = scheme;
  made.person.birth = Month(1964, 9);
  made.person.joined = Month(1985, 7);
  made.person.retired = Month(2025, 1);
  made.statutory = Month(2025, 1);
  made.delay = 4;
  made.parts = {part("basic", 2000, "a.base"), part("account", 500, "a.months")};
  made.new_method = Money::yuan(2500);
  made.comparison = {part("old", 2400, "a.base")};
  made.additions = {part("addition", 10)};
  made.pension = Money::yuan(2510);
  made.pension_now = Money::yuan(2600);
  return made;
}

TEST(AwardSheet, tells_parts_sums_and_each_parameter_once) {
  const std::string sheet = award_table(statement(), Language::en);
  EXPECT_THAT(sheet, testing::AllOf(HasSubstr("born 1964-09"), HasSubstr("retired 2025-01"),
                                    HasSubstr("statutory retirement 2025-01 (delayed by 4 months)")));
  EXPECT_THAT(sheet, testing::AllOf(HasSubstr("2,000.00"), HasSubstr("basic worked"), HasSubstr("2,500.00"),
                                    HasSubstr("2,400.00"), HasSubstr("2,510.00")));
  EXPECT_THAT(sheet, Not(HasSubstr("[3]"))) << "two parameters, of which one is read twice";
  EXPECT_THAT(sheet, Not(HasSubstr("2,600.00"))) << "no year was adjusted";
}

TEST(AwardSheet, of_a_resident_has_one_method_and_an_age_of_pension) {
  const std::string sheet = award_table(statement(Scheme::resident), Language::en);
  EXPECT_THAT(sheet, testing::AllOf(HasSubstr("pension age reached 2025-01"), Not(HasSubstr("new method")),
                                    Not(HasSubstr("delayed"))));
}

TEST(AwardSheet, tells_adjustments_years_that_are_not_known_and_what_survivors_get) {
  AwardStatement later = statement();
  later.adjustments = {part("2026", 90)};
  later.unknown_years = {2027};
  later.survivors = {part("funeral", 8000)};
  const std::string sheet = award_table(later, Language::en);
  EXPECT_THAT(sheet, testing::AllOf(HasSubstr("2,600.00"), HasSubstr("2027: the rule"), HasSubstr("8,000.00"),
                                    HasSubstr("Survivors' benefits")));
}

TEST(AwardSheet, made_anew_tells_both_amounts_and_the_arrears) {
  AwardStatement again = statement();
  Recalculation recalculation;
  recalculation.published = Month(2025, 8);
  recalculation.parts = {part("basic", 2100, "b.base")};
  recalculation.pension = Money::yuan(2610);
  recalculation.months = 6;
  recalculation.arrears = Money::yuan(600);
  again.recalculation = recalculation;
  EXPECT_THAT(award_table(again, Language::en),
              testing::AllOf(HasSubstr("2,510.00"), HasSubstr("2,610.00"), HasSubstr("600.00"),
                             HasSubstr("months paid before: 6"), HasSubstr("b.base")));
  const auto document = nlohmann::json::parse(award_json(again, "base", Manifest{}));
  EXPECT_EQ(document.at("recalculation").at("arrears_fen"), 60'000);
  EXPECT_EQ(document.at("recalculation").at("published"), "2025-08");
}

TEST(AwardSheet, of_who_died_at_work_has_no_pension) {
  AwardStatement dead = statement();
  dead.person.retired = Month::none();
  dead.person.death.month = Month(2024, 5);
  dead.survivors = {part("funeral", 8000)};
  const std::string sheet = award_table(dead, Language::en);
  EXPECT_THAT(sheet, testing::AllOf(HasSubstr("died 2024-05"), HasSubstr("8,000.00"), Not(HasSubstr("2,510.00")),
                                    Not(HasSubstr("retired "))));
}

TEST(AwardJson, keeps_fen_and_marks) {
  const auto document = nlohmann::json::parse(award_json(statement(), "base", Manifest{}));
  EXPECT_EQ(document.at("schema"), "disburse/award/1");
  EXPECT_EQ(document.at("pension_fen"), 251'000);
  EXPECT_EQ(document.at("new_method_fen"), 250'000);
  EXPECT_EQ(document.at("parts").at(1).at("parameters"), nlohmann::json({2}));
  EXPECT_EQ(document.at("comparison").at(0).at("parameters"), nlohmann::json({1}));
  EXPECT_EQ(document.at("parameters").size(), 2U);
  EXPECT_FALSE(document.contains("recalculation"));
}

}  // namespace
}  // namespace disburse
