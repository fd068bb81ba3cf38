// What each rank of a job runs, and what becomes of its part.
#include "engine/app/ranks/ranked_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "engine/app/commands.hpp"
#include "engine/base/error.hpp"
#include "engine/support/files.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Words = std::vector<std::string>;

Request request_of(Words words) {
  words.insert(words.begin(), "disburse");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  return parse_command_line(static_cast<int>(argv.size()), argv.data());
}

/// One rank of a job whose other ranks are played: what they say, and the parts that they hand over.
class Played : public Ranks {
 public:
  Played(std::size_t rank, std::size_t count) : rank_(rank), count_(count) {}
  std::size_t rank() const override { return rank_; }
  std::size_t count() const override { return count_; }
  int of_first(int number) override { return rank_ == 0 ? number : first; }
  int largest(int number) override { return std::max(number, others); }
  void hand_over(const std::string& bytes) override { handed = bytes; }
  std::string take_from(std::size_t rank) override { return "part of rank " + std::to_string(rank); }

  int first = 0, others = 0;
  std::string handed;

 private:
  std::size_t rank_, count_;
};

/// Runs nothing: writes words down, and makes the file of a part.
class Recorder {
 public:
  RunWords run() {
    return [this](const Words& words) {
      lines.push_back(words);
      const auto out = std::find(words.begin(), words.end(), "--out");
      if (words[1] == "run" && code == 0) {
        std::ofstream(*(out + 1)) << "own part";
      } else if (words[1] == "merge") {
        for (std::size_t i = 2; words[i].ends_with(".part"); ++i) parts.push_back(read_file(words[i], 1000));
      }
      return Said{words[1] == "merge" ? merged : code, code == 0 ? "" : "disk full"};
    };
  }
  int code = 0, merged = 0;
  std::vector<Words> lines;
  Words parts;
};

TEST(RankedRun, a_part_is_the_run_without_what_is_beside_its_result) {
  const Request request =
      request_of({"run", "award-660", "--mode", "stochastic", "--replicates", "64", "--out", "x", "--report", "y",
                  "--format", "json", "--journal", "j", "--threads", "3", "--lang", "en"});
  ASSERT_EQ(english(request.complaint), "");
  EXPECT_THAT(part_words(request.options, {1, 4}, "/tmp/p"),
              ElementsAre("disburse", "run", "award-660", "--mode", "stochastic", "--replicates", "64", "--part", "2/4",
                          "--out", "/tmp/p", "--quiet", "--format", "table", "--lang", "en", "--threads", "3",
                          "--journal", "j.2"));
}

TEST(RankedRun, the_merging_answers_as_the_run_was_asked_to) {
  const Request request =
      request_of({"run", "--out", "x", "--report", "y", "--registry", "r", "--format", "csv", "--fail-if", "a>1",
                  "--fail-if", "b>2", "--share", "--sign", "k", "-q", "--lang", "zh"});
  ASSERT_EQ(english(request.complaint), "");
  EXPECT_THAT(merge_words(request, {"1.part", "2.part"}),
              ElementsAre("disburse", "merge", "1.part", "2.part", "--format", "csv", "--lang", "zh", "--out", "x",
                          "--report", "y", "--registry", "r", "--fail-if", "a>1", "--fail-if", "b>2", "--sign", "k",
                          "--share", "--quiet", "--no-color"));
}

TEST(RankedRun, its_lines_are_understood) {
  const Request request = request_of({"run", "--stream", "--roster", "r", "--fail-if", "a>1", "--out", "x"});
  for (Words words : {part_words(request.options, {0, 2}, "p"), merge_words(request, {"1.part"})}) {
    words.erase(words.begin());
    EXPECT_EQ(english(request_of(words).complaint), "");
  }
}

TEST(RankedRun, the_first_rank_merges_the_parts_of_all) {
  const ScratchFolder folder;
  Played ranks(0, 3);
  Recorder recorder;
  recorder.merged = exit_limit;
  std::string errors;
  EXPECT_EQ(run_on_ranks(request_of({"run", "--out", "x"}), folder.path(), ranks, recorder.run(), errors), exit_limit);
  ASSERT_EQ(recorder.lines.size(), 2U);
  EXPECT_THAT(recorder.parts, ElementsAre("own part", "part of rank 1", "part of rank 2"));
  EXPECT_EQ(errors, "");
}

TEST(RankedRun, another_rank_hands_its_part_over_and_ends_as_the_first_one_does) {
  const ScratchFolder folder;
  Played ranks(2, 3);
  ranks.first = 0;
  Recorder recorder;
  std::string errors;
  EXPECT_EQ(run_on_ranks(request_of({"run"}), folder.path(), ranks, recorder.run(), errors), 0);
  EXPECT_EQ(ranks.handed, "own part");
  EXPECT_EQ(recorder.lines.size(), 1U);
}

TEST(RankedRun, nothing_is_merged_where_a_part_failed_and_who_failed_alone_says_so) {
  const ScratchFolder folder;
  Recorder good, failing;
  failing.code = exit_fault;
  std::string errors;
  Played other_failed(0, 2);
  other_failed.others = exit_fault;
  EXPECT_EQ(run_on_ranks(request_of({"run"}), folder.path(), other_failed, good.run(), errors), exit_fault);
  EXPECT_EQ(good.lines.size(), 1U);
  EXPECT_EQ(errors, "");
  Played alone(1, 2), with_first(1, 2);
  with_first.first = exit_fault;
  EXPECT_EQ(run_on_ranks(request_of({"run"}), folder.path() / "a", with_first, failing.run(), errors), exit_fault);
  EXPECT_EQ(errors, "") << "the first one has told it";
  EXPECT_EQ(run_on_ranks(request_of({"run"}), folder.path() / "b", alone, failing.run(), errors), exit_fault);
  EXPECT_EQ(errors, "disk full");
}

TEST(RankedRun, is_of_a_run_alone) {
  const ScratchFolder folder;
  Played ranks(0, 2);
  Recorder recorder;
  std::string errors;
  for (const Words& words : {Words{"sweep"}, Words{"run", "--part", "1/2", "--out", "p"}}) {
    EXPECT_THROW(run_on_ranks(request_of(words), folder.path(), ranks, recorder.run(), errors), InputRejected);
  }
  EXPECT_TRUE(recorder.lines.empty());
}

}  // namespace
}  // namespace disburse
