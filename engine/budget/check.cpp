#include "engine/budget_check.hpp"

#include <cstdlib>

#include "engine/budget_findings.hpp"
#include "engine/budget_layout.hpp"
#include "engine/error.hpp"
#include "engine/printed.hpp"

namespace disburse {
namespace {

constexpr Money printed_unit = Money::fen(10'000);  // 0.01 万元, the last printed digit
constexpr int fullest_percent = 2;                  // percentages are printed with at most two decimals

Money magnitude(Money amount) { return amount < Money{} ? -amount : amount; }

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::string decimal_text(std::int64_t value, int decimals) { return to_string(Rate(value, power_of_ten(decimals))); }

void add_remarks(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetRemark& remark : document.remarks) {
    findings.add(remark.code, Severity::note, remark.place, remark.line, remark.text);
  }
}

}  // namespace

std::string in_wan(Money amount) { return wan_text(amount) + "万元"; }

void BudgetFindings::add(std::string code, Severity severity, const std::string& where, int line, std::string message) {
  const std::string place = line == 0 ? file_ : file_ + ":" + std::to_string(line);
  findings_.push_back({std::move(code), severity, where + "（" + place + "）", std::move(message)});
}

void BudgetFindings::compare(const FigureComparison& comparison) {
  const Money difference = comparison.printed - comparison.computed;
  if (difference == Money{}) return;
  const bool rounding = magnitude(difference) <= printed_unit;
  std::string message = comparison.printed_name + in_wan(comparison.printed) + "，" + comparison.computed_name +
                        in_wan(comparison.computed) + "，相差" + in_wan(magnitude(difference));
  if (rounding) message += "，属四舍五入尾差";
  if (!comparison.explain.empty()) message += "；" + comparison.explain;
  add(rounding ? "rounding_difference" : comparison.code, rounding ? Severity::note : comparison.severity,
      comparison.where, comparison.line, message + "。");
}

void BudgetFindings::compare(const PercentClaim& claim) {
  EXPECT(claim.whole > Money{});
  const auto printed = Rate::parse(claim.printed);
  EXPECT(printed.has_value());
  const int decimals = decimals_of(claim.printed);
  const std::int64_t scale = power_of_ten(decimals);
  const std::int64_t computed =
      rounded_quotient(Int128{claim.part.fen()} * 100 * scale, claim.whole.fen(), Rounding::half_up);
  const std::int64_t shown =
      rounded_quotient(Int128{printed->numerator()} * scale, printed->denominator(), Rounding::half_up);
  if (shown == computed) return;
  const bool rounding = decimals >= fullest_percent && std::abs(shown - computed) <= scale / 100;
  const std::string message = "印作" + claim.printed + "%，" + in_wan(claim.part) + "÷" + in_wan(claim.whole) + "=" +
                              decimal_text(computed, decimals) + "%" + (rounding ? "，属四舍五入尾差。" : "。");
  add(rounding ? "rounding_difference" : "percent_wrong", rounding ? Severity::note : Severity::error, claim.where,
      claim.line, message);
}

CellSum sum_of(const BudgetDocument& document, const std::vector<std::string>& addresses) {
  CellSum sum;
  for (const std::string& address : addresses) {
    const bool subtracted = address.starts_with('-');
    const auto cell = locate(document, address);
    if (!cell) {
      if (sum.missing.empty()) sum.missing = address;
      continue;
    }
    sum.amount += subtracted ? -cell->amount : cell->amount;
    if (!sum.name.empty()) sum.name += subtracted ? "−" : "＋";
    sum.name += cell->name;
    if (sum.line == 0) sum.line = cell->line;
  }
  return sum;
}

std::vector<Finding> check(const BudgetDocument& document) {
  BudgetFindings findings(document.file);
  check_rows(document, findings);
  check_coded_tables(document, findings);
  check_sided_tables(document, findings);
  check_ties(document, findings);
  check_forms(document, findings);
  check_form_contents(document, findings);
  check_text(document, findings);
  check_last_year(document, findings);
  add_remarks(document, findings);
  return findings.take();
}

}  // namespace disburse
