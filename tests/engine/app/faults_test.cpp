// A disk that fails at any call of any writing command: it ends with a refusal and nothing changed, or with exit 0 and
// the files that it writes on a good disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "support/places.hpp"
#include "support/program.hpp"
#include "support/small_roster.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using Contents = std::map<std::string, std::string>;

/// A command that writes, and what it is called here.
struct Writing {
  const char* name;
  const char* line;
};

constexpr Writing writing[] = {
    {"run", "run --roster roster.h5 --no-bands --out out --registry out.db --threads 1"},
    {"stochastic",
     "run --roster roster.h5 --mode stochastic --replicates 64 --journal out.journal --out out --threads 1"},
    {"run_report", "run --roster roster.h5 --out out --report out2 --share"},
    {"budget", "budget --roster roster.h5 --year 2025 --out out"},
    {"plan", "plan --roster roster.h5 --out out.xlsx"},
    {"cash", "cash --roster roster.h5 --balance 5000万元 --out out.xlsx"},
    {"quick_sums", "sensitivity --roster roster.h5 --out out.xlsx"},
    {"parameters", "list parameters --out out.xlsx"},
    {"sweep", "sweep --roster roster.h5 --sweep unity_award.ordinary_per_payment=600,660 --out out"},
    {"calibrate", "calibrate roster.h5 --out out.toml"},
    {"report", "report done --out out"},
    {"roster", "synthesize --out out.h5"},
    {"streamed_roster", "synthesize --members 3000 --out out.h5"},
    {"office", "synthesize --as-office out --fault-rate 0.01"},
    {"import",
     "import office/*.csv --scheme enterprise --as-of 2023-12 --out out.h5 --quarantine out2.csv --key out.key"},
};

constexpr const char* kinds[] = {"write", "pwrite", "print", "fsync", "rename", "open", "close"};

class Faults : public testing::TestWithParam<Writing> {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "the sanitizers must be loaded first";
#endif
    ASSERT_TRUE(fs::exists(library)) << library;
    const std::string line = GetParam().line;
    if (line.find("roster.h5") != std::string::npos) {
      ASSERT_EQ(folder.run(std::string(make_small_roster) + "roster.h5").exit_code, 0);
    }
    if (line.find("report done") != std::string::npos) {
      ASSERT_EQ(folder.run("run --out done").exit_code, 0);
    }
    if (line.find("office/") != std::string::npos) {
      ASSERT_EQ(folder.run("synthesize --as-office office").exit_code, 0);
    }
    before = contents();
  }

  Contents contents() const {
    Contents all;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
      const std::string name = fs::relative(entry.path(), folder.path()).string();
      if (entry.path().filename() == "run-log.json") continue;  // tells the hour
      std::ifstream file(entry.path(), std::ios::binary);
      all[name] = entry.is_directory() ? "a folder" : std::string(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }
  void clear() const {
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      if (!before.contains(entry.path().filename().string())) fs::remove_all(entry.path());
    }
  }
  /// The journal is appended to as the work goes on, and a key is drawn anew each time.
  static Contents comparable(Contents all) {
    all.erase("out.journal");
    return all;
  }
  Ran run(const std::string& kind, long at, bool lasts) const {
    return folder.run(GetParam().line, "TMPDIR=/nonexistent LD_PRELOAD=" + library.string() +
                                           " DISBURSE_FAULT=" + kind + " DISBURSE_FAULT_AT=" + std::to_string(at) +
                                           " DISBURSE_FAULT_COUNT=" + count.string() +
                                           (lasts ? " DISBURSE_FAULT_LASTS=1" : ""));
  }
  long counted() const {
    std::ifstream file(count);
    long calls = 0;
    file >> calls;
    return calls;
  }

  const fs::path library = program_path().parent_path() / "tests" / "libdisburse_faults.so";
  const ScratchFolder folder, beside;
  const fs::path count = beside.path() / "count";
  Contents before;
};

bool everything() { return std::getenv("DISBURSE_FAULTS") != nullptr; }

/// Which calls are made to fail: a few over the whole length, or each with DISBURSE_FAULTS=all.
std::set<long> tried(long calls) {
  std::set<long> points;
  const bool all = everything();
  const long few = 2;
  for (long i = 1; i <= (all ? calls : std::min(calls, few)); ++i) points.insert(all ? i : 1 + (calls - 1) * i / few);
  if (calls > 0) points.insert(calls);
  return points;
}

