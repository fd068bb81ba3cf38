#include "engine/comparison/small_groups.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <optional>
#include <set>

#include "engine/comparison/small_cells.hpp"

namespace disburse {
namespace {

bool is_small(std::int64_t members) { return members > 0 && members < least_published; }

/// One month of what is still shown.
class ShownMonth {
 public:
  ShownMonth(const PaidGroups& paid, const std::vector<bool>& withheld, std::size_t month)
      : paid_(paid), withheld_(withheld), month_(month) {
    for (const auto& of_programme : paid.stocks) {
      std::set<std::int64_t>& values = known_.emplace_back();
      for (const auto& stock : of_programme) values.insert(stock.begin(), stock.end());
    }
  }

  /// A group to leave out next; none where nothing tells too much.
  std::optional<std::size_t> telling() const {
    for (std::size_t p = 0; p < paid_.stocks.size(); ++p) {
      if (const auto group = telling_of_rest(p)) return group;
    }
    return telling_of_difference();
  }

 private:
  std::int64_t members(std::size_t group) const { return paid_.groups[group].members[month_]; }
  bool tells(std::size_t group) const {
    return !withheld_[group] && paid_.groups[group].countable && members(group) > 0;
  }
  bool is_stock(std::size_t group) const { return known_[paid_.groups[group].programme].contains(members(group)); }

  std::vector<std::size_t> shown_of(std::size_t programme) const {
    std::vector<std::size_t> shown;
    for (std::size_t g = 0; g < paid_.groups.size(); ++g) {
      if (paid_.groups[g].programme == programme && tells(g)) shown.push_back(g);
    }
    return shown;
  }

  /// Any of a programme's groups together against who could be paid: the rest may be the few that are left out.
  std::optional<std::size_t> telling_of_rest(std::size_t programme) const {
    constexpr std::size_t most = 12;  // groups of one month that are taken together in every way
    std::vector<std::size_t> shown = shown_of(programme);
    std::sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) { return members(a) > members(b); });
    if (shown.size() > most) return shown.back();
    for (std::size_t chosen = 1; chosen < std::size_t{1} << shown.size(); ++chosen) {
      std::int64_t sum = 0;
      std::size_t smallest = 0;
      for (std::size_t i = 0; i < shown.size(); ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        sum += members(shown[i]);
        smallest = shown[i];
      }
      if (known_[programme].contains(sum)) continue;  // what the stocks tell by themselves
      for (const auto& stock : paid_.stocks[programme]) {
        if (is_small(stock[month_] - sum) || is_small(stock[month_ + 1] - sum)) return smallest;
      }
    }
    return std::nullopt;
  }

  /// Two groups of whatever programmes, of which one may hold the other.
  std::optional<std::size_t> telling_of_difference() const {
    for (std::size_t a = 0; a < paid_.groups.size(); ++a) {
      for (std::size_t b = 0; b < paid_.groups.size(); ++b) {
        if (!tells(a) || !tells(b) || !is_small(members(a) - members(b))) continue;
        if (!is_stock(a) || !is_stock(b)) return b;
      }
    }
    return std::nullopt;
  }

  const PaidGroups& paid_;
  const std::vector<bool>& withheld_;
  std::size_t month_;
  std::vector<std::set<std::int64_t>> known_;  // by programme
};

}  // namespace

std::vector<bool> withheld_groups(const PaidGroups& paid) {
  std::vector<bool> withheld;
  std::size_t months = 0;
  for (const PaidGroup& group : paid.groups) {
    withheld.push_back(std::any_of(group.members.begin(), group.members.end(), is_small));
    months = group.members.size();
  }
  for (bool settled = false; !settled;) {
    settled = true;
    for (std::size_t month = 0; month < months; ++month) {
      while (const auto group = ShownMonth(paid, withheld, month).telling()) {
        withheld[*group] = true;
        settled = false;
      }
    }
  }
  return withheld;
}

std::vector<bool> withheld_beside(const PaidGroups& standing, const PaidGroups& what_if) {
  std::vector<bool> withheld = withheld_groups(standing);
  const std::vector<bool> anew = withheld_groups(what_if);
  std::set<std::size_t> moved;  // programmes
  for (std::size_t g = 0; g < withheld.size(); ++g) {
    const auto tells = [&](std::int64_t before, std::int64_t after) {
      return withheld[g] ? before != after : is_small(std::abs(before - after));
    };
    const auto& before = standing.groups[g].members;
    const auto& after = what_if.groups[g].members;
    const bool any = !std::equal(before.begin(), before.end(), after.begin(), after.end(), std::not_fn(tells));
    if (any || (anew[g] && !withheld[g])) moved.insert(standing.groups[g].programme);
  }
  for (std::size_t g = 0; g < withheld.size(); ++g) {
    if (moved.contains(standing.groups[g].programme)) withheld[g] = true;
  }
  return withheld;
}

}  // namespace disburse
