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

std::size_t faults_of(const std::string& text) {
  const fs::path path = fs::temp_directory_path() / ("disburse-unknowns-" + std::to_string(::getpid()) + ".toml");
  publish_file(path, "schema = \"disburse/unknowns/1\"\ntitle = \"t\"\n" + text);
  InputErrors errors;
  read_unknowns(path, errors);
  fs::remove(path);
  return errors.size();
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
