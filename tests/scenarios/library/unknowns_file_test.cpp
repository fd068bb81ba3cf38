// What a document leaves open, read from TOML: the shipped file, and what is refused.
#include "scenarios/library/unknowns_file.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

#include "engine/support/publication.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

Unknowns read_text(const std::string& text, InputErrors& errors) {
  const fs::path path = fs::temp_directory_path() / ("disburse-unknowns-" + std::to_string(::getpid()) + ".toml");
  publish_file(path, "schema = \"disburse/unknowns/1\"\ntitle = \"t\"\n" + text);
  Unknowns unknowns = read_unknowns(path, errors);
  fs::remove(path);
  return unknowns;
}

std::size_t faults_of(const std::string& text) {
  InputErrors errors;
  read_text(text, errors);
  return errors.size();
}

Unknowns unknowns_of(const std::string& text) {
  InputErrors errors;
  Unknowns unknowns = read_text(text, errors);
  EXPECT_TRUE(errors.empty());
  return unknowns;
}

Unknowns shipped() {
  InputErrors errors;
  return read_unknowns(source_dir() / "scenarios" / "agencies" / "zhongwei" / "unknowns.toml", errors);
}

const std::string base_answer =
    "[[question.answer]]\nid = \"a\"\nname = \"甲\"\nname_en = \"a\"\nweight = \"0.5\"\nreason = \"r\"\n";
const std::string other_answer =
    "[[question.answer]]\nid = \"b\"\nname = \"乙\"\nname_en = \"b\"\nweight = \"0.5\"\nreason = \"r\"\n";
const std::string question = "[[question]]\nid = \"q\"\nname = \"问\"\nname_en = \"q\"\n";
const std::string change = "changes = [ { path = \"x.y\", value = \"1\" } ]\n";

