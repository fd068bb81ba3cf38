// Runs in parts as somebody starts them on several machines: merged, every file has the bytes of the undivided run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// Works on all parts of `run`; their names, the last first.
std::string parts_of(const ScratchFolder& folder, const std::string& run, int count, const std::string& name = "p") {
  std::string names;
  for (int part = 1; part <= count; ++part) {
    const std::string number = std::to_string(part);
    const std::string file = name + number + ".part";
    const Ran ran = folder.run(run + " --part " + number + "/" + std::to_string(count) + " --out " + file +
                               " --threads " + std::to_string(1 + part % 2));
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_EQ(ran.out, "");
    names = file + " " + names;
  }
  return names;
}

/// Names of files that differ between two run folders, but for the log, which tells times.
std::string differing(const ScratchFolder& folder, const std::string& one, const std::string& other) {
  std::string names;
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(folder.path() / one)) {
    const std::string name = entry.path().filename().string();
    if (name == "run-log.json") continue;
    ++seen;
    const fs::path there = folder.path() / other / name;
    if (!fs::exists(there) || folder.read(one + "/" + name) != folder.read(other + "/" + name)) names += name + " ";
  }
  for (const auto& entry : fs::directory_iterator(folder.path() / other)) {
    if (!fs::exists(folder.path() / one / entry.path().filename())) names += entry.path().filename().string() + " ";
  }
  EXPECT_GT(seen, 10U);
  return names;
}

/// Runs whole and in parts.
void expect_same(const ScratchFolder& folder, const std::string& run, std::initializer_list<int> counts) {
  const Ran whole = folder.run(run + " --out whole");
  ASSERT_EQ(whole.exit_code, 0) << whole.err;
  for (const int count : counts) {
    const std::string merged = "merged" + std::to_string(count);
    const Ran ran =
        folder.run("merge " + parts_of(folder, run, count, merged) + " --out " + merged, "DISBURSE_THREADS=2");
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_EQ(ran.out, whole.out) << count;
    EXPECT_EQ(differing(folder, "whole", merged), "") << count;
  }
}

TEST(Merging, gives_the_expected_value_of_the_recipe) {
  const ScratchFolder folder;
  expect_same(folder, "run", {1, 3});
}

TEST(Merging, gives_the_expected_value_of_a_roster) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --out r.h5").exit_code, 0);
  expect_same(folder, "run --no-bands --roster r.h5 --horizon 2024-01..2026-12", {2, 7});
}

TEST(Merging, gives_the_replicates_of_the_recipe) {
  const ScratchFolder folder;
  expect_same(folder, "run --no-bands --mode stochastic --replicates 200 --assumptions 3", {4, 5});
}

TEST(Merging, gives_the_replicates_of_a_roster_in_memory_or_piece_by_piece) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --members 3e5 --out r.h5").exit_code, 0);
  expect_same(folder, "run --no-bands --roster r.h5 --mode stochastic --replicates 200", {3});
  const Ran ran = folder.run(
      "merge " + parts_of(folder, "run --stream --no-bands --roster r.h5 --mode stochastic --replicates 200", 2, "s") +
      " --out streamed");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(differing(folder, "whole", "streamed"), "");
}

TEST(Merging, gives_what_is_published_and_answers_in_any_format) {
  const ScratchFolder folder;
  const std::string run = "run award-660 --no-bands --publish --set heating_allowance.standard=4500元";
  const std::string parts = parts_of(folder, run, 2);
  EXPECT_EQ(folder.run("merge " + parts + "--format json").out, folder.run(run + " --format json").out);
  EXPECT_EQ(folder.run("merge " + parts + "--format csv").out, folder.run(run + " --format csv").out);
  const Ran limited = folder.run("merge " + parts + "--fail-if 'total.execution_rate>0.5'");
  EXPECT_EQ(limited.exit_code, 5);
  EXPECT_EQ(folder.run("merge " + parts + "--out m --report rep").exit_code, 0);
  EXPECT_EQ(folder.run("verify m rep").exit_code, 0);
}

TEST(Merging, takes_a_part_up_from_its_journal) {
  const ScratchFolder folder;
  const std::string run = "run --no-bands --mode stochastic --replicates 640 --part 2/2 --journal j ";
  ASSERT_EQ(folder.run(run + "--out one.part").exit_code, 0);
  const std::size_t size = folder.read("j").size();
  ASSERT_EQ(folder.run(run + "--out two.part").exit_code, 0);
  EXPECT_EQ(folder.read("j").size(), size) << "nothing was drawn again";
  EXPECT_EQ(folder.read("one.part"), folder.read("two.part"));
}

