// What is published stands whole or not at all, several files together, and nobody else's are touched.
#include "engine/support/publication.hpp"
#include "engine/support/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "engine/support/files.hpp"
#include "engine/support/publication.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Published : public testing::Test {
 protected:
  /// Everything in the folder, hidden names too.
  std::string all() const { return scratch.listing(); }
  static unsigned mode(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
  }

  ScratchFolder scratch;
  fs::path folder = scratch.path();
};

struct Refusing : Joined {
  void keep() override { throw std::runtime_error("cannot be kept"); }
};
struct Counting : Joined {
  explicit Counting(int& count) : kept(count) {}
  void keep() override { ++kept; }
  int& kept;
};

TEST_F(Published, files_and_folders_appear_together_at_the_end) {
  Publication files;
  files.claim(folder / "run");
  files.file(folder / "a.txt", std::string_view("zero \0 byte", 11));
  files.at(folder / "run").add("b.txt", "b");
  files.claim(folder / "unused");
  int kept = 0;
  files.join(std::make_unique<Counting>(kept));
  EXPECT_FALSE(fs::exists(folder / "run") || fs::exists(folder / "a.txt"));
  EXPECT_EQ(kept, 0);
  files.commit();
  EXPECT_EQ(all(), "a.txt\nrun\nrun/b.txt\n") << "a name that was claimed and not used is free";
  EXPECT_EQ(scratch.read("a.txt"), std::string("zero \0 byte", 11));
  EXPECT_EQ(kept, 1);
}

TEST_F(Published, nothing_stands_without_a_commit) {
  {
    Publication files;
    files.at(folder / "run").add("a.txt", "x");
    EXPECT_THROW(files.at(folder / "run").add("a.txt", "again"), std::system_error);
    EXPECT_THROW(files.at(folder / "run").add("../escape.txt", "x"), ProgramFault);
    EXPECT_THROW(files.at(folder / "run").add("/escape.txt", "x"), ProgramFault);
    files.file(folder / "b.txt", "x");
  }
  EXPECT_EQ(all(), "");
}

TEST_F(Published, is_taken_back_when_the_last_of_it_fails) {
  Publication files;
  files.file(folder / "a.txt", "x");
  files.at(folder / "run").add("b.txt", "b");
  files.join(std::make_unique<Refusing>());
  EXPECT_THROW(files.commit(), std::runtime_error);
  EXPECT_FALSE(fs::exists(folder / "run") || fs::exists(folder / "a.txt"));
}

TEST_F(Published, leaves_alone_what_came_in_between_and_takes_back_the_rest) {
  {
    Publication files;
    files.file(folder / "a.txt", "mine");
    files.at(folder / "run").add("b.txt", "mine");
    fs::create_directory(folder / "run");
    std::ofstream(folder / "run" / "b.txt") << "theirs";
    EXPECT_THROW(files.commit(), FolderExists);
  }
  EXPECT_EQ(all(), "run\nrun/b.txt\n");
  EXPECT_EQ(scratch.read("run/b.txt"), "theirs");
}

TEST_F(Published, refuses_a_name_that_is_taken_before_the_work) {
  fs::create_directory(folder / "run");
  fs::create_symlink("nowhere", folder / "link");
  Publication files;
  EXPECT_THROW(files.claim(folder / "run"), FolderExists);
  EXPECT_THROW(files.claim(folder / "run" / ""), FolderExists);
  EXPECT_THROW(files.claim(folder / "link"), FolderExists);
  EXPECT_THROW(files.claim(folder / "none" / "run"), std::system_error);
  files.claim(folder / "new");
  EXPECT_THROW(files.claim(folder / "." / "new" / ""), FolderExists) << "two outputs of one name";
  EXPECT_THROW(files.claim(folder / std::string(5000, 'x')), std::system_error);
}

