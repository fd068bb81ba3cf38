// Doubts stand before every figure: put before the findings, taken out again, a sentence each.
#include "outputs/text/doubts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

Finding finding(const std::string& code, const std::string& message) {
  return {code, Severity::warning, Message::verbatim("here"), Message::verbatim(message)};
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> list;
  for (const Finding& one : findings) list.push_back(one.code);
  return list;
}

using Codes = std::vector<std::string>;

TEST(Doubts, stand_before_the_findings_and_are_taken_out_again) {
  DoubtedManifest manifest;
  manifest.doubts = {finding("implausible_size", "large"), finding("withheld", "left out")};
  std::vector<Finding> all = doubts_and(manifest, {finding("line_over_budget", "over"), finding("b", "b")});
  EXPECT_EQ(codes(all), (Codes{"implausible_size", "withheld", "line_over_budget", "b"}));
  const std::vector<Finding> doubts = doubts_out_of(all);
  EXPECT_EQ(codes(doubts), (Codes{"implausible_size", "withheld"}));
  EXPECT_EQ(codes(all), (Codes{"line_over_budget", "b"})) << "the rest keeps its order";
}

TEST(Doubts, are_findings_with_the_mark_alone) {
  EXPECT_TRUE(is_doubt(finding("implausible_wage", "")));
  EXPECT_TRUE(is_doubt(finding("withheld", "")));
  EXPECT_FALSE(is_doubt(finding("withheld_more", "")));
  EXPECT_FALSE(is_doubt(finding("not_implausible_wage", "")));
}

TEST(Doubts, are_said_in_a_sentence_each_with_their_place) {
  const std::vector<Finding> all{finding("a", "no doubt"), finding("implausible_x", "much")};
  EXPECT_EQ(doubt_sentences(all, Language::en), std::vector<std::string>{"here: much."});
  EXPECT_EQ(doubt_sentences(all, Language::zh), std::vector<std::string>{"here：much。"});
}

TEST(Doubts, head_a_text_with_what_was_left_out_first_and_an_empty_line_at_the_end) {
  const std::string text =
      doubts_text({finding("implausible_x", "much"), finding("withheld", "three cells")}, Language::en);
  EXPECT_EQ(text, "[published without] here: three cells.\n[please check] here: much.\n\n");
  EXPECT_EQ(doubts_text({finding("a", "no doubt")}, Language::en), "");
}

}  // namespace
}  // namespace disburse
