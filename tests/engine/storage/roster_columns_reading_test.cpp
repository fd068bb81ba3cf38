// Columns of a roster from a child process: as without one, sound or damaged, in one piece or several.
#include "engine/storage/roster_columns_reading.hpp"

#include <gtest/gtest.h>

#include <random>

#include "engine/base/error.hpp"
#include "engine/storage/roster_writer.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

constexpr std::size_t members = 200;

std::string image() {
  Roster roster;
  roster.as_of = Month(2023, 12);
  for (std::size_t i = 0; i < members; ++i) {
    Member member;
    member.role = Role::pensioner;
    member.birth = Month(1950, 1) + static_cast<int>(i % 120);
    member.retired = Month(2012, 6);
    member.pension = Money::fen(300'000 + static_cast<std::int64_t>(i));
    roster.add(MemberKey::from("Z" + std::to_string(100'000 + i)), member);
  }
  roster.digest = digest_of(roster);
  return roster_image(roster, {"baseline", 7, "0.1.0", "abc"});
}

/// Every column, or everything that is said against the file.
std::string outcome(RawRoster (*read)(const std::filesystem::path&, std::string_view, std::size_t, std::size_t),
                    const std::string& path, const std::string& bytes, std::size_t begin, std::size_t end) {
  try {
    const RawRoster raw = read(path, bytes, begin, end);
    std::string text = std::to_string(raw.length) + " " + to_string(raw.members.as_of) + " " + raw.members.digest;
    Roster::each_column(
        [&](const auto& column) {
          text.append(reinterpret_cast<const char*>(column.data()), column.size() * sizeof(column[0]));
        },
        raw.members);
    return text;
  } catch (const InputRejected& rejected) {
    std::string text;
    for (const InputError& error : rejected.errors()) text += to_string(error) + "\n";
    return text;
  }
}

TEST(RosterColumnsReading, gives_the_same_with_a_child_as_without) {
  const std::string sound = image();
  std::mt19937 random(1);
  std::size_t read = 0;
  constexpr int rounds = 60;
  for (int i = 0; i < rounds; ++i) {
    std::string bytes = sound;
    for (int n = 0; n < i % 3; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
    const std::string with = outcome(read_raw_roster, "a.h5", bytes, 0, 2 * members);
    EXPECT_EQ(with, outcome(read_raw_roster_here, "a.h5", bytes, 0, 2 * members)) << "round " << i;
    if (with.starts_with("200 2023-12")) ++read;
  }
  EXPECT_GE(read, static_cast<std::size_t>(rounds) / 3) << "those that were left as they were";
}

TEST(RosterColumnsReading, opens_a_file_by_itself_and_reads_a_part_of_it) {
  const ScratchFolder folder;
  folder.write("a.h5", image());
  const std::string path = (folder.path() / "a.h5").string();
  const RawRoster part = read_raw_roster(path, "", 10, 13);
  EXPECT_EQ(part.length, members);
  ASSERT_EQ(part.members.size(), 3u);
  EXPECT_EQ(part.members.key[0].view(), "Z100010");
  EXPECT_EQ(part.members.birth[2], 195101) << "twelve months on, as the file has it";
  EXPECT_EQ(read_raw_roster(path, "", 0, 0).members.size(), 0u);
  EXPECT_EQ(outcome(read_raw_roster, path, "", 0, 3), outcome(read_raw_roster_here, path, "", 0, 3));
  EXPECT_THROW(read_raw_roster(folder.path().string(), "", 0, 0), InputRejected);
}

}  // namespace
}  // namespace disburse
