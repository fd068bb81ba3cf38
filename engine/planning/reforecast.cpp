#include "engine/planning/reforecast.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

constexpr int months_a_year = 12;

double fen(Money amount) { return static_cast<double>(amount.fen()); }
Money rounded(double amount) { return Money::fen(std::llround(amount)); }

bool pays(const ProjectedMonth& month) { return month.line != Money{} || month.persons > 0.0; }

/// A payment that was made, and the projected one that it stands for (none: nothing like it was projected).
struct Pair {
  const ActualMonth* actual;
  const ProjectedMonth* projected;
};

/// A month on the whole paid back: it tells of its own cause, and nothing of persons and averages.
bool is_correction(const Pair& pair) { return pair.actual->amount < Money{}; }

class Matching {
 public:
  Matching(const std::vector<ProjectedMonth>& projected, const std::vector<ActualMonth>& actual, Month last)
      : projected_(projected), taken_(projected.size(), false), open_(projected.size(), false), last_(last) {
    for (const ActualMonth& one : actual) {
      if (!one.known) leave_open(one.month);
      if (one.known && one.month <= last && one.amount != Money{}) paid_.push_back(&one);
    }
    std::int64_t largest = 0;
    for (const ProjectedMonth& one : projected) largest = std::max(largest, one.line.fen());
    const bool few = std::any_of(projected.begin(), projected.end(), [&](const ProjectedMonth& one) {
      return pays(one) && one.line.fen() < largest / quarter;
    });
    if (few) main_ = largest / quarter;
    for (const ActualMonth* one : paid_) {
      if (one->amount < Money{}) correct(*one);
    }
    std::erase_if(paid_, [](const ActualMonth* one) { return one->amount < Money{}; });
    // What was paid in its own month is matched first, so that a late payment cannot take it away.
    std::vector<const ActualMonth*> others;
    for (const ActualMonth* one : paid_) {
      if (!match(*one, [&](const ProjectedMonth& month) { return month.month == one->month; })) others.push_back(one);
    }
    for (const ActualMonth* one : others) paid_together(*one);
    for (const ActualMonth* one : others) {
      const bool late = match(*one, [&](const ProjectedMonth& month) { return month.month < one->month; });
      if (!late && !match(*one, [&](const ProjectedMonth& month) { return month.month > one->month; }))
        pairs_.push_back({one, nullptr});
    }
    std::sort(pairs_.begin(), pairs_.end(),
              [](const Pair& a, const Pair& b) { return a.actual->month < b.actual->month; });
  }

  const std::vector<Pair>& pairs() const { return pairs_; }
  /// Those that tell of the payments to many: what a few were paid says nothing of them.
  std::vector<Pair> main_pairs() const {
    std::vector<Pair> main;
    for (const Pair& pair : pairs_) {
      const bool main_one = pair.projected != nullptr && is_main(pair.projected->line);
      if (main_one && !is_correction(pair)) main.push_back(pair);
    }
    return main;
  }
  bool taken(std::size_t month) const { return taken_[month]; }
  /// Locked by date, and not known: no payment stands for it, and it is estimated where it is.
  bool open(std::size_t month) const { return open_[month]; }

 private:
  void leave_open(Month month) {
    for (std::size_t t = 0; t < projected_.size(); ++t) {
      if (projected_[t].month == month) open_[t] = taken_[t] = true;
    }
  }

  /// A month that was on the whole paid back is given all the same: what was projected for it is not to come again.
  void correct(const ActualMonth& one) {
    for (std::size_t t = 0; t < projected_.size(); ++t) {
      if (projected_[t].month != one.month || taken_[t]) continue;
      taken_[t] = true;
      pairs_.push_back({&one, &projected_[t]});
      return;
    }
    pairs_.push_back({&one, nullptr});
  }

  /// An award paid in another month than planned falls on one in which a few are paid month by month: both are in it.
  void paid_together(const ActualMonth& one) {
    for (std::size_t t = 0; t < projected_.size(); ++t) {
      if (projected_[t].month == one.month && is_main(one.amount) && !is_main(projected_[t].line)) taken_[t] = true;
    }
  }

  /// One of the payments to many; payments to a few beside them are matched among themselves.
  bool is_main(Money amount) const { return amount.fen() >= main_; }

  template <class Fits>
  bool match(const ActualMonth& one, const Fits& fits) {
    for (std::size_t t = 0; t < projected_.size(); ++t) {
      if (taken_[t] || !pays(projected_[t]) || !fits(projected_[t])) continue;
      if (is_main(one.amount) != is_main(projected_[t].line)) continue;
      taken_[t] = true;
      pairs_.push_back({&one, &projected_[t]});
      return true;
    }
    return false;
  }

  const std::vector<ProjectedMonth>& projected_;
  std::vector<bool> taken_, open_;
  static constexpr std::int64_t quarter = 4;
  std::int64_t main_ = 0;  // fen from which a payment is one to many, where the plan has others, too
  Month last_;
  std::vector<const ActualMonth*> paid_;
  std::vector<Pair> pairs_;
};

/// Sums over matched payments.
struct Sums {
  double payments = 0.0, persons0 = 0.0, persons1 = 0.0, money0 = 0.0, money1 = 0.0;
  bool counted = true;  // every payment has headcounts on both sides
};

