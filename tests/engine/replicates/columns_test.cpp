// The columns of a scheme: what the own budget pays, once each, in the order of the months due.
#include "engine/replicates/columns.hpp"

#include <gtest/gtest.h>

#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon quarter{Month(2024, 1), 3};

/// A benefit, arrears a month later, a share of the fund's, a lump sum on death; and another scheme's programme.
ProgrammeSet programmes() {
  ProgrammeSet set;
  set.push_back(std::make_unique<MadeProgramme>("pension", Scheme::resident, quarter,
                                                std::vector<MadePart>{made_part("benefit", payer("city"), {1, 1, 1}),
                                                                      made_part("arrears", payer("city"), {1, 1, 1}, 1),
                                                                      made_part("share", payer("fund"), {1, 1, 1}),
                                                                      made_lump("funeral", payer("city"), {6, 6, 6})},
                                                Rate(3, 4)));
  set.push_back(std::make_unique<MadeProgramme>("other", Scheme::civil_service, quarter,
                                                std::vector<MadePart>{made_part("benefit", payer("city"), {1, 1, 1})}));
  return set;
}

const SchemeColumns& residents() {
  static const SchemeColumns columns(programmes(), Scheme::resident, quarter);
  return columns;
}

TEST(SchemeColumns, are_those_that_the_own_budget_pays_by_month_due) {
  std::vector<std::pair<int, Month>> alive;
  for (const Column& column : residents().alive()) alive.emplace_back(column.due, column.paid);
  EXPECT_EQ(alive, (std::vector<std::pair<int, Month>>{{0, Month(2024, 1)},
                                                       {0, Month(2024, 2)},
                                                       {1, Month(2024, 2)},
                                                       {1, Month(2024, 3)},
                                                       {2, Month(2024, 3)},
                                                       {2, Month(2024, 4)}}));
  ASSERT_EQ(residents().lumps().size(), 3U);
  EXPECT_EQ(residents().width(), 9U);
  EXPECT_EQ(residents().at(5).paid, Month(2024, 4)) << "the last of the living";
  EXPECT_EQ(residents().at(6).due, 0) << "the first lump sum";
  EXPECT_EQ(residents().at(0).share, Rate(3, 4));
}

TEST(SchemeColumns, have_a_place_for_each_stream_and_none_for_what_others_pay) {
  const auto places = residents().places(0);
  EXPECT_EQ((std::vector<std::int32_t>(places.begin(), places.end())),
            (std::vector<std::int32_t>{0, 2, 4, 1, 3, 5, -1, -1, -1, 6, 7, 8}));
  EXPECT_TRUE(residents().places(1).empty()) << "the other programme pays no resident";
}

TEST(SchemeColumns, know_what_a_death_takes_away_and_which_lump_sums_are_its) {
  // Who dies in January was alive on its first day and keeps what fell due in it: columns 2 and later are lost.
  EXPECT_EQ(residents().first_lost(0), 2U);
  EXPECT_EQ(residents().first_lost(1), 4U);
  EXPECT_EQ(residents().first_lost(2), 6U) << "a death in the last month loses nothing";
  for (int month = 0; month <= 3; ++month)
    EXPECT_EQ(residents().first_lump(month), 6U + static_cast<std::size_t>(month)) << month;
}

TEST(SchemeColumns, streams_of_one_programme_due_and_paid_together_share_a_column) {
  ProgrammeSet set;
  set.push_back(std::make_unique<MadeProgramme>(
      "pension", Scheme::resident, quarter,
      std::vector<MadePart>{made_part("basic", payer("city"), {1, 1, 1}), made_part("age", payer("city"), {0, 1, 1})}));
  set.push_back(std::make_unique<MadeProgramme>("award", Scheme::resident, quarter,
                                                std::vector<MadePart>{made_part("award", payer("city"), {1, 0, 0})}));
  const SchemeColumns columns(set, Scheme::resident, quarter);
  EXPECT_EQ(columns.width(), 6U) << "two programmes in three months";
  EXPECT_EQ(columns.places(0)[1], columns.places(0)[3 + 1]);
  EXPECT_NE(columns.places(0)[1], columns.places(1)[1]) << "programmes stay apart";
}

}  // namespace
}  // namespace disburse
