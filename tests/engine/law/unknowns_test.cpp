// Questions, common causes and levers: what is drawn, what is settled, what is refused.
#include "engine/law/unknowns.hpp"

#include <gtest/gtest.h>

#include <map>

namespace disburse {
namespace {

Parameter parameter(const std::string& path, Unit unit, const std::string& value) {
  Parameter one;
  one.path = path;
  one.name = path;
  one.unit = unit;
  DatedValue dated;
  dated.from = Month(2000, 1);
  dated.value = parse_value(unit, value).value();
  one.values.push_back(dated);
  return one;
}

ParameterTree law_of_three() {
  ParameterTree law;
  law.add(parameter("a.count", Unit::persons, "6854"));
  law.add(parameter("a.pension", Unit::yuan_per_month, "5650"));
  law.add(parameter("a.reading", Unit::count, "1"));
  return law;
}

Override change(const std::string& path, const std::string& value) { return {path, value, "", "test", {}}; }

Question question_of(const Rate& first, const Rate& second) {
  return {"reading",
          "口径",
          "reading",
          {{"one", "一", "one", first, "why", {}}, {"two", "二", "two", second, "why", {change("a.reading", "2")}}},
          {}};
}

CommonCause cause_of() {
  return {"solved", "反推",       "solved",
          "why",    "triangular", {{"a.pension", "5500", "6000", {}}, {"a.count", "7365", "6108", {}}},
          {}};
}

TEST(Unknowns, a_cause_moves_its_numbers_on_straight_lines_from_their_bases) {
  const ParameterTree law = law_of_three();
  const auto at = [&](double position) {
    std::map<std::string, std::string> values;
    for (const Override& one : cause_changes(cause_of(), law, Month(2024, 1), position)) values[one.path] = one.value;
    return values;
  };
  EXPECT_EQ(at(0.0)["a.pension"], "5650.00");
  EXPECT_EQ(at(1.0)["a.pension"], "6000.00");
  EXPECT_EQ(at(-1.0)["a.pension"], "5500.00");
  EXPECT_EQ(at(0.5)["a.pension"], "5825.00");  // half of the way to 6000
  EXPECT_EQ(at(1.0)["a.count"], "6108");       // against the pension
  EXPECT_EQ(at(-1.0)["a.count"], "7365");
}

TEST(Unknowns, what_several_causes_do_to_one_number_adds_up) {
  const ParameterTree law = law_of_three();
  const auto number = [&](const std::vector<Override>& changes, const std::string& path) {
    std::string value;
    for (const Override& one : added_up(changes, law, Month(2024, 1))) {
      EXPECT_TRUE(one.path != path || value.empty()) << "twice";
      if (one.path == path) value = one.value;
    }
    return value;
  };
  // 5,650: one cause takes 150 off, another puts 100 on; a third of another number changes nothing here.
  const std::vector<Override> changes{change("a.pension", "5500"), change("a.count", "7000"),
                                      change("a.pension", "5750")};
  EXPECT_EQ(number(changes, "a.pension"), "5600.00");
  EXPECT_EQ(number(changes, "a.count"), "7000");
  EXPECT_EQ(number({change("a.count", "100"), change("a.count", "6754"), change("a.count", "6854")}, "a.count"), "0");
}

TEST(Unknowns, a_number_may_have_several_causes_and_stands_once_in_each) {
  Unknowns unknowns;
  unknowns.causes = {cause_of(), cause_of()};
  unknowns.causes.back().id = "rounding";
  InputErrors none;
  check_unknowns(law_of_three(), unknowns, none);
  EXPECT_EQ(none.size(), 0U);
  unknowns.causes.back().moves.push_back(unknowns.causes.back().moves.front());
  InputErrors one;
  check_unknowns(law_of_three(), unknowns, one);
  EXPECT_EQ(one.size(), 1U);
}

TEST(Unknowns, answers_are_drawn_by_their_weights) {
  Unknowns unknowns;
  unknowns.questions.push_back(question_of(Rate(7, 10), Rate(3, 10)));
  const ParameterTree law = law_of_three();
  int second = 0;
  constexpr std::uint32_t draws = 4000;
  for (std::uint32_t i = 0; i < draws; ++i) {
    if (!drawn_unknowns(unknowns, law, Month(2024, 1), 1, i).empty()) ++second;
  }
  // 4000 x 0.3 = 1200 with a deviation of 29; five of them.
  EXPECT_NEAR(second, 1200, 145);
}

TEST(Unknowns, one_more_does_not_change_the_draws_of_the_others) {
  Unknowns alone;
  alone.causes.push_back(cause_of());
  Unknowns both = alone;
  both.questions.push_back(question_of(Rate(1, 1), Rate(0, 1)));
  const ParameterTree law = law_of_three();
  for (std::uint32_t i = 0; i < 20; ++i) {
    const auto few = drawn_unknowns(alone, law, Month(2024, 1), 7, i);
    const auto more = drawn_unknowns(both, law, Month(2024, 1), 7, i);
    ASSERT_EQ(few.size(), more.size());
    for (std::size_t k = 0; k < few.size(); ++k) EXPECT_EQ(few[k].value, more[k].value);
  }
}

TEST(Unknowns, what_a_scenario_sets_is_settled) {
  Unknowns unknowns;
  unknowns.questions.push_back(question_of(Rate(1, 2), Rate(1, 2)));
  unknowns.causes.push_back(cause_of());
  EXPECT_EQ(still_open(unknowns, {}).questions.size(), 1U);
  EXPECT_TRUE(still_open(unknowns, {change("a.reading", "1")}).questions.empty());
  const Unknowns open = still_open(unknowns, {change("a.count", "7000")});
  ASSERT_EQ(open.causes.size(), 1U);
  ASSERT_EQ(open.causes.front().moves.size(), 1U);
  EXPECT_EQ(open.causes.front().moves.front().path, "a.pension");
  EXPECT_EQ(moved_paths(unknowns), (std::set<std::string>{"a.count", "a.pension", "a.reading"}));
  EXPECT_EQ(caused_paths(unknowns), (std::set<std::string>{"a.count", "a.pension"}));
}

TEST(Unknowns, weights_paths_and_values_are_checked_all_at_once) {
  Unknowns unknowns;
  unknowns.questions.push_back(question_of(Rate(1, 2), Rate(1, 3)));  // not 1 together
  unknowns.questions.back().answers.back().changes.push_back(change("a.redaing", "2"));
  unknowns.causes.push_back(cause_of());
  unknowns.causes.back().moves.push_back({"a.count", "many", "6108", {}});  // moved twice, and no number
  InputErrors errors;
  check_unknowns(law_of_three(), unknowns, errors);
  EXPECT_EQ(errors.size(), 4U);
}

TEST(Unknowns, a_lever_is_scaled_or_set_in_the_year_studied) {
  const std::vector<LeverChange> changes{{"a.pension", "", "1.1", "{year}-01", "{year}-12", {}},
                                         {"a.count", "{year}", "", "", "", {}}};
  const auto made = lever_changes(changes, law_of_three(), 2025);
  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(made[0].value, "6215.00");  // 5650 x 1.1
  EXPECT_EQ(made[0].from, Month(2025, 1));
  EXPECT_EQ(made[0].until, Month(2025, 12));
  EXPECT_EQ(made[1].value, "2025");
  EXPECT_FALSE(made[1].from);
}

}  // namespace
}  // namespace disburse
