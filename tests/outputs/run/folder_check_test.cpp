// Whatever is changed in a folder of results is found, with the file and what differs; what is not changed is not.
#include "outputs/run/folder_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/base/digest.hpp"

#include "support/program.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class FolderCheck : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(scratch.run("run --out run").exit_code, 0);
    ASSERT_EQ(scratch.run("run award-660 --out other").exit_code, 0);
  }
  /// "error file: message" a line.
  std::string told() const {
    std::string text;
    for (const Finding& one : check_folder(scratch.path() / "run"))
      text += std::string(to_string(one.severity)) + " " + english(one.where) + ": " + english(one.message) + "\n";
    return text;
  }
  void change(const std::string& file, const std::string& what, const std::string& with) const {
    spoil(scratch, "run/" + file, what, with);
  }
  void take_from_other(const std::string& file) const {
    fs::copy_file(scratch.path() / "other" / file, scratch.path() / "run" / file, fs::copy_options::overwrite_existing);
  }
  /// The manifest made to fit what stands in the folder: what who knows the format would do.
  void forge_manifest() const {
    std::string manifest = scratch.read("run/manifest.json");
    const auto document = nlohmann::ordered_json::parse(manifest);
    for (const auto& file : document["files"]) {
      const std::string bytes = scratch.read("run/" + file["name"].get<std::string>());
      const std::string old_sum = file["sha256"], old_size = "\"bytes\": " + std::to_string(file["bytes"].get<int>());
      const std::size_t at = manifest.find(old_sum);
      manifest.replace(at, old_sum.size(), sha256_hex(bytes));
      manifest.replace(manifest.rfind(old_size, at), old_size.size(), "\"bytes\": " + std::to_string(bytes.size()));
    }
    scratch.write("run/manifest.json", manifest);
  }

  const ScratchFolder scratch;
};

TEST_F(FolderCheck, finds_nothing_in_a_folder_as_it_was_written) {
  EXPECT_EQ(told(), "");
  ASSERT_EQ(scratch.run("run --publish --horizon 2024-01..2025-12 --out published").exit_code, 0);
  EXPECT_THAT(check_folder(scratch.path() / "published"), IsEmpty()) << "hidden counts are no difference";
  ASSERT_EQ(scratch.run("run --mode stochastic --replicates 64 --out stochastic").exit_code, 0);
  EXPECT_THAT(check_folder(scratch.path() / "stochastic"), IsEmpty());
  fs::rename(scratch.path() / "run", scratch.path() / "moved");
  EXPECT_THAT(check_folder(scratch.path() / "moved"), IsEmpty());
}

TEST_F(FolderCheck, finds_every_file_that_was_changed_cut_or_taken_away) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(scratch.path() / "run"))
    names.push_back(entry.path().filename().string());
  ASSERT_GT(names.size(), 10u);
  for (const std::string& name : names) {
    if (name == "run-log.json" || name == "manifest.json") continue;
    const std::string whole = scratch.read("run/" + name);
    std::string flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    scratch.write("run/" + name, flipped);
    EXPECT_THAT(told(), HasSubstr("error " + name + ": was changed: its SHA-256 begins with ")) << name;
    scratch.write("run/" + name, whole.substr(0, whole.size() - 1));
    EXPECT_THAT(told(), HasSubstr("error " + name + ": has " + std::to_string(whole.size() - 1) +
                                  " bytes; when it was written it had " + std::to_string(whole.size())));
    fs::remove(scratch.path() / "run" / name);
    EXPECT_THAT(told(), HasSubstr("error " + name + ": is missing, and the manifest names it"));
    scratch.write("run/" + name, whole);
  }
  EXPECT_EQ(told(), "");
}

TEST_F(FolderCheck, finds_what_lies_there_and_is_not_of_it) {
  scratch.write("run/notes.txt", "mine");
  EXPECT_EQ(told(), "warning notes.txt: is not in the manifest: it came later or from elsewhere\n");
}

