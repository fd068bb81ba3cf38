// The synthetic roster meets the published counts exactly, and follows the stated mixes and means.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/projection/projection.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

std::int64_t count(const Roster& roster, const std::function<bool(const Member&)>& belongs) {
  std::int64_t members = 0;
  for (std::size_t i = 0; i < roster.size(); ++i) members += belongs(roster.member(i)) ? 1 : 0;
  return members;
}

/// Exact sum of an amount over the members that belong.
std::int64_t total(const Roster& roster, Money Member::*amount, const std::function<bool(const Member&)>& belongs) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    if (belongs(member)) sum += (member.*amount).fen();
  }
  return sum;
}

const Roster& base() { return base_session().roster; }

bool retired_in(const Member& member, int year, int from = 1, int to = 12) {
  return member.role == Role::pensioner && member.retired >= Month(year, from) && member.retired <= Month(year, to);
}

TEST(Synthesis, meets_the_published_counts) {
  const auto enterprise = [](const Member& m) { return m.scheme == Scheme::enterprise; };
  EXPECT_EQ(count(base(), [&](const Member& m) { return enterprise(m) && retired_in(m, 2022); }), 1944);
  EXPECT_EQ(count(base(), [&](const Member& m) { return enterprise(m) && retired_in(m, 2023); }), 3201);
  EXPECT_EQ(count(base(), [&](const Member& m) { return enterprise(m) && retired_in(m, 2024, 1, 9); }), 2400);
  EXPECT_EQ(count(base(), [&](const Member& m) { return enterprise(m) && retired_in(m, 2024, 10, 12); }), 800);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.category == Category::pre_liberation_worker; }), 20);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.category == Category::state_school_teacher; }), 80);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.category == Category::lixiu; }), 6);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.role == Role::payer; }), 39000);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.hardship; }), 3850);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.hardship && m.role == Role::payer && m.grade == 100; }), 3850);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.role == Role::payer && m.grade == 200; }), 39000 - 3850);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.role == Role::active; }), 6854);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.annuity_base > Money{}; }), 3149);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.scheme == Scheme::civil_service && retired_in(m, 2024); }),
            267);
  EXPECT_EQ(count(base(), [](const Member& m) { return m.scheme == Scheme::resident && retired_in(m, 2024); }), 1550);
}

TEST(Synthesis, an_opening_reading_takes_the_counts_as_the_stock_of_1_january) {
  const Session session = session_with({"counts.reading=opening"});
  const auto opening = [&](Scheme scheme) {
    return count(session.roster, [&](const Member& m) {
      return m.scheme == scheme && m.role == Role::pensioner && m.retired < Month(2024, 1);
    });
  };
  EXPECT_EQ(opening(Scheme::civil_service), 5429);
  EXPECT_EQ(opening(Scheme::enterprise), 55000);
  EXPECT_EQ(opening(Scheme::resident), 25000);
}

TEST(Synthesis, a_changed_count_is_met_too) {
  const Session session = session_with({"counts.civil_service_retirees=6000"});
  const RunResult result = run(session, 1);
  EXPECT_EQ(std::floor(result.population[0].year.closing + 0.5), 6000.0);
}

TEST(Synthesis, means_are_exact_to_the_fen) {
  const auto stock = [](const Member& m) {
    return m.scheme == Scheme::civil_service && m.role == Role::pensioner && m.retired < Month(2024, 1);
  };
  EXPECT_EQ(total(base(), &Member::pension, stock), 565'000 * count(base(), stock));
  const auto active = [](const Member& m) { return m.role == Role::active; };
  EXPECT_EQ(total(base(), &Member::base, active), 900'000 * std::int64_t{6854});
  EXPECT_EQ(total(base(), &Member::annuity_base, [](const Member&) { return true; }), 650'000 * std::int64_t{3149});
}

TEST(Synthesis, bases_stand_within_floor_and_cap_of_2024) {
  EXPECT_EQ(count(base(),
                  [](const Member& m) {
                    return m.role == Role::active && (m.base < Money::yuan(4853) || m.base > Money::yuan(24264));
                  }),
            0);
}

TEST(Synthesis, ages_follow_the_published_mix) {
  // Residents of 60 and above: 31.0 29.7 18.0 10.6 6.5 3.0 0.9 0.2 per cent, which sum to 99.9.
  const auto resident = [](const Member& m) {
    return m.scheme == Scheme::resident && m.role == Role::pensioner && m.retired < Month(2024, 1);
  };
  const double all = static_cast<double>(count(base(), resident));
  const double shares[] = {31.0, 29.7, 18.0, 10.6, 6.5, 3.0, 0.9, 0.2};
  for (int g = 0; g < 8; ++g) {
    const int from = 60 + 5 * g;
    const auto members = count(base(), [&](const Member& m) {
      const int age = age_in(m.birth, Month(2023, 12));
      return resident(m) && age >= from && age < from + 5;
    });
    EXPECT_NEAR(static_cast<double>(members) / all, shares[g] / 99.9, 0.002) << from;
  }
}

TEST(Synthesis, women_are_45_per_cent_of_the_civil_service_retirees) {
  const auto stock = [](const Member& m) {
    return m.scheme == Scheme::civil_service && m.role == Role::pensioner && m.retired < Month(2024, 1);
  };
  const double women =
      static_cast<double>(count(base(), [&](const Member& m) { return stock(m) && m.sex == Sex::female; }));
  EXPECT_NEAR(women / static_cast<double>(count(base(), stock)), 0.45, 0.005);
}

TEST(Synthesis, the_oldest_classes_are_90_and_above) {
  EXPECT_EQ(count(base(),
                  [](const Member& m) {
                    const bool old_class =
                        m.category == Category::lixiu || m.category == Category::pre_liberation_worker;
                    return old_class && age_in(m.birth, Month(2023, 12)) < 90;
                  }),
            0);
}

TEST(Synthesis, no_one_draws_before_the_age_allows) {
  EXPECT_EQ(count(base(),
                  [](const Member& m) {
                    const int age = age_in(m.birth, m.retired);
                    const int least = m.scheme == Scheme::resident ? 60 : m.sex == Sex::female ? 50 : 55;
                    return m.role == Role::pensioner && age < least;
                  }),
            0);
}

TEST(Synthesis, keys_are_unique) {
  std::vector<MemberKey> keys = base().key;
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

TEST(Synthesis, the_same_seed_gives_the_same_roster_and_another_seed_another) {
  InputOptions other;
  other.seed = {7, "--seed"};
  EXPECT_EQ(session_with({}).roster.digest, base().digest);
  EXPECT_NE(open_session(other).roster.digest, base().digest);
}

/// Pinned, so that a change of the recipe or of a draw is seen: the same on every machine and compiler.
TEST(Synthesis, the_base_roster_has_its_digest) {
  EXPECT_EQ(base().digest, "0fb5f8a39c9aeb3918557fee45007e5fe972e8d876c17a35e07f3479cd5b626d");
}

TEST(Synthesis, counts_that_contradict_each_other_are_refused) {
  EXPECT_THROW(session_with({"counts.enterprise_retirees=1000"}), InputRejected);
  EXPECT_THROW(session_with({"counts.annuity_heads=10000"}), InputRejected);
}

}  // namespace
}  // namespace disburse