TEST_P(Faults, end_in_a_refusal_or_in_the_same_files) {
  const bool key = std::string(GetParam().line).find("--key") != std::string::npos;
  if (key) {  // drawn once, so that the roster is the same each time
    ASSERT_EQ(folder.run(GetParam().line).exit_code, 0);
    const std::string drawn = folder.read("out.key");
    clear();
    folder.write("out.key", drawn);
    fs::permissions(folder.path() / "out.key", fs::perms::owner_read | fs::perms::owner_write);
    before = contents();
  }
  const Ran good = folder.run(GetParam().line, "TMPDIR=/nonexistent");
  ASSERT_EQ(good.exit_code, 0) << good.err;
  const Contents wanted = comparable(contents());
  ASSERT_GT(wanted.size(), before.size());
  clear();
  std::size_t refused = 0;
  std::size_t survived = 0;
  for (const std::string kind : kinds) {
    ASSERT_EQ(run(kind, 0, false).exit_code, 0) << kind;
    const long calls = counted();
    clear();
    for (const long at : tried(calls)) {
      for (const bool lasts : {false, true}) {
        if (!everything() && lasts != (at % 2 == 0)) continue;
        const Ran ran = run(kind, at, lasts);
        const std::string what = kind + " " + std::to_string(at) + " of " + std::to_string(calls) +
                                 (lasts ? ", and all after it" : "") + ": exit " + std::to_string(ran.exit_code) +
                                 "\n" + ran.err;
        EXPECT_LT(ran.exit_code, 128) << what;
        const Contents after = comparable(contents());
        if (ran.exit_code == 0) {
          ++survived;
          EXPECT_TRUE(after == wanted) << what << folder.listing();
        } else {
          ++refused;
          EXPECT_FALSE(ran.err.empty()) << what;
          EXPECT_TRUE(after == before) << what << folder.listing();
        }
        clear();
      }
    }
  }
  EXPECT_GT(refused, 4u) << "the faults were met";
  RecordProperty("refused", std::to_string(refused));
  RecordProperty("survived", std::to_string(survived));
}

INSTANTIATE_TEST_SUITE_P(All, Faults, testing::ValuesIn(writing),
                         [](const auto& given) { return std::string(given.param.name); });

/// Runs a command whose folder is a file system of so many bytes, where a user may mount one.
class FullDisk : public testing::TestWithParam<Writing> {};

TEST_P(FullDisk, never_ends_in_a_damaged_file) {
  const ScratchFolder folder;
  if (std::system("unshare --map-root-user --mount true 2>/dev/null") != 0)
    GTEST_SKIP() << "no file system may be mounted here";
  const std::string line = GetParam().line;
  ASSERT_EQ(folder.run("run --out done").exit_code, 0);
  ASSERT_EQ(folder.run(std::string(make_small_roster) + "roster.h5").exit_code, 0);
  ASSERT_EQ(folder.run("synthesize --as-office office").exit_code, 0);
  fs::create_directory(folder.path() / "good");
  fs::create_directory(folder.path() / "small");
  // The command's own names are taken from the folder above; outputs go into the one that it stands in.
  std::string here = line;
  for (const std::string name : {"done", "roster.h5", "office/"}) {
    const std::size_t at = here.find(" " + name);
    if (at != std::string::npos) here.insert(at + 1, "../");
  }
  ASSERT_EQ(folder.run("", "cd good && sh -c '\"$0\" " + here + "'").exit_code, 0);
  for (const int kib : {16, 48, 96, 200, 400}) {
    const std::string size = std::to_string(kib) + "k";
    // What is left is copied out of the namespace for the comparison.
    const Ran ran = folder.run("", "unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=" + size +
                                       " tmpfs small && cd small && TMPDIR=. \"$0\" " + here +
                                       " >/dev/null; code=$?; cd ..; rm -rf left; cp -a small left; exit $code'");
    EXPECT_LT(ran.exit_code, 128) << size << "\n" << ran.err;
    const std::string difference = ran.exit_code == 0 ? "diff -r -x run-log.json -x out.key good left"
                                                      : "test -z \"$(find left -mindepth 1 ! -name out.journal)\"";
    const std::string check = "cd '" + folder.path().string() + "' && { " + difference + "; } >diff.txt 2>&1";
    EXPECT_EQ(std::system(check.c_str()), 0) << size << ": exit " << ran.exit_code << "\n"
                                             << ran.err << folder.read("diff.txt");
  }
}

constexpr Writing on_a_full_disk[] = {writing[0], writing[3],  writing[4],  writing[5],
                                      writing[7], writing[11], writing[12], writing[13]};
INSTANTIATE_TEST_SUITE_P(All, FullDisk, testing::ValuesIn(on_a_full_disk),
                         [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace disburse
