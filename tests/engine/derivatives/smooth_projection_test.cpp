// The expected value in smooth numbers: that of the books, on the city's lines by year of payment, with its slopes.
#include "engine/derivatives/smooth_projection.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

LedgerKey key(const std::string& line, Month due, Month paid, std::size_t programme = 0) {
  LedgerKey made;
  made.programme = programme;
  made.line = line;
  made.due = due;
  made.paid = paid;
  return made;
}

Dual rising(double value, double slope) {
  Dual made = Dual::number(value);
  made.set_slope(3, slope);
  return made;
}

TEST(SmoothLedger, sums_by_programme_line_and_year_of_payment) {
  SmoothLedger ledger;
  const Month december(2024, 12), january(2025, 1);
  ledger.add(key("2080507", december, december), rising(100.0, 1.0), 5.0);
  ledger.add(key("2080507", december, december), rising(20.0, 0.5), 5.0);
  ledger.add(key("2080507", december, january), rising(7.0, 0.25), 0.0);
  ledger.add(key("2089999", december, december, 1), rising(3.0, 0.0), 0.0);
  ledger.add(key("", december, december), rising(9999.0, 9.0), 0.0);
  ASSERT_EQ(ledger.cells().size(), 3U) << "what no line of the city pays is passed over";
  const Dual& cell = ledger.cells().at({0, "2080507", 2024});
  EXPECT_EQ(cell.value(), 120.0);
  EXPECT_EQ(cell.slope(3), 1.5);
  EXPECT_EQ(ledger.cells().at({0, "2080507", 2025}).value(), 7.0) << "due in December, paid in January";
  EXPECT_EQ(ledger.cells().at({1, "2089999", 2024}).value(), 3.0);
}

}  // namespace
}  // namespace disburse
