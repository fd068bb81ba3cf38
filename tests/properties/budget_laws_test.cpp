// Laws of a budget's arithmetic: differences, rates, the month in which it is used up, and sums of a ledger's cells.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/comparison/run_comparison.hpp"
#include "engine/comparison/used_up.hpp"
#include "engine/projection/ledger.hpp"
#include "models/shapes/shapes.hpp"
#include "support/payers.hpp"

namespace disburse {
namespace {

Money any_amount() { return Money::fen(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001)); }
Money any_payment() { return Money::fen(*rc::gen::inRange<std::int64_t>(0, 1'000'001)); }

RC_GTEST_PROP(BudgetLaws, a_difference_leads_from_the_budget_to_the_projection, ()) {
  const Comparison one{any_amount(), any_amount()};
  RC_ASSERT(*one.budget + *one.difference() == one.projected);
}

RC_GTEST_PROP(BudgetLaws, without_a_budget_there_is_neither_difference_nor_rate, ()) {
  const Comparison none{std::nullopt, any_amount()};
  RC_ASSERT(!none.difference() && !none.execution_rate());
  const Comparison nothing{Money{}, any_amount()};
  RC_ASSERT(nothing.difference() == nothing.projected && !nothing.execution_rate());
}

RC_GTEST_PROP(BudgetLaws, a_rate_is_above_one_where_the_budget_is_exceeded, ()) {
  const Comparison one{any_payment() + Money::fen(1), any_payment()};
  RC_ASSERT((*one.execution_rate() > 1.0) == (one.projected > *one.budget));
  RC_ASSERT((*one.execution_rate() == 1.0) == (one.projected == *one.budget));
}

RC_GTEST_PROP(BudgetLaws, a_change_and_its_fraction_have_one_sign, ()) {
  const AmountChange change{any_payment() + Money::fen(1), any_payment()};
  RC_ASSERT(change.base + change.difference() == change.variant);
  RC_ASSERT((*change.fraction() > 0.0) == (change.difference() > Money{}));
  RC_ASSERT(!AmountChange({Money{}, change.variant}).fraction());
}

MonthlyLine any_months() {
  MonthlyLine months;
  const int count = *rc::gen::inRange(0, 13);
  for (int m = 0; m < count; ++m) months[Month(2024, 1) + m] = any_payment();
  return months;
}

/// By its words: the sum up to the month passes the budget, and up to no earlier one.
RC_GTEST_PROP(BudgetLaws, a_budget_is_used_up_in_the_first_month_that_passes_it, ()) {
  const MonthlyLine months = any_months();
  const Money budget = Money::fen(*rc::gen::inRange<std::int64_t>(0, 8'000'000));
  Money whole;
  for (const auto& [month, amount] : months) whole += amount;
  const auto found = used_up(budget, months);
  RC_ASSERT(found.has_value() == (whole > budget));
  if (!found) return;
  Money until, before;
  for (const auto& [month, amount] : months) {
    if (month < *found) before += amount;
    if (month <= *found) until += amount;
  }
  RC_ASSERT(before <= budget && until > budget);
}

RC_GTEST_PROP(BudgetLaws, a_larger_budget_is_never_used_up_sooner, ()) {
  const MonthlyLine months = any_months();
  const Money budget = any_payment();
  const auto sooner = used_up(budget, months);
  const auto later = used_up(budget + any_payment(), months);
  RC_ASSERT(!later || (sooner && *sooner <= *later));
}

RC_GTEST_PROP(BudgetLaws, the_parts_of_a_year_up_to_a_month_are_its_rounded_share, ()) {
  const Money year = any_payment();
  const int months = *rc::gen::inRange(1, 13);
  const Rounding rounding = *rc::gen::element(Rounding::half_up, Rounding::down, Rounding::up, Rounding::half_even);
  Money parts;
  for (int month = 1; month <= months; ++month) parts += monthly_part(year, Month(2024, month), rounding);
  RC_ASSERT(parts == year.times(Rate(months, 12), rounding));
}

struct Added {
  LedgerKey key;
  Int128 fen = 0, persons = 0;
};

/// Payments of three programmes in one quarter, weighted by the chance that their members are alive.
std::vector<Added> any_payments() {
  std::vector<Added> all;
  const int count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    const Month due = Month(2024, 1) + *rc::gen::inRange(0, 3);
    const std::int64_t alive = *rc::gen::inRange<std::int64_t>(0, certain + 1);
    all.push_back(
        {{static_cast<std::size_t>(*rc::gen::inRange(0, 3)), "2089999", payer("city"), Kind::regular, due, due},
         Int128{any_payment().fen()} * alive,
         Int128{alive}});
  }
  return all;
}

std::vector<LedgerCell> ledger_of(const std::vector<Added>& payments) {
  LedgerBuilder builder;
  for (const Added& one : payments) builder.add(one.key, one.fen, one.persons);
  return builder.close();
}

RC_GTEST_PROP(LedgerLaws, the_order_of_payments_moves_no_bit, ()) {
  std::vector<Added> payments = any_payments();
  const std::vector<LedgerCell> one = ledger_of(payments);
  std::reverse(payments.begin(), payments.end());
  const std::vector<LedgerCell> other = ledger_of(payments);
  RC_ASSERT(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    RC_ASSERT(one[i].key == other[i].key && one[i].exact == other[i].exact);
    RC_ASSERT(one[i].amount == other[i].amount && one[i].persons == other[i].persons);
  }
}

RC_GTEST_PROP(LedgerLaws, a_cell_is_rounded_once_and_keeps_what_was_added, ()) {
  const std::vector<Added> payments = any_payments();
  Int128 all = 0;
  for (const Added& one : payments) all += one.fen;
  for (const LedgerCell& cell : ledger_of(payments)) {
    all -= cell.exact;
    const Int128 off = Int128{cell.amount.fen()} * certain - cell.exact;
    RC_ASSERT(2 * off <= certain && 2 * off >= -Int128{certain});
  }
  RC_ASSERT(all == 0);
}

RC_GTEST_PROP(LedgerLaws, cells_stand_in_the_order_of_their_keys_each_once, ()) {
  const std::vector<LedgerCell> cells = ledger_of(any_payments());
  for (std::size_t i = 1; i < cells.size(); ++i) RC_ASSERT(cells[i - 1].key < cells[i].key);
}

}  // namespace
}  // namespace disburse