Sums sums_of(const std::vector<Pair>& pairs) {
  Sums sums;
  for (const auto& [actual, projected] : pairs) {
    if (projected == nullptr || actual->amount < Money{}) continue;
    sums.payments += 1.0;
    sums.money0 += fen(projected->line);
    sums.money1 += fen(actual->amount);
    sums.persons0 += projected->persons;
    sums.persons1 += actual->persons.value_or(0.0);
    if (!actual->persons || projected->persons <= 0.0) sums.counted = false;
  }
  if (sums.persons0 <= 0.0) sums.counted = false;
  return sums;
}

/// Of the last payment to many: one to at least half as many persons as the largest.
double persons_ratio(const std::vector<Pair>& pairs) {
  double most = 0.0;
  for (const Pair& pair : pairs) {
    if (pair.projected != nullptr) most = std::max(most, pair.projected->persons);
  }
  double ratio = 1.0;
  for (const auto& [actual, projected] : pairs) {
    if (projected != nullptr && projected->persons >= most / 2.0) ratio = *actual->persons / projected->persons;
  }
  return ratio;
}

/// Price, volume and mix over the payments as cells: volume (N1 - N0) P0, mix sum (n1 - N1 n0 / N0) p0.
VarianceSoFar variance_of(const std::vector<Pair>& pairs, const Sums& sums, Money locked, Money projected_locked) {
  VarianceSoFar variance;
  Money matched;
  for (const Pair& pair : pairs) matched += pair.projected == nullptr ? Money{} : pair.projected->line;
  variance.timing = matched - projected_locked;
  if (sums.counted) {
    variance.volume = rounded((sums.persons1 - sums.persons0) * sums.money0 / sums.persons0);
    double mix = 0.0;
    for (const auto& [actual, projected] : pairs) {
      if (projected == nullptr || actual->amount < Money{}) continue;
      mix += (*actual->persons - sums.persons1 * projected->persons / sums.persons0) * fen(projected->line) /
             projected->persons;
    }
    variance.mix = rounded(mix);
  }
  variance.price = locked - projected_locked - variance.timing - variance.volume - variance.mix;
  return variance;
}

}  // namespace

YearEstimate reforecast(const std::vector<ProjectedMonth>& projected, const std::vector<ActualMonth>& actual,
                        Month last, Remainder remainder) {
  EXPECT(!projected.empty());
  const Matching matching(projected, actual, last);
  YearEstimate year;
  Money whole;
  for (std::size_t t = 0; t < projected.size(); ++t) {
    const bool locked = projected[t].month <= last && !matching.open(t);
    whole += projected[t].line;
    (locked ? year.projected_locked : year.projected_remaining) += projected[t].line;
  }
  for (const ActualMonth& one : actual) {
    if (one.known && one.month <= last) year.locked += one.amount;
  }
  year.variance = variance_of(matching.pairs(), sums_of(matching.pairs()), year.locked, year.projected_locked);
  const std::vector<Pair> telling = matching.main_pairs();
  const Sums sums = sums_of(telling);
  year.credibility = sums.payments / (sums.payments + 1.0);
  if (sums.counted) {
    year.persons_ratio = persons_ratio(telling);
    const double expected = sums.money0 / sums.persons0 * sums.persons1;
    if (expected != 0.0) year.price_ratio = sums.money1 / expected;
  } else if (sums.money0 != 0.0) {
    year.price_ratio = sums.money1 / sums.money0;
  }
  double factor = year.persons_ratio * (1.0 + year.credibility * (year.price_ratio - 1.0));
  Money open;
  for (std::size_t t = 0; t < projected.size(); ++t) {
    if (!matching.taken(t) || matching.open(t)) open += projected[t].line;
  }
  if (remainder == Remainder::of_the_plan) {
    year.persons_ratio = 1.0;
    const Money left = std::max(whole - year.locked, Money{});
    factor = open == Money{} ? 0.0 : fen(left) / fen(open);
  }
  Money postponed;
  for (std::size_t t = 0; t < projected.size(); ++t) {
    const ProjectedMonth& month = projected[t];
    if (matching.open(t)) {
      year.months.push_back(rounded(fen(month.line) * factor));
      year.persons.push_back(month.persons * year.persons_ratio);
      year.remaining += year.months.back();
      continue;
    }
    if (month.month <= last) {
      if (!matching.taken(t)) postponed += month.line;
      Money paid;
      double persons = 0.0;
      for (const ActualMonth& one : actual) {
        if (one.month != month.month) continue;
        paid += one.amount;
        persons += one.persons.value_or(0.0);
      }
      year.months.push_back(paid);
      year.persons.push_back(persons);
      continue;
    }
    Money due = matching.taken(t) ? Money{} : month.line;
    due += postponed;
    postponed = Money{};
    year.months.push_back(rounded(fen(due) * factor));
    year.persons.push_back(matching.taken(t) ? 0.0 : month.persons * year.persons_ratio);
    year.remaining += year.months.back();
  }
  return year;
}

Money run_rate(const std::vector<ActualMonth>& actual, Month last) {
  Money sum;
  for (const ActualMonth& one : actual) {
    if (one.month <= last) sum += one.amount;
  }
  return sum.times(Rate(months_a_year, last.month()), Rounding::half_up);
}

}  // namespace disburse
