// A part's file gives back what was kept, and is refused by name where it is unfinished, changed or something else.
#include "engine/storage/part_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "support/program.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using Numbers = std::vector<std::int64_t>;

const PartHead head{{1, 3}, "disburse run base", "program 1\nlaw a"};

/// A part of two records.
void write(const std::filesystem::path& path, const PartHead& of = head) {
  PartWriter writer(path, of);
  writer.add({1, 0}, Numbers{1, -2, 3});
  writer.add({4, 64}, Numbers{});
  writer.finish();
}

/// What is wrong with a file of these bytes; empty where nothing is.
std::string refusal(const std::string& bytes) {
  const ScratchFolder folder;
  folder.write("p", bytes);
  try {
    const PartFile part(folder.path() / "p");
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::data);
    EXPECT_THAT(rejected.what(), HasSubstr("/p"));
    keys_of(rejected.errors());
    return rejected.what();
  }
  return "";
}

const std::string& good() {
  static const std::string bytes = [] {
    const ScratchFolder folder;
    write(folder.path() / "p");
    return folder.read("p");
  }();
  return bytes;
}

TEST(PartFile, gives_back_what_was_kept) {
  const ScratchFolder folder;
  write(folder.path() / "p");
  const PartFile part(folder.path() / "p");
  EXPECT_EQ(part.head().share, (Share{1, 3}));
  EXPECT_EQ(part.head().command, "disburse run base");
  EXPECT_EQ(part.head().identity, "program 1\nlaw a");
  Numbers numbers(3);
  EXPECT_TRUE(part.find({1, 0}, numbers));
  EXPECT_EQ(numbers, (Numbers{1, -2, 3}));
  EXPECT_TRUE(part.find({4, 64}, {}));
  Numbers two(2);
  EXPECT_FALSE(part.find({1, 0}, two)) << "of another size";
  EXPECT_FALSE(part.find({1, 1}, numbers)) << "never kept";
  EXPECT_TRUE(is_part_file(folder.path() / "p"));
}

TEST(PartFile, has_the_size_that_its_page_tells) {
  // Opening 16; numbers of the part 16; texts with their lengths 8 + 17, 8 + 15; records 24 + 24 and 24; end 24 and 65.
  EXPECT_EQ(good().size(), 16U + 16U + 25U + 23U + 48U + 24U + 24U + 65U);
  EXPECT_EQ(refusal(good()), "");
}

TEST(PartFile, is_unfinished_wherever_it_was_cut_off) {
  for (std::size_t size = 16; size < good().size(); ++size)
    EXPECT_THAT(refusal(good().substr(0, size)), HasSubstr("not finished")) << size;
}

TEST(PartFile, that_nobody_finished_is_unfinished) {
  const ScratchFolder folder;
  PartWriter(folder.path() / "p", head).add({1, 0}, Numbers{7});
  EXPECT_THAT(refusal(folder.read("p")), HasSubstr("not finished"));
}

TEST(PartFile, is_refused_after_any_change) {
  for (std::size_t at = 0; at < good().size(); ++at) {
    std::string bytes = good();
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    EXPECT_NE(refusal(bytes), "") << at;
  }
  EXPECT_THAT(refusal(good() + "x"), HasSubstr("changed"));
}

TEST(PartFile, of_another_kind_or_version_says_so) {
  EXPECT_THAT(refusal(""), HasSubstr("no part"));
  EXPECT_THAT(refusal("disburse-journal 2\n..............."), HasSubstr("no part"));
  std::string later = good();
  later[14] = '2';
  EXPECT_THAT(refusal(later), HasSubstr("another version"));
  const ScratchFolder folder;
  folder.write("t", "text");
  EXPECT_FALSE(is_part_file(folder.path() / "t"));
}

TEST(PartFile, that_is_not_there_is_named) {
  const ScratchFolder folder;
  try {
    const PartFile part(folder.path() / "gone");
    FAIL();
  } catch (const InputRejected& rejected) {
    EXPECT_THAT(rejected.what(), HasSubstr("gone"));
    EXPECT_THAT(rejected.what(), HasSubstr("cannot be read"));
  }
}