TEST(Merging, leaves_nothing_of_a_part_that_was_killed) {
  const ScratchFolder folder;
  const std::string run = "run --no-bands --mode stochastic --replicates 6000 --part 1/2 --journal j --out p.part";
  EXPECT_EQ(folder.run(run, killed_beyond("j", 100'000)).exit_code, 137);
  EXPECT_FALSE(fs::exists(folder.path() / "p.part"));
  EXPECT_EQ(folder.run(run).exit_code, 0);
  EXPECT_EQ(folder.run("verify p.part").exit_code, 0);
}

class MergingRefusals : public ::testing::Test {
 protected:
  const ScratchFolder folder;
  std::string refusal(const std::string& arguments, int code = 4) const {
    const std::string before = folder.listing();
    const Ran ran = folder.run(arguments + " --lang en");
    EXPECT_EQ(ran.exit_code, code) << arguments << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(folder.listing(), before);
    return ran.err;
  }
};

TEST_F(MergingRefusals, name_parts_that_are_unfinished_foreign_doubled_or_missing) {
  const std::string run = "run --no-bands --set heating_allowance.standard=4500元";
  parts_of(folder, run, 3);
  EXPECT_THAT(refusal("merge p1.part p3.part --out m"), HasSubstr("1 of 3 parts are missing: 2/3"));
  EXPECT_THAT(refusal("merge p1.part p2.part p2.part p3.part"), HasSubstr("p2.part: is part 2/3, and so is p2.part"));
  folder.write("cut.part", folder.read("p2.part").substr(0, 5000));
  EXPECT_THAT(refusal("merge p1.part cut.part p3.part"), HasSubstr("cut.part: this part of a run is not finished"));
  ASSERT_EQ(folder.run("run --no-bands --set heating_allowance.standard=5000元 --part 2/3 --out law.part").exit_code,
            0);
  EXPECT_THAT(refusal("merge p1.part law.part p3.part"), HasSubstr("law.part: is a part of another run"));
  ASSERT_EQ(folder.run(run + " --mode stochastic --replicates 8 --part 2/3 --out mode.part").exit_code, 0);
  EXPECT_THAT(refusal("merge p1.part mode.part p3.part"), HasSubstr("\"replicates 8, sets of assumptions 0\" here"));
  std::string changed = folder.read("p2.part");
  changed[changed.size() / 2] ^= 1;
  folder.write("changed.part", changed);
  EXPECT_THAT(refusal("merge p1.part changed.part p3.part"), HasSubstr("changed.part: was changed"));
  EXPECT_EQ(folder.run("verify p2.part").exit_code, 0);
  const Ran verified = folder.run("verify changed.part cut.part --lang en");
  EXPECT_EQ(verified.exit_code, 6);
  EXPECT_THAT(verified.out, testing::AllOf(HasSubstr("was changed after it was written"), HasSubstr("not finished")));
}

TEST_F(MergingRefusals, name_what_has_changed_since_the_parts_were_made) {
  copy_data(folder);
  const std::string data = "DISBURSE_DATA=" + folder.path().string();
  for (const char* part : {"1/2 --out a.part", "2/2 --out b.part"})
    ASSERT_EQ(folder.run(std::string("run --no-bands --part ") + part, data).exit_code, 0);
  ASSERT_EQ(folder.run("merge a.part b.part", data).exit_code, 0);
  spoil(folder, "models/common/irregular.toml", "\n", "\n# a remark\n");
  const Ran ran = folder.run("merge a.part b.part --lang en", data);
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.err, HasSubstr("have changed since"));
  EXPECT_THAT(ran.err, HasSubstr("law "));
}

TEST_F(MergingRefusals, say_what_a_part_has_none_of) {
  for (const char* option : {"--report r", "--registry r.db", "--fail-if 'total.execution_rate>1'", "--format json"}) {
    EXPECT_THAT(refusal(std::string("run --part 1/2 --out p ") + option, 2), HasSubstr("a part has sums")) << option;
  }
  EXPECT_THAT(refusal("run --part 1/2", 2), HasSubstr("Add --out FILE"));
  for (const char* part : {"0/2", "3/2", "1", "1/0", "a/b", "1/2000000", "-1/2"})
    EXPECT_THAT(refusal(std::string("run --out p --part ") + part, 2), HasSubstr("is no part of a run")) << part;
  EXPECT_THAT(refusal("run --mode stochastic --until-half-width 10000yuan --part 1/2 --out p", 2),
              HasSubstr("--until-half-width"));
  EXPECT_THAT(refusal("run -A qingshi -A lanwan --part 1/2 --out p", 2), HasSubstr("several agencies"));
  refusal("merge", 2);
}

}  // namespace
}  // namespace disburse