TEST_F(Published, finds_what_was_changed_on_the_disk_meanwhile) {
  for (const std::string change : {"shorter", "longer than it was", "as long"}) {
    Publication files;
    Staged& run = files.at(folder / "run");
    run.add("a.txt", "as.long");
    std::ofstream(run.folder() / "a.txt") << change;
    try {
      files.commit();
      FAIL() << change;
    } catch (const DiskDiffers& differs) {
      EXPECT_THAT(differs.what(), HasSubstr("a.txt: the disk does not hold what was written"));
    }
    EXPECT_FALSE(fs::exists(folder / "run"));
  }
}

TEST_F(Published, has_the_proof_of_who_wrote_it_himself) {
  const auto proof = [](const fs::path& path) {
    if (read_file(path, 10) != "good") throw std::runtime_error("bad");
  };
  {
    Publication files;
    std::ofstream(files.open(folder / "a", proof)) << "evil";
    EXPECT_THROW(files.commit(), std::runtime_error);
  }
  EXPECT_EQ(all(), "");
  Publication files;
  std::ofstream(files.open(folder / "a", proof)) << "good";
  files.commit();
  EXPECT_EQ(scratch.read("a"), "good");
}

TEST_F(Published, is_its_owners_alone_unless_it_is_shared) {
  const mode_t before = ::umask(0);
  Publication closed;
  closed.at(folder / "closed").add("a", "x");
  closed.file(folder / "b", "x");
  closed.commit();
  ::umask(0077);
  Publication open(Access::everyone);
  open.at(folder / "open").add("a", "x");
  open.file(folder / "c", "x");
  open.private_file(folder / "d", "x");
  open.commit();
  ::umask(before);
  EXPECT_EQ(mode(folder / "closed"), 0700U);
  EXPECT_EQ(mode(folder / "closed" / "a"), 0600U);
  EXPECT_EQ(mode(folder / "b"), 0600U);
  EXPECT_EQ(mode(folder / "open"), 0755U);
  EXPECT_EQ(mode(folder / "open" / "a"), 0644U);
  EXPECT_EQ(mode(folder / "c"), 0644U);
  EXPECT_EQ(mode(folder / "d"), 0600U) << "what tells of persons is not shared";
}

TEST_F(Published, what_a_killed_program_left_is_gone_with_the_next_claim_and_nothing_else) {
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    Publication files;
    files.at(folder / "theirs").add("persons.csv", "a name");
    static_cast<void>(!::write(ready[1], "x", 1));
    ::pause();
  }
  char sign = 0;
  ASSERT_EQ(::read(ready[0], &sign, 1), 1);
  const std::string living = all();
  EXPECT_THAT(living, HasSubstr("persons.csv"));
  Publication(Access::owner).claim(folder / "mine");
  EXPECT_EQ(all(), living) << "its program lives";
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  fs::create_directory(folder / ".disburse-notes");
  std::ofstream(folder / ".disburse-1.part") << "a file of this name";
  Publication(Access::owner).claim(folder / "mine");
  EXPECT_EQ(all(), ".disburse-1.part\n.disburse-notes\n");
}

TEST_F(Published, one_file_by_itself_replaces_and_leaves_no_part) {
  publish_file(folder / "a.txt", "first");
  publish_file(folder / "a.txt", "second");
  EXPECT_EQ(scratch.read("a.txt"), "second");
  fs::create_directory(folder / "b");
  EXPECT_THROW(publish_file(folder / "b", "x"), std::system_error);
  try {
    publish_file(folder / "none" / "a.txt", "x");
    FAIL() << "nothing was thrown";
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code().value(), ENOENT);
    EXPECT_THAT(error.what(), HasSubstr("a.txt"));
  }
  EXPECT_EQ(all(), "a.txt\nb\n");
}

TEST_F(Published, two_threads_with_the_same_name_leave_one_whole) {
  const std::string one(100'000, '1');
  const std::string two(100'000, '2');
  std::thread other([&] { publish_file(folder / "a.txt", one); });
  publish_file(folder / "a.txt", two);
  other.join();
  const std::string found = scratch.read("a.txt");
  EXPECT_TRUE(found == one || found == two);
  EXPECT_EQ(all(), "a.txt\n");
}

}  // namespace
}  // namespace disburse
