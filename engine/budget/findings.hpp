#pragma once
// Shared by the parts of the budget check: collects findings and compares two figures in one way for all of
// them.
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/budget/budget.hpp"

namespace disburse {

/// Two figures that should be equal, and the words for saying that they are not.
struct FigureComparison {
  std::string code;  ///< of the finding, when they differ by more than rounding
  Severity severity = Severity::error;
  Message where;
  int line = 0;
  Message printed_name;  ///< what stands before the printed amount
  Money printed;
  Message computed_name;  ///< what stands before the computed one
  Money computed;
  Message explain;
};

/// A percentage as printed and what it is said to be of what.
struct PercentClaim {
  Message where;
  int line = 0;
  std::string printed;
  Money part, whole;  ///< whole > 0
};

class BudgetFindings {
 public:
  explicit BudgetFindings(std::string file) : file_(std::move(file)) {}

  /// `line` is appended to `where` with the file's name; 0 means "not known". The message is a sentence without its
  /// stop.
  void add(std::string code, Severity severity, const Message& where, int line, Message message);
  /// What a reader of the document noted, in his words.
  void quote(const BudgetRemark& remark);
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
Message in_wan(Money amount);
/// "表9 NAME·PART"; the form alone without a part.
Message form_place(const BudgetForm& form, const Message& part = "");
/// "情况说明 SECTION WHAT·PART"; the figure alone without a part.
Message figure_place(const TextFigure& figure, const Message& part = "");

/// The sum of the cells at the addresses, those with "-" subtracted, and its wording.
struct CellSum {
  Money amount;
  Message name;
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
