// What a payment counts to: its programme, line and the total of its year, and line and total of its month.
#include "engine/replicates/measures.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

using What = Measure::What;

Budget two_lines() {
  Budget budget;
  budget.lines.resize(2);
  budget.lines[0].code = "2080507";
  budget.lines[1].code = "2089999";
  return budget;
}

/// Two programmes, two lines, November 2024 to February 2025.
Measures measures() {
  ProgrammeSet programmes(2);
  return {programmes, two_lines(), Horizon{Month(2024, 11), 4}};
}

std::string name(const Measure& measure) {
  std::string text = measure.yearly() ? std::to_string(measure.year) : to_string(measure.month);
  switch (measure.what) {
    case What::programme: return text + " programme " + std::to_string(measure.programme);
    case What::line:
    case What::line_month: return text + " line " + measure.line;
    default: return text + " total";
  }
}

TEST(Measures, cover_years_and_months_once) {
  // 2 years x (2 programmes + 2 lines + total) + 4 months x (2 lines + total)
  EXPECT_EQ(measures().all().size(), 2u * 5 + 4u * 3);
}

TEST(Measures, end_with_the_year_of_the_last_month) {
  const ProgrammeSet programmes(2);
  const Measures all(programmes, two_lines(), Horizon{Month(2024, 1), 12});
  EXPECT_EQ(all.all().size(), 5u + 12u * 3) << "December ends the year; the next one has no measures";
  EXPECT_EQ(all.find(What::total, 0, "", 2025), all.all().size());
}

TEST(Measures, of_a_payment_are_its_own) {
  const Measures all = measures();
  std::vector<std::string> names;
  for (const std::uint32_t index : all.of(1, "2089999", Month(2025, 1))) names.push_back(name(all.all()[index]));
  EXPECT_EQ(names, (std::vector<std::string>{"2025 programme 1", "2025 line 2089999", "2025 total",
                                             "2025-01 line 2089999", "2025-01 total"}));
}

TEST(Measures, leave_out_what_falls_on_no_line_or_beyond_the_end) {
  const Measures all = measures();
  EXPECT_TRUE(all.of(0, "", Month(2024, 12)).empty());
  EXPECT_TRUE(all.of(0, "2080507", Month(2025, 3)).empty());
  EXPECT_TRUE(all.of(0, "2080507", Month(2024, 10)).empty());
  EXPECT_EQ(all.of(0, "2101102", Month(2024, 11)).size(), 3u) << "a line without a budget counts to no line";
}

TEST(Measures, are_found_by_what_they_are) {
  const Measures all = measures();
  EXPECT_EQ(name(all.all()[all.find(What::line, 0, "2080507", 2025)]), "2025 line 2080507");
  EXPECT_EQ(name(all.all()[all.find(What::total, 0, "", 2024)]), "2024 total");
  EXPECT_EQ(all.find(What::total, 0, "", 2026), all.all().size());
}

}  // namespace
}  // namespace disburse
