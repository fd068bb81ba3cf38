#pragma once
// Shared by the parts of the budget check: collects findings and compares two figures in one way for all of
// them.
#include <string>
#include <string_view>
#include <vector>

#include "engine/budget.hpp"
#include "engine/finding.hpp"

namespace disburse {

/// Two figures that should be equal, and the words for saying that they are not.
struct FigureComparison {
  std::string code;  ///< of the finding, when they differ by more than rounding
  Severity severity = Severity::error;
  std::string where;
  int line = 0;
  std::string printed_name;
  Money printed;
  std::string computed_name;
  Money computed;
  std::string explain;
};

/// A percentage as printed and what it is said to be of what.
struct PercentClaim {
  std::string where;
  int line = 0;
  std::string printed;
  Money part, whole;  ///< whole > 0
};

class BudgetFindings {
 public:
  explicit BudgetFindings(std::string file) : file_(std::move(file)) {}

  /// `line` is appended to `where` with the file's name; 0 means "not known".
  void add(std::string code, Severity severity, const std::string& where, int line, std::string message);
  /// Nothing when equal, a note within 0.01 万元, else a finding of the comparison's own code and severity.
  void compare(const FigureComparison& comparison);
  /// The printed percentage against the exact quotient, rounded half up to the printed digits.
  void compare(const PercentClaim& claim);
  std::vector<Finding> take() { return std::move(findings_); }

 private:
  std::string file_;
  std::vector<Finding> findings_;
};

/// "4,884.01万元"
std::string in_wan(Money amount);

/// The sum of the cells at the addresses, those with "-" subtracted, and its wording.
struct CellSum {
  Money amount;
  std::string name;
  std::string missing;  ///< the first address that names nothing; empty when all do
  int line = 0;         ///< of the first cell
};
CellSum sum_of(const BudgetDocument& document, const std::vector<std::string>& addresses);

void check_rows(const BudgetDocument& document, BudgetFindings& findings);
void check_coded_tables(const BudgetDocument& document, BudgetFindings& findings);
void check_sided_tables(const BudgetDocument& document, BudgetFindings& findings);
void check_ties(const BudgetDocument& document, BudgetFindings& findings);
void check_forms(const BudgetDocument& document, BudgetFindings& findings);
void check_form_contents(const BudgetDocument& document, BudgetFindings& findings);
void check_text(const BudgetDocument& document, BudgetFindings& findings);
void check_last_year(const BudgetDocument& document, BudgetFindings& findings);

}  // namespace disburse
