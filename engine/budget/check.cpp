#include "engine/budget/check.hpp"

#include <cstdlib>

#include "engine/base/error.hpp"
#include "engine/budget/findings.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/printed.hpp"

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
    findings.quote(remark);
  }
}

}  // namespace

Message in_wan(Money amount) { return "{} (10,000 yuan)"_m(wan_text(amount)); }

Message form_place(const BudgetForm& form, const Message& part) {
  return part.empty() ? "table 9 {}"_m(form.name) : "table 9 {}, {}"_m(form.name, part);
}

Message figure_place(const TextFigure& figure, const Message& part) {
  return part.empty() ? "text {} {}"_m(figure.section, figure.what)
                      : "text {} {}, {}"_m(figure.section, figure.what, part);
}

void BudgetFindings::add(std::string code, Severity severity, const Message& where, int line, Message message) {
  const std::string place = line == 0 ? file_ : file_ + ":" + std::to_string(line);
  findings_.push_back({std::move(code), severity, "{} ({})"_m(where, place), "{}."_m(std::move(message))});
}

void BudgetFindings::quote(const BudgetRemark& remark) {
  const std::string place = remark.line == 0 ? file_ : file_ + ":" + std::to_string(remark.line);
  findings_.push_back({remark.code, Severity::note, "{} ({})"_m(remark.place, place), remark.text});
}

void BudgetFindings::compare(const FigureComparison& comparison) {
  const Money difference = comparison.printed - comparison.computed;
  if (difference == Money{}) return;
  const bool rounding = magnitude(difference) <= printed_unit;
  Message message =
      "{} {}, {} {}: they differ by {}"_m(comparison.printed_name, in_wan(comparison.printed), comparison.computed_name,
                                          in_wan(comparison.computed), in_wan(magnitude(difference)));
  if (rounding) message = "{}, which is rounding"_m(message);
  if (!comparison.explain.empty()) message = "{}; {}"_m(message, comparison.explain);
  add(rounding ? "rounding_difference" : comparison.code, rounding ? Severity::note : comparison.severity,
      comparison.where, comparison.line, std::move(message));
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
  Message message = "printed is {}%, {} of {} is {}%"_m(claim.printed, in_wan(claim.part), in_wan(claim.whole),
                                                        decimal_text(computed, decimals));
  if (rounding) message = "{}, which is rounding"_m(message);
  add(rounding ? "rounding_difference" : "percent_wrong", rounding ? Severity::note : Severity::error, claim.where,
      claim.line, std::move(message));
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
    if (sum.name.empty()) {
      sum.name = cell->name;
    } else {
      sum.name = subtracted ? "{} less {}"_m(sum.name, cell->name) : "{} and {}"_m(sum.name, cell->name);
    }
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