TEST_F(FolderCheck, finds_a_manifest_that_is_missing_broken_edited_or_of_another_run) {
  const std::string whole = scratch.read("run/manifest.json");
  for (const std::string& broken : {std::string("{"), std::string("[]"), std::string("{\"schema\": 7}"),
                                    std::string("{\"schema\": \"disburse/manifest/2\"}"), whole.substr(0, 200)}) {
    scratch.write("run/manifest.json", broken);
    EXPECT_THAT(told(), HasSubstr("error manifest.json: ")) << broken;
  }
  scratch.write("run/manifest.json", whole);
  change("manifest.json", "\"seed\": ", "\"seed\": 1");
  EXPECT_THAT(told(), HasSubstr("error run.json: its manifest is not that of manifest.json"));
  scratch.write("run/manifest.json", whole);
  change("manifest.json", "\"name\": \"run.json\"", "\"name\": \"../run.json\"");
  EXPECT_THAT(told(), HasSubstr("error manifest.json: it names a file outside of this folder"));
  take_from_other("manifest.json");
  EXPECT_THAT(told(), HasSubstr("error run.json: its scenario is not that of manifest.json"));
  fs::remove(scratch.path() / "run" / "manifest.json");
  EXPECT_EQ(told(), "error manifest.json: is missing: nothing here can be held to it\n");
}

TEST_F(FolderCheck, finds_by_the_files_themselves_what_a_forged_manifest_covers) {
  const std::string run = scratch.read("run/run.json"), ledger = scratch.read("run/ledger.csv");
  const auto undo = [&] {
    scratch.write("run/run.json", run);
    scratch.write("run/ledger.csv", ledger);
  };
  take_from_other("run.json");
  forge_manifest();
  EXPECT_THAT(told(), HasSubstr("error run.json: its scenario is not that of manifest.json"));
  undo();
  take_from_other("result.h5");
  forge_manifest();
  EXPECT_THAT(told(), HasSubstr("error result.h5: its scenario is not that of run.json"));
  EXPECT_THAT(told(), HasSubstr("error result.h5: unity_award: its sums are not those of run.json"));
}

TEST_F(FolderCheck, holds_the_sums_of_a_run_to_each_other) {
  // The first figure of the total, and one amount of the ledger, each a little more than it was.
  const auto document = nlohmann::ordered_json::parse(scratch.read("run/run.json"));
  const std::string total = std::to_string(document["total"]["projected_fen"].get<std::int64_t>());
  change("run.json", "\"projected_fen\": " + total, "\"projected_fen\": " + total + "0");
  forge_manifest();
  EXPECT_THAT(told(), HasSubstr("error run.json: "));
  EXPECT_THAT(told(), HasSubstr("are not the same"));
  scratch.write("run/run.json", document.dump(2) + "\n");
  const std::string ledger = scratch.read("run/ledger.csv");
  const std::size_t amount = ledger.find("unity_award");
  scratch.write("run/ledger.csv", ledger.substr(0, amount) + ledger.substr(ledger.find('\n', amount) + 1));
  forge_manifest();
  EXPECT_THAT(told(), HasSubstr("error ledger.csv: unity_award: its sum is not that of result.h5"));
}

TEST_F(FolderCheck, is_asked_of_by_who_reads_a_run) {
  EXPECT_NO_THROW(require_as_written(scratch.path() / "run"));
  EXPECT_NO_THROW(require_document_as_written(scratch.path() / "run" / "run.json"));
  scratch.write("run/notes.txt", "mine");
  EXPECT_NO_THROW(require_as_written(scratch.path() / "run"));
  change("run.txt", "2024", "2025");
  EXPECT_THROW(require_as_written(scratch.path() / "run"), FolderDiffers);
  EXPECT_THROW(require_document_as_written(scratch.path() / "run" / "run.json"), FolderDiffers);
  scratch.write("run.json", scratch.read("run/run.json"));
  EXPECT_NO_THROW(require_document_as_written(scratch.path() / "run.json")) << "nothing stands beside it";
}

}  // namespace
}  // namespace disburse