TEST(PartFile, takes_nothing_more_and_a_writer_gives_nothing) {
  const ScratchFolder folder;
  PartWriter writer(folder.path() / "w", head);
  Numbers one(1);
  EXPECT_FALSE(writer.find({1, 0}, one));
  write(folder.path() / "p");
  PartFile part(folder.path() / "p");
  EXPECT_THROW(part.add({1, 0}, one), ProgramFault);
  EXPECT_THROW(PartWriter(folder.path() / "no-folder" / "p", head), FileFailure);
}

RC_GTEST_PROP(PartFileProperty, any_sums_come_back, ()) {
  const auto records = *rc::gen::arbitrary<std::map<std::pair<std::uint16_t, std::uint64_t>, Numbers>>();
  const ScratchFolder folder;
  {
    PartWriter writer(folder.path() / "p", head);
    for (const auto& [key, numbers] : records) writer.add({key.first, key.second}, numbers);
    writer.finish();
  }
  const PartFile part(folder.path() / "p");
  for (const auto& [key, numbers] : records) {
    Numbers found(numbers.size());
    RC_ASSERT(part.find({key.first, key.second}, found));
    RC_ASSERT(found == numbers);
  }
}

/// What complete_parts says of files in a folder; empty where it takes them.
std::string set_refusal(const ScratchFolder& folder, const std::vector<std::string>& names) {
  std::vector<std::string> files;
  for (const std::string& name : names) files.push_back((folder.path() / name).string());
  try {
    std::size_t next = 0;
    for (const auto& part : complete_parts(files)) EXPECT_EQ(part->head().share.index, next++);
    EXPECT_EQ(next, files.size());
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::data);
    keys_of(rejected.errors());
    return rejected.what();
  }
  return "";
}

class PartSet : public ::testing::Test {
 protected:
  ScratchFolder folder;
  PartSet() {
    for (std::size_t i = 0; i < 3; ++i) write(folder.path() / std::to_string(i), {{i, 3}, head.command, head.identity});
  }
};

TEST_F(PartSet, is_complete_in_any_order) {
  std::vector<std::string> names{"0", "1", "2"};
  do {
    EXPECT_EQ(set_refusal(folder, names), "");
  } while (std::next_permutation(names.begin(), names.end()));
}

TEST_F(PartSet, names_what_is_missing_and_what_stands_twice) {
  EXPECT_THAT(set_refusal(folder, {"2", "0"}), HasSubstr("1 of 3 parts are missing: 2/3"));
  EXPECT_THAT(set_refusal(folder, {"1"}), HasSubstr("2 of 3 parts are missing: 1/3, 3/3"));
  const std::string twice = set_refusal(folder, {"0", "1", "2", "1"});
  EXPECT_THAT(twice, HasSubstr("is part 2/3, and so is"));
}

TEST_F(PartSet, names_parts_of_other_runs_and_in_what_they_differ) {
  write(folder.path() / "other", {{1, 3}, head.command, "program 1\nlaw b"});
  EXPECT_THAT(set_refusal(folder, {"0", "other", "2"}), HasSubstr("\"law a\" there, \"law b\" here"));
  write(folder.path() / "four", {{1, 4}, head.command, head.identity});
  EXPECT_THAT(set_refusal(folder, {"0", "four", "2"}), HasSubstr("\"1/3\" there, \"2/4\" here"));
  write(folder.path() / "asked", {{1, 3}, "disburse run other", head.identity});
  EXPECT_THAT(set_refusal(folder, {"0", "asked", "2"}), HasSubstr("\"disburse run other\" here"));
}

TEST_F(PartSet, tells_everything_that_is_wrong_at_once) {
  folder.write("1", folder.read("1").substr(0, 100));
  write(folder.path() / "other", {{1, 3}, head.command, "program 2\nlaw a"});
  const std::string all = set_refusal(folder, {"0", "1", "other", "0", "gone"});
  for (const char* words : {"not finished", "program 2", "so is", "cannot be read"}) EXPECT_THAT(all, HasSubstr(words));
  EXPECT_THAT(all, ::testing::Not(HasSubstr("parts are missing"))) << "one that cannot be read may be the one";
}

}  // namespace
}  // namespace disburse
