#pragma once
// The tables of a drafted budget: every parent the sum of its printed children.
#include "engine/budget/draft.hpp"

namespace disburse {

/// Digits of a functional code (类、款、项).
inline constexpr std::size_t class_digits = 3, section_digits = 5, item_digits = 7;

/// A change in per cent of what it is a change of, with two decimals; blank where that is zero.
std::string per_cent_text(Money change, Money of);

/// Adds a row without money to table 2 at its place; a name that is not given is the code's own.
/// Errors: ProgramFault where table 1 has no row for a class.
void add_line(BudgetDocument& draft, const std::string& code, const std::map<std::string, std::string>& names);

/// Makes tables 1 to 8 of the draft from its forms, the figures given and the leaves that stand; for a later year table
/// 4's budget becomes last year's first.
void make_tables(BudgetDocument& draft, const DraftFigures& figures, bool later_year);

}  // namespace disburse
