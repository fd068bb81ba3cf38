// Which groups a publication leaves out, and what an attacker can work out of the rest.
#include "engine/comparison/small_groups.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "engine/comparison/small_cells.hpp"
#include "support/linear_bounds.hpp"

namespace disburse {
namespace {

using Counts = std::vector<std::int64_t>;
using Flags = std::vector<bool>;

/// One programme and one month: groups of so many members of a stock.
PaidGroups one_month(const Counts& groups, std::int64_t stock) {
  PaidGroups paid;
  for (std::size_t c = 0; c < groups.size(); ++c) paid.groups.push_back({0, c, {groups[c]}, true});
  paid.stocks = {{{stock, stock}}};
  return paid;
}

TEST(SmallGroups, leave_out_the_few_and_those_whose_rest_they_are) {
  EXPECT_EQ(withheld_groups(one_month({53'000, 500, 6}, 53'506)), (Flags{false, true, true}))
      << "the stock less 53,000 and 500 would be 6";
  EXPECT_EQ(withheld_groups(one_month({53'000, 6}, 53'006)), (Flags{true, true}))
      << "nobody else is left to hide among";
  EXPECT_EQ(withheld_groups(one_month({53'000, 500, 6}, 54'000)), (Flags{false, false, true}))
      << "494 others draw nothing";
  EXPECT_EQ(withheld_groups(one_month({53'000, 500, 0}, 53'500)), (Flags{false, false, false}));
  EXPECT_EQ(withheld_groups(one_month({53'000}, 53'005)), Flags{true}) << "five draw nothing";
  EXPECT_EQ(withheld_groups(one_month({10}, 10)), Flags{false});
  EXPECT_EQ(withheld_groups(one_month({9}, 9)), Flags{true});
}

TEST(SmallGroups, leave_a_group_out_of_all_months_when_it_is_small_in_one) {
  PaidGroups paid;
  paid.groups = {{0, 0, {40, 40}, true}, {0, 1, {10, 9}, true}};
  paid.stocks = {{{90, 90, 90}}};
  EXPECT_EQ(withheld_groups(paid), (Flags{false, true}));
}

TEST(SmallGroups, leave_out_what_lies_between_two_groups_of_different_programmes) {
  PaidGroups paid;
  paid.groups = {{0, 0, {200}, true}, {1, 0, {196}, true}};
  paid.stocks = {{{900, 900}}, {{900, 900}}};
  EXPECT_EQ(withheld_groups(paid), (Flags{false, true})) << "four who get the one and not the other";
  paid.groups[1].members = {190};
  EXPECT_EQ(withheld_groups(paid), (Flags{false, false}));
}

TEST(SmallGroups, show_a_sum_of_amounts_that_are_each_members_own_beside_a_small_rest) {
  PaidGroups paid = one_month({53'000}, 53'005);
  paid.groups.front().countable = false;
  EXPECT_EQ(withheld_groups(paid), Flags{false});
  paid.groups.front().members = {9};
  EXPECT_EQ(withheld_groups(paid), Flags{true});
}

TEST(SmallGroups, take_no_difference_for_telling_that_the_stocks_tell_themselves) {
  PaidGroups paid;
  paid.groups = {{0, 0, {100, 103}, true}, {0, 1, {100, 100}, true}};
  paid.stocks = {{{100, 103, 103}}};  // three joined in the first month
  EXPECT_EQ(withheld_groups(paid), (Flags{false, false}));
}

TEST(SmallGroups, leave_out_a_whole_programme_where_a_what_if_tells_of_a_group) {
  const PaidGroups standing = one_month({400, 60, 6}, 900);
  EXPECT_EQ(withheld_beside(standing, standing), (Flags{false, false, true}));
  EXPECT_EQ(withheld_beside(standing, one_month({400, 80, 6}, 900)), (Flags{false, false, true}))
      << "twenty more are paid who had nothing";
  EXPECT_EQ(withheld_beside(standing, one_month({400, 5, 6}, 900)), (Flags{true, true, true}))
      << "another group becomes small";
  EXPECT_EQ(withheld_beside(standing, one_month({406, 60, 0}, 900)), (Flags{true, true, true}))
      << "the first group would be six larger than under the law";
  EXPECT_EQ(withheld_beside(standing, one_month({400, 57, 6}, 900)), (Flags{true, true, true}))
      << "three lose their payment";
}

// Small towns, made up: members by what they are, of whom a programme's components pay some kinds each.

struct Town {
  Counts kinds;                      // members of each kind
  std::vector<std::size_t> paid_by;  // component that pays a kind; `components` is none
  std::size_t components = 0;

  std::int64_t stock() const { return std::accumulate(kinds.begin(), kinds.end(), std::int64_t{0}); }
  PaidGroups paid() const {
    Counts members(components);
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      if (paid_by[k] < components) members[paid_by[k]] += kinds[k];
    }
    return one_month(members, stock());
  }
};

class Towns {
 public:
  explicit Towns(std::uint32_t seed) : random_(seed) {}

  std::int64_t between(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
  }
  Town town() {
    Town town;
    town.components = static_cast<std::size_t>(between(2, 4));
    for (std::int64_t k = between(3, 6); k > 0; --k) {
      town.kinds.push_back(between(0, 2) == 0 ? between(0, 9) : between(0, 60));
      town.paid_by.push_back(component_of(town));
    }
    return town;
  }
  std::size_t component_of(const Town& town) {
    return static_cast<std::size_t>(between(0, static_cast<std::int64_t>(town.components)));
  }

 private:
  std::mt19937 random_;
};

/// Adds what a publication tells of a town whose kinds are the unknowns from `first` on; gives the rows of what it
/// leaves out though it is small.
std::vector<std::vector<double>> publish(const Town& town, const Flags& withheld, std::size_t first,
                                         PublishedSums& sums) {
  std::vector<std::vector<double>> hidden;
  const PaidGroups paid = town.paid();
  std::vector<double> all(sums.unknowns, 0.0);
  for (std::size_t k = 0; k < town.kinds.size(); ++k) all[first + k] = 1.0;
  if (town.stock() >= least_published) sums.add(all, static_cast<double>(town.stock()));
  for (std::size_t c = 0; c < town.components; ++c) {
    std::vector<double> row(sums.unknowns, 0.0);
    for (std::size_t k = 0; k < town.kinds.size(); ++k) row[first + k] = town.paid_by[k] == c ? 1.0 : 0.0;
    const std::int64_t members = paid.groups[c].members.front();
    if (!withheld[c]) {
      sums.add(row, static_cast<double>(members));
    } else if (members > 0 && members < least_published) {
      hidden.push_back(row);
    }
  }
  return hidden;
}

/// What is left out stays open: by ten members at least, or from 1 to 9, which is what its being left out tells.
void expect_open(const PublishedSums& sums, const std::vector<std::vector<double>>& hidden, std::size_t& attacked) {
  for (const std::vector<double>& row : hidden) {
    const auto bounds = bounds_of(sums, row);
    ASSERT_TRUE(bounds) << "what is published contradicts itself";
    constexpr double nearly = 1e-6;
    const bool any_small = bounds->least < 1.0 + nearly && bounds->greatest > 9.0 - nearly;
    EXPECT_TRUE(any_small || bounds->width() > 10.0 - nearly) << "from " << bounds->least << " to " << bounds->greatest;
    ++attacked;
  }
}

TEST(SmallGroups, stay_open_in_a_thousand_small_towns) {
  Towns towns(1);
  std::size_t attacked = 0;
  for (int i = 0; i < 1000; ++i) {
    const Town town = towns.town();
    PublishedSums sums{town.kinds.size(), {}, {}};
    const auto hidden = publish(town, withheld_groups(town.paid()), 0, sums);
    expect_open(sums, hidden, attacked);
  }
  EXPECT_GT(attacked, 400u) << "the towns have small groups";
}

TEST(SmallGroups, stay_open_to_whoever_reads_the_law_and_a_what_if) {
  Towns towns(2);
  std::size_t attacked = 0;
  for (int i = 0; i < 1000; ++i) {
    const Town town = towns.town();
    Town changed = town;  // the same members, one kind paid by another component
    changed.paid_by[static_cast<std::size_t>(towns.between(0, static_cast<std::int64_t>(town.kinds.size()) - 1))] =
        towns.component_of(town);
    PublishedSums sums{town.kinds.size(), {}, {}};
    auto hidden = publish(town, withheld_groups(town.paid()), 0, sums);
    const auto more = publish(changed, withheld_beside(town.paid(), changed.paid()), 0, sums);
    hidden.insert(hidden.end(), more.begin(), more.end());
    expect_open(sums, hidden, attacked);
  }
  EXPECT_GT(attacked, 800u);
}

TEST(SmallGroups, stay_open_to_whoever_reads_two_months) {
  Towns towns(3);
  std::size_t attacked = 0;
  for (int i = 0; i < 1000; ++i) {
    const Town first = towns.town();
    Town second = first;
    const std::size_t kinds = first.kinds.size();
    double joined = 0.0, left = 0.0;
    // Unknown are the kinds of the first month, of the second, those who joined and those who left.
    PublishedSums sums{4 * kinds, {}, {}};
    for (std::size_t k = 0; k < kinds; ++k) {
      const std::int64_t leaving = towns.between(0, std::min<std::int64_t>(3, first.kinds[k]));
      const std::int64_t joining = towns.between(0, 3);
      second.kinds[k] += joining - leaving;
      joined += static_cast<double>(joining);
      left += static_cast<double>(leaving);
      std::vector<double> row(4 * kinds, 0.0);
      row[k] = 1.0;
      row[kinds + k] = -1.0;
      row[2 * kinds + k] = 1.0;
      row[3 * kinds + k] = -1.0;
      sums.add(row, 0.0);
    }
    if (joined >= least_published && left >= least_published) {
      std::vector<double> joining(4 * kinds, 0.0);
      std::fill_n(joining.begin() + static_cast<std::ptrdiff_t>(2 * kinds), kinds, 1.0);
      sums.add(joining, joined);
    }
    auto hidden = publish(first, withheld_groups(first.paid()), 0, sums);
    const auto more = publish(second, withheld_groups(second.paid()), kinds, sums);
    hidden.insert(hidden.end(), more.begin(), more.end());
    expect_open(sums, hidden, attacked);
  }
  EXPECT_GT(attacked, 800u);
}

}  // namespace
}  // namespace disburse
