// What the performance forms say in words: periods, goals against indicators, standards against the money.
#include <algorithm>
#include <set>

#include "engine/budget/findings.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "engine/budget/printed.hpp"

namespace disburse {
namespace {

// ---- periods ----------------------------------------------------------------------------------------

struct NamedPeriod {
  Message place;
  std::string period;
};

void collect(std::vector<NamedPeriod>& periods, const Message& place, const std::string& text) {
  for (std::string& period : periods_in(text)) periods.push_back({place, std::move(period)});
}

std::vector<NamedPeriod> periods_of(const BudgetDocument& document, const BudgetForm& form) {
  std::vector<NamedPeriod> periods;
  collect(periods, "project name"_m, form.name);
  for (const std::string& goal : form.goals) collect(periods, "goal of the year"_m, goal);
  for (const BudgetIndicator& indicator : form.indicators) {
    collect(periods, Message::verbatim(indicator.level2), indicator.level3 + "\n" + indicator.value);
  }
  for (const TextFigure& figure : document.figures) {
    if (figure.programme == form.programme) collect(periods, "text {}"_m(figure.section), figure.period);
  }
  return periods;
}

/// One project pays for one period, wherever it is named.
void check_periods(const BudgetDocument& document, const BudgetForm& form, BudgetFindings& findings) {
  const auto periods = periods_of(document, form);
  std::set<std::string> different;
  std::vector<Message> list;
  for (const NamedPeriod& named : periods) {
    different.insert(named.period);
    list.push_back("{} says {}"_m(named.place, named.period));
  }
  if (different.size() < 2) return;
  findings.add("period_conflict", Severity::error, form_place(form), form.line,
               "one project has {} different periods: {}"_m(different.size(), joined(list, "; "_m)));
}

// ---- goals ------------------------------------------------------------------------------------------

bool names(const std::vector<Quantity>& quantities, const Quantity& wanted) {
  return std::find(quantities.begin(), quantities.end(), wanted) != quantities.end();
}

bool has_unit(const std::vector<Quantity>& quantities, const std::string& unit) {
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& one) { return one.unit == unit; });
}

std::vector<Quantity> indicator_quantities(const BudgetForm& form) {
  std::vector<Quantity> all;
  for (const BudgetIndicator& indicator : form.indicators) {
    for (Quantity& quantity : quantities_in(indicator.value)) all.push_back(std::move(quantity));
  }
  return all;
}

/// A number of the goals whose unit the indicators use must be among the indicators. Bare 元 are left out: in
/// a goal they are part of a sentence ("每人每月2500元"), among the indicators they are the form's money.
void check_goals(const BudgetForm& form, BudgetFindings& findings) {
  const auto indicators = indicator_quantities(form);
  for (const std::string& goal : form.goals) {
    for (const Quantity& quantity : quantities_in(goal)) {
      if (quantity.unit.empty() || quantity.unit == official::yuan || !has_unit(indicators, quantity.unit)) continue;
      if (names(indicators, quantity)) continue;
      findings.add("goal_differs", Severity::error, form_place(form, "goal of the year"_m), form.line,
                   "{}{} of the goal is in no indicator"_m(to_string(quantity.value), quantity.unit));
    }
  }
}

// ---- standards and drivers --------------------------------------------------------------------------

const BudgetIndicator* indicator_named(const BudgetForm& form, const std::string& level3) {
  for (const BudgetIndicator& indicator : form.indicators) {
    if (indicator.level3 == level3) return &indicator;
  }
  return nullptr;
}

void check_standard_printed(const BudgetForm& form, const BudgetStandard& standard, BudgetFindings& findings) {
  const auto yuan = Rate::parse(standard.yuan);
  if (yuan && names(indicator_quantities(form), {*yuan, standard.unit})) return;
  findings.add("standard_not_printed", Severity::error, form_place(form, "cost indicators"_m), standard.line,
               "the standard {}{} is in no cost indicator"_m(standard.yuan, standard.unit));
}

/// Persons x standard x payments against the form's money.
void check_driver(const BudgetForm& form, const BudgetStandard& standard, BudgetFindings& findings) {
  const BudgetIndicator* indicator = indicator_named(form, standard.persons);
  const auto unit_cost = parse_yuan(standard.yuan);
  const auto printed = printed_amount(form.total);
  if (indicator == nullptr || !unit_cost || !printed) return;
  const auto counts = quantities_in(indicator->value);
  const Money yearly = *unit_cost * standard.payments;
  // A thousand million persons is no count; the product would not fit.
  if (counts.empty() || counts.front().value > Rate(1'000'000'000, 1) || yearly <= Money{}) return;
  const Money computed = yearly.times(counts.front().value, Rounding::half_up);
  if (computed == *printed) return;
  const std::int64_t equivalents = rounded_quotient(printed->fen(), yearly.fen(), Rounding::down);
  findings.add(
      "driver_differs_from_amount", Severity::warning, form_place(form, Message::verbatim(indicator->level3)),
      indicator->line,
      "{} at {} yuan, {} times, make {}; the whole money of {} is the year's standard of {} persons"_m(
          indicator->value, standard.yuan, standard.payments, in_wan(computed), in_wan(*printed), equivalents));
}

}  // namespace

void check_form_contents(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetForm& form : document.forms) {
    check_periods(document, form, findings);
    check_goals(form, findings);
    for (const BudgetStandard& standard : form.standards) {
      check_standard_printed(form, standard, findings);
      if (!standard.persons.empty()) check_driver(form, standard, findings);
    }
  }
}

}  // namespace disburse