TEST(UnknownsFile, the_shipped_one_has_questions_causes_and_levers) {
  InputErrors errors;
  const Unknowns unknowns =
      read_unknowns(source_dir() / "scenarios" / "agencies" / "zhongwei" / "unknowns.toml", errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_GE(unknowns.questions.size(), 6U);
  EXPECT_GE(unknowns.causes.size(), 3U);
  EXPECT_GE(unknowns.levers.size(), 5U);
  for (const Question& one : unknowns.questions) {
    Rate sum;
    for (const Answer& answer : one.answers) sum = sum + answer.weight;
    EXPECT_EQ(sum, Rate(1, 1)) << one.id;
  }
}

TEST(UnknownsFile, the_first_answer_is_the_base_and_the_others_change_something) {
  EXPECT_EQ(faults_of(question + base_answer + other_answer + change), 0U);
  EXPECT_EQ(faults_of(question + base_answer), 1U);                          // one answer is none
  EXPECT_EQ(faults_of(question + base_answer + change + other_answer), 2U);  // the base changes, the other does not
  EXPECT_EQ(faults_of(question + base_answer + other_answer), 1U);
}

TEST(UnknownsFile, a_lever_has_a_value_or_a_factor_and_its_months_may_hold_the_year) {
  const std::string lever =
      "[[lever]]\nid = \"l\"\nname = \"杆\"\nname_en = \"l\"\nlow_name = \"低\"\nhigh_name = \"高\"\n";
  EXPECT_EQ(faults_of(lever + "low = [ { path = \"x.y\", scale = \"0.9\", from = \"{year}-01\" } ]\n"
                              "high = [ { path = \"x.y\", value = \"{year}-06\" } ]\n"),
            0U);
  EXPECT_EQ(
      faults_of(lever + "low = [ { path = \"x.y\" } ]\nhigh = [ { path = \"x.y\", value = \"1\", scale = \"2\" } ]\n"),
      2U);
  EXPECT_EQ(faults_of(lever + "low = [ { path = \"x.y\", value = \"1\", from = \"{year}\" } ]\nhigh = []\n"), 1U);
}

TEST(UnknownsFile, a_yearly_change_holds_in_each_later_year_and_its_month_moves_along) {
  const std::string yearly =
      "changes = [ { path = \"x.y\", value = \"2023-01\", from = \"2025-02\", until = \"2026-01\", every_year = true "
      "}, "
      "{ path = \"x.z\", value = \"7\", from = \"2059-01\", until = \"2059-12\", every_year = true } ]\n";
  const Unknowns unknowns = unknowns_of(question + base_answer + other_answer + yearly);
  const std::vector<Override>& changes = unknowns.questions.front().answers.back().changes;
  ASSERT_EQ(changes.size(), 36U + 2U);  // 2025 to 2060, 2059 to 2060
  EXPECT_EQ(changes[1].value, "2024-01");
  EXPECT_EQ(changes[1].from, Month(2026, 2));
  EXPECT_EQ(changes[1].until, Month(2027, 1));
  EXPECT_EQ(changes[35].value, "2058-01");
  EXPECT_EQ(changes[35].from, Month(2060, 2));
  EXPECT_EQ(changes[37].value, "7");
  EXPECT_EQ(changes[37].until, Month(2060, 12));
}

TEST(UnknownsFile, a_yearly_change_says_its_months_within_a_year) {
  const auto faults = [](const std::string& months) {
    return faults_of(question + base_answer + other_answer + "changes = [ { path = \"x.y\", value = \"1\", " + months +
                     "every_year = true } ]\n");
  };
  EXPECT_EQ(faults("from = \"2025-01\", until = \"2025-12\", "), 0U);
  EXPECT_EQ(faults("from = \"2025-01\", until = \"2026-01\", "), 1U);  // the windows would lie over each other
  EXPECT_EQ(faults("from = \"2025-01\", "), 1U);
  EXPECT_EQ(faults(""), 1U);
}

/// The base is not the first answer by chance: it is believed most, and says why it is the base.
TEST(UnknownsFile, the_shipped_base_takes_the_best_supported_answer_and_says_why) {
  const Unknowns unknowns = shipped();
  for (const Question& asked : unknowns.questions) {
    const Answer& base = asked.answers.front();
    for (const Answer& other : asked.answers) EXPECT_LE(other.weight, base.weight) << asked.id << " " << other.id;
    EXPECT_NE(base.reason.find("基准"), std::string::npos) << asked.id;
  }
}

/// What an answer's changes set the parameter to in January of a year; empty where they leave it.
std::string value_in(const std::string& answer, const std::string& path, int year) {
  const Unknowns unknowns = shipped();
  std::string value;
  for (const Question& asked : unknowns.questions) {
    for (const Answer& one : asked.answers) {
      if (asked.id + "." + one.id != answer) continue;
      for (const Override& made : one.changes) {
        const Month month(year, 1);
        if (made.path == path && made.from <= month && month <= made.until) value = made.value;
      }
    }
  }
  return value;
}

TEST(UnknownsFile, shipped_answers_about_every_year_hold_as_far_as_a_projection_goes) {
  const std::string cohorts = "heating_allowance.cohorts_from";
  for (const int year : {2025, 2029, 2040, 2060}) {
    // Of this year and the two before: retired from January two years ago. Once: since the last payment's September.
    EXPECT_EQ(value_in("heating_cohorts.three_years", cohorts, year), std::to_string(year - 2) + "-01");
    EXPECT_EQ(value_in("heating_cohorts.once", cohorts, year), std::to_string(year - 1) + "-10");
    // 2018 and 2019 are funded in 2024; a year each year from then on is five years late.
    EXPECT_EQ(value_in("annuity_pace.one_year", "annuity_funding.batch_first", year), std::to_string(year - 5) + "-01");
    EXPECT_EQ(value_in("annuity_pace.one_year", "annuity_funding.batch_last", year), std::to_string(year - 5) + "-12");
    EXPECT_EQ(value_in("annuity_month.november", "annuity_funding.payment_month", year), std::to_string(year) + "-11");
  }
}

TEST(UnknownsFile, the_shipped_batches_of_the_other_reading_leave_out_no_year) {
  // 2016-17 in 2024, then two years a year until the base's two-years-ago rule is caught up with in 2029 (2026-27).
  for (int year = 2024; year <= 2029; ++year) {
    const int first = 2016 + 2 * (year - 2024);
    EXPECT_EQ(value_in("annuity_batch.from_2016", "annuity_funding.batch_first", year), std::to_string(first) + "-01");
    const std::string last = value_in("annuity_batch.from_2016", "annuity_funding.batch_last", year);
    EXPECT_EQ(last.empty() ? "2027-12" : last, std::to_string(first + 1) + "-12");  // the base's own in 2029
  }
}

TEST(UnknownsFile, weights_are_shares_and_causes_move_something) {
  std::string heavy = base_answer;
  heavy.replace(heavy.find("0.5"), 3, "1.5");
  EXPECT_EQ(faults_of(question + heavy + other_answer + change), 1U);
  EXPECT_EQ(faults_of("[[cause]]\nid = \"c\"\nname = \"因\"\nname_en = \"c\"\nsource = \"s\"\n"
                      "distribution = \"triangular\"\nmoves = []\n"),
            1U);
}

}  // namespace
}  // namespace disburse
