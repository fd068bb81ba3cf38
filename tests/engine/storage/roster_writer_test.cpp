// The roster's file, piece by piece or at once: the same bytes, every column, who was announced.
#include "engine/storage/roster_writer.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/made_programme.hpp"
#include "support/members.hpp"

namespace disburse {
namespace {

const RosterOrigin origin{"baseline", 7, "0.1.0", "abc"};

Roster three() {
  Roster roster = made_roster({});
  for (int i = 0; i < 3; ++i) {
    Member member = member_unlike_any_default();
    member.alive = certain;
    member.birth = member.birth + i;
    roster.add(MemberKey::from("K" + std::to_string(i)), member);
  }
  return roster;
}

TEST(RosterWriter, writes_pieces_and_the_whole_to_the_same_bytes) {
  const Roster whole = three();
  Hdf5Writer writer;
  RosterWriter rows(writer, origin, whole.head(), 3);
  rows.add(whole.slice(0, 1));
  rows.add(whole.slice(1, 3));
  rows.finish();
  EXPECT_EQ(writer.image(), roster_image(whole, origin));
}

TEST(RosterWriter, writes_what_the_roster_holds_and_how_it_came_to_be) {
  const Roster whole = three();
  const std::string image = roster_image(whole, origin);
  Hdf5Reader reader("made.h5", image);
  EXPECT_EQ(reader.text_attribute("filetype"), "disburse/roster");
  EXPECT_EQ(reader.text_attribute("scenario"), "baseline");
  EXPECT_EQ(reader.text_attribute("seed"), "7");
  EXPECT_EQ(reader.text_attribute("as_of"), "2023-12");
  EXPECT_EQ(reader.text_attribute("commit"), "abc");
  EXPECT_EQ(reader.text_attribute("digest"), digest_of(whole));
  // Money in fen, months as 202105, as the member of tests/support has them.
  EXPECT_EQ(reader.int64_values("pension"), (std::vector<std::int64_t>{101, 101, 101}));
  EXPECT_EQ(reader.int32_values("retired"), (std::vector<std::int32_t>{202105, 202105, 202105}));
  EXPECT_EQ(reader.int32_values("birth"), (std::vector<std::int32_t>{196102, 196103, 196104}));
}

TEST(RosterWriter, keeps_the_chance_to_be_alive_of_carried_rosters_alone) {
  Roster whole = three();
  const std::string taken = roster_image(whole, origin);
  EXPECT_FALSE(Hdf5Reader("made.h5", taken).has("alive"));
  EXPECT_FALSE(Hdf5Reader("made.h5", taken).has_attribute("carried"));
  whole.evolves_from = whole.as_of + 1;
  whole.alive[1] = certain / 2;
  const std::string carried = roster_image(whole, origin);
  Hdf5Reader reader("made.h5", carried);
  EXPECT_EQ(reader.text_attribute("carried"), "yes");
  EXPECT_EQ(reader.int64_values("alive"), (std::vector<std::int64_t>{certain, certain / 2, certain}));
}

TEST(RosterWriter, finishes_with_as_many_as_were_announced) {
  const Roster whole = three();
  Hdf5Writer writer;
  RosterWriter rows(writer, origin, whole.head(), 3);
  rows.add(whole.slice(0, 2));
  EXPECT_THROW(rows.finish(), ProgramFault);
}

TEST(RosterWriter, needs_a_date) {
  Roster undated = three();
  undated.as_of = Month::none();
  Hdf5Writer writer;
  EXPECT_THROW(RosterWriter(writer, origin, undated.head(), 3), ProgramFault);
}

}  // namespace
}  // namespace disburse
